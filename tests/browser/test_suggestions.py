"""Suggested passages by keyboard alone, and the words of the project at the desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from annotations.models import Highlight, Rejection, Tagging, Theme
from reader.models import Project
from tests.browser.scene import box_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(accepted, enter, new_page):
    """The page of the sample article, its themes accepted."""
    return enter(new_page(bypass_csp=True))


@pytest.fixture
def suggestions(article):
    article.click(".to-suggestions a")
    expect(article.locator(".suggestion:focus")).to_have_count(1)
    return article


def terms_of(page):
    return page.url.split("articles/")[0].split("suggestions/")[0] + "terms/"


def focused(page):
    return page.locator(".suggestion:focus .said").inner_text()


def test_going_accepting_rejecting_and_taking_back_by_keyboard(suggestions):
    first = focused(suggestions)
    suggestions.keyboard.press("j")
    second = focused(suggestions)
    assert second != first
    suggestions.keyboard.press("k")
    assert focused(suggestions) == first
    suggestions.keyboard.press("Enter")
    expect(suggestions.locator("[data-state=accepted] .said")).to_have_text(first)
    assert Highlight.objects.get(deleted=None).exact == first
    assert Tagging.objects.exists()
    assert focused(suggestions) == second
    suggestions.keyboard.press("x")
    expect(suggestions.locator("[data-state=rejected] .said")).to_have_text(second)
    assert Rejection.objects.first().exact == second
    suggestions.keyboard.press("u")
    expect(suggestions.locator("[data-state=rejected]")).to_have_count(0)
    assert not Rejection.objects.exists()
    suggestions.keyboard.press("u")
    expect(suggestions.locator("[data-state=accepted]")).to_have_count(0)
    assert not Highlight.objects.filter(deleted=None).exists()


def test_nothing_is_marked_by_looking(suggestions):
    assert not Highlight.objects.exists()


def test_of_several_themes_a_digit_leaves_one_out(article):
    project = Project.objects.get()
    one, other = (Theme.objects.create(project=project, name=name, keywords=["绿道"]) for name in ("甲类", "乙类"))
    article.goto(terms_of(article).replace("terms/", f"suggestions/?theme={one.pk}&theme={other.pk}"))
    expect(article.locator(".suggestion:focus .theme")).to_have_count(2)
    left = article.locator(".suggestion:focus .theme").nth(1).get_attribute("data-theme")
    article.keyboard.press("1")
    expect(article.locator(".suggestion:focus .theme").first).to_have_attribute("aria-pressed", "false")
    article.keyboard.press("Enter")
    expect(article.locator("[data-state=accepted]")).to_have_count(1)
    assert str(Tagging.objects.get().theme_id) == left


def test_the_pages_have_no_serious_fault(suggestions):
    for address in (suggestions.url, terms_of(suggestions) + "?word=公共空间"):
        suggestions.goto(address)
        found = Axe().run(suggestions, options={"preload": False}).response["violations"]
        assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_a_double_click_takes_a_whole_word_of_the_project(article):
    address = article.url
    article.goto(terms_of(article))
    article.keyboard.type("景观点连成")
    article.keyboard.press("Enter")
    expect(article.locator(".trial ins").first).to_be_visible()
    article.keyboard.press("Enter")
    expect(article.locator(".term h3", has_text="景观点连成")).to_be_visible()
    article.goto(address)
    article.wait_for_selector("#text[data-ready]")
    left, top, right, _ = box_of(article, "点连")
    article.mouse.dblclick((left + right) / 2, top)
    expect(article.locator(".popup .quote")).to_contain_text("景观点连成")
