"""The article's own themes beside its outline: decided on, put in order and added, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

from annotations.models import ArticleTheme, Theme
from reader.models import Project

pytestmark = pytest.mark.django_db(transaction=True)


def names(page):
    return page.locator(".themes .name")


def order(page):
    return [name.strip() for name in names(page).all_inner_texts()]


def test_the_evidence_lights_up_its_lead(undecided):
    undecided.locator(".proposal .evidence").first.click()
    undecided.wait_for_function("CSS.highlights.get('flash')?.size > 0")


def test_a_proposal_is_merged_into_a_near_theme_by_keyboard(undecided):
    proposed = undecided.locator(".proposal .name").first.inner_text()
    near = Theme.objects.create(project=Project.objects.get(), name=proposed[:2])
    Theme.objects.create(project=Project.objects.get(), name="毫不相干")
    undecided.reload()
    merge = undecided.locator(".proposal .merge").first
    expect(merge).to_contain_text(near.name)
    merge.press("Enter")
    field = undecided.locator(".choose-form input")
    expect(field).to_be_focused()
    undecided.keyboard.press("ArrowDown")
    undecided.keyboard.press("Enter")
    expect(names(undecided)).to_have_text([near.name])
    assert ArticleTheme.objects.get(status="accepted").theme == near


def test_escape_leaves_the_merge_and_gives_the_focus_back(undecided):
    undecided.locator(".proposal .merge").first.press("Enter")
    undecided.locator(".choose-form input").press("Escape")
    expect(undecided.locator(".choose-form")).to_have_count(0)
    expect(undecided.locator(".proposal").first.locator("button:focus")).to_have_count(1)
    expect(undecided.locator(".proposal")).to_have_count(4)


def test_a_theme_is_added_by_hand(undecided):
    undecided.click(".add-theme")
    undecided.keyboard.type("街巷更新")
    undecided.keyboard.press("Enter")
    expect(names(undecided)).to_have_text(["街巷更新"])
    assert Theme.objects.filter(name="街巷更新").exists()


def test_the_order_is_set_by_keyboard_and_gives_the_digits(desk):
    first, second, *_ = order(desk)
    names(desk).first.focus()
    desk.keyboard.press("Alt+ArrowDown")
    expect(names(desk).first).to_have_text(second)
    expect(desk.locator(".themes .name:focus")).to_have_text(first)
    expect(desk.locator(".arranged")).to_contain_text(first)
    expect(desk.locator(".themes li").nth(1).locator(".n")).to_contain_text("· 2")
    assert list(ArticleTheme.objects.order_by("position").values_list("name", flat=True))[:2] == [second, first]


def test_the_order_is_set_by_dragging(desk):
    before = order(desk)
    desk.locator(".themes li").nth(3).drag_to(desk.locator(".themes li").first, target_position={"x": 20, "y": 3})
    expect(names(desk).first).to_have_text(before[3])


def test_an_accepted_theme_is_renamed_and_taken_off(desk):
    first = order(desk)[0]
    desk.locator(".themes .more").first.click()
    desk.locator(".themes .rename").click()
    desk.keyboard.type("慢行")
    desk.keyboard.press("Enter")
    expect(names(desk).first).to_have_text("慢行")
    desk.locator(".themes .off").click()
    expect(names(desk)).to_have_count(3)
    assert not Theme.objects.filter(name=first).exists()


def test_what_was_turned_down_can_be_taken_after_all(undecided):
    undecided.locator(".proposal .reject").first.click()
    expect(undecided.locator(".proposal")).to_have_count(3)
    undecided.click(".rejected summary")
    undecided.click(".rejected .accept")
    expect(names(undecided)).to_have_count(1)


def test_terms_are_shown_as_a_kind_of_their_own(undecided):
    ArticleTheme.objects.update(score=0.3)
    undecided.reload()
    expect(undecided.locator(".terms .evidence").first).to_be_visible()
    expect(undecided.locator(".terms")).to_contain_text("只供参考")
    expect(undecided.locator(".proposal")).to_have_count(0)
    undecided.locator(".terms .accept").first.click()
    expect(names(undecided)).to_have_count(1)
    expect(undecided.locator(".terms .evidence").first).to_be_visible()


def test_an_archived_theme_is_not_offered_and_has_no_digit(desk):
    Theme.objects.filter(name=order(desk)[0]).update(archived="2026-01-01T00:00:00Z")
    desk.reload()
    expect(names(desk)).to_have_count(4)
    expect(desk.locator(".themes .n").first).to_have_text("0")
    expect(desk.locator(".themes .n").nth(1)).to_have_text("0 · 1")


def test_two_that_mean_one_theme_stand_once(desk):
    ArticleTheme.objects.filter(position=1).update(theme=ArticleTheme.objects.get(position=0).theme)
    desk.reload()
    expect(names(desk)).to_have_count(3)
    expect(desk.locator(".themes .n").last).to_have_text("0 · 3")
