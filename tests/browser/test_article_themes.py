"""The article's own themes beside its outline: decided on, put in order and added, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

from annotations.models import ArticleTheme, Theme
from reader.models import Project
from tests.browser.scene import create_account, open_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(page):
    create_account(page)
    open_article(page)
    return page


@pytest.fixture
def accepted(article):
    article.keyboard.press("Shift+A")
    expect(names(article)).to_have_count(4)
    return article


def names(page):
    return page.locator(".themes .name")


def order(page):
    return [name.strip() for name in names(page).all_inner_texts()]


def test_the_evidence_lights_up_its_lead(article):
    article.locator(".proposal .evidence").first.click()
    article.wait_for_function("CSS.highlights.get('flash')?.size > 0")


def test_a_proposal_is_merged_into_a_near_theme_by_keyboard(article):
    proposed = article.locator(".proposal .name").first.inner_text()
    near = Theme.objects.create(project=Project.objects.get(), name=proposed[:2])
    Theme.objects.create(project=Project.objects.get(), name="毫不相干")
    article.reload()
    merge = article.locator(".proposal .merge").first
    expect(merge).to_contain_text(near.name)
    merge.press("Enter")
    field = article.locator(".choose-form input")
    expect(field).to_be_focused()
    article.keyboard.press("ArrowDown")
    article.keyboard.press("Enter")
    expect(names(article)).to_have_text([near.name])
    assert ArticleTheme.objects.get(status="accepted").theme == near


def test_escape_leaves_the_merge_and_gives_the_focus_back(article):
    article.locator(".proposal .merge").first.press("Enter")
    article.locator(".choose-form input").press("Escape")
    expect(article.locator(".choose-form")).to_have_count(0)
    expect(article.locator(".proposal").first.locator("button:focus")).to_have_count(1)
    expect(article.locator(".proposal")).to_have_count(4)


def test_a_theme_is_added_by_hand(article):
    article.click(".add-theme")
    article.keyboard.type("街巷更新")
    article.keyboard.press("Enter")
    expect(names(article)).to_have_text(["街巷更新"])
    assert Theme.objects.filter(name="街巷更新").exists()


def test_the_order_is_set_by_keyboard_and_gives_the_digits(accepted):
    first, second, *_ = order(accepted)
    names(accepted).first.focus()
    accepted.keyboard.press("Alt+ArrowDown")
    expect(names(accepted).first).to_have_text(second)
    expect(accepted.locator(".themes .name:focus")).to_have_text(first)
    expect(accepted.locator(".arranged")).to_contain_text(first)
    expect(accepted.locator(".themes li").nth(1).locator(".n")).to_contain_text("· 2")
    assert list(ArticleTheme.objects.order_by("position").values_list("name", flat=True))[:2] == [second, first]


def test_the_order_is_set_by_dragging(accepted):
    before = order(accepted)
    accepted.locator(".themes li").nth(3).drag_to(
        accepted.locator(".themes li").first, target_position={"x": 20, "y": 3}
    )
    expect(names(accepted).first).to_have_text(before[3])


def test_an_accepted_theme_is_renamed_and_taken_off(accepted):
    first = order(accepted)[0]
    accepted.locator(".themes .more").first.click()
    accepted.locator(".themes .rename").click()
    accepted.keyboard.type("慢行")
    accepted.keyboard.press("Enter")
    expect(names(accepted).first).to_have_text("慢行")
    accepted.locator(".themes .off").click()
    expect(names(accepted)).to_have_count(3)
    assert not Theme.objects.filter(name=first).exists()


def test_what_was_turned_down_can_be_taken_after_all(article):
    article.locator(".proposal .reject").first.click()
    expect(article.locator(".proposal")).to_have_count(3)
    article.click(".rejected summary")
    article.click(".rejected .accept")
    expect(names(article)).to_have_count(1)


def test_terms_are_shown_as_a_kind_of_their_own(article):
    ArticleTheme.objects.update(score=0.3)
    article.reload()
    expect(article.locator(".terms .evidence").first).to_be_visible()
    expect(article.locator(".terms")).to_contain_text("只供参考")
    expect(article.locator(".proposal")).to_have_count(0)
    article.locator(".terms .accept").first.click()
    expect(names(article)).to_have_count(1)
    expect(article.locator(".terms .evidence").first).to_be_visible()


def test_an_archived_theme_is_not_offered_and_has_no_digit(accepted):
    Theme.objects.filter(name=order(accepted)[0]).update(archived="2026-01-01T00:00:00Z")
    accepted.reload()
    expect(names(accepted)).to_have_count(4)
    expect(accepted.locator(".themes .n").first).to_have_text("0")
    expect(accepted.locator(".themes .n").nth(1)).to_have_text("0 · 1")


def test_two_that_mean_one_theme_stand_once(accepted):
    ArticleTheme.objects.filter(position=1).update(theme=ArticleTheme.objects.get(position=0).theme)
    accepted.reload()
    expect(names(accepted)).to_have_count(3)
    expect(accepted.locator(".themes .n").last).to_have_text("0 · 3")
