"""axe-core finds nothing serious, on every page, light and dark; the desk's states are test_states.py's."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.scene import create_account, open_article, saved, select

pytestmark = pytest.mark.django_db(transaction=True)
GRAVE = {"serious", "critical"}


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def page(new_page, request):
    """axe-core comes from outside the site, which the pages' policy rightly forbids."""
    return new_page(dark=request.param, bypass_csp=True)


def _faults(page):
    # Without preload axe does not fetch the style sheets' imports again, at addresses that do not exist.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return {f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found if fault["impact"] in GRAVE}


def test_the_pages_of_an_account(page):
    page.goto("/welcome/")
    assert _faults(page) == set()
    create_account(page)
    page.goto("/password/")
    assert _faults(page) == set()
    page.context.clear_cookies()
    page.goto("/sign-in/")
    assert _faults(page) == set()


def test_library_article_record_and_import(page):
    create_account(page)
    library = page.url
    assert _faults(page) == set()
    open_article(page)
    article = page.url
    assert _faults(page) == set()
    page.keyboard.press("Shift+A")
    page.wait_for_selector(".themes li:nth-child(4)")
    select(page, "凡是管护方案没有落实的")
    assert _faults(page) == set()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    saved(page, 1)
    assert _faults(page) == set()
    for address in (article + "record/", library + "capture/", library + "settings/", library + "bin/", "/projects/"):
        page.goto(address)
        assert _faults(page) == set(), address


def test_home_help_tour_and_the_library_with_labels(page):
    create_account(page)
    assert _faults(page) == set()
    page.locator("[name=article]").first.check()
    page.fill(".actions [name=label]", "待读")
    page.keyboard.press("Enter")
    page.wait_for_selector(".message")
    page.click(".density button")
    page.wait_for_selector("#rows.compact")
    page.locator("[name=article]").first.check()
    assert _faults(page) == set()
    for address in ("/", "/help/"):
        page.goto(address)
        assert _faults(page) == set()
        page.keyboard.press("?")
        assert _faults(page) == set()
        page.keyboard.press("Escape")


def test_search_and_analysis(page):
    create_account(page)
    library = page.url
    open_article(page)
    article = page.url.rstrip("/").rpartition("/")[2]
    page.keyboard.press("Shift+A")
    page.wait_for_selector(".themes li:nth-child(4)")
    select(page, "凡是管护方案没有落实的")
    page.keyboard.press("1")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    saved(page, 1)
    addresses = [f"search/?q=绿道&least=1&view={view}" for view in ("lines", "collocates")]
    addresses += ["search/", "analysis/together/", "analysis/documents/", "analysis/numbers/"]
    for address in (*addresses, f"analysis/drift/?old={article}&new={article}"):
        page.goto(library + address)
        assert _faults(page) == set(), address
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not wide, address
