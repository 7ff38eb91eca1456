"""The codebook's tree by keyboard alone, and without serious faults."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from annotations.models import Theme
from tests.browser.scene import create_account, open_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def codebook(new_page):
    page = new_page(bypass_csp=True)
    create_account(page)
    library = page.url
    open_article(page)
    page.keyboard.press("Shift+A")
    page.wait_for_selector(".themes li:nth-child(4)")
    page.goto(library + "codebook/")
    return page


def test_a_theme_moves_down_and_under_its_neighbour_by_keyboard(codebook):
    names = codebook.locator("#tree .name")
    first, second = (text.strip() for text in names.all_inner_texts()[:2])
    codebook.locator("#tree .branch").first.focus()
    codebook.keyboard.press("Alt+ArrowDown")
    expect(names.first).to_have_text(second)
    expect(codebook.locator(".branch:focus .name")).to_have_text(first)
    codebook.keyboard.press("Alt+ArrowRight")
    expect(codebook.locator("#tree li li .name")).to_have_text(first)
    codebook.click("text=撤销")
    expect(codebook.locator("#tree li li .name")).to_have_count(0)
    assert Theme.objects.get(name=first).parent is None


def test_the_pages_have_no_serious_fault(codebook):
    for address in (codebook.url, codebook.locator("#tree a").first.get_attribute("href")):
        codebook.goto(address)
        expect(codebook.locator("h1")).to_be_visible()
        found = Axe().run(codebook, options={"preload": False}).response["violations"]
        assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
