"""What stands ready beside the text: undo and redo, a way back after each mark, other themes, a quote for viewers."""

import pytest
from playwright.sync_api import expect

from annotations.models import Highlight, Theme
from reader.models import Membership
from tests.browser.scene import saved, select
from tests.browser.stored import put
from tests.making import user

pytestmark = pytest.mark.django_db(transaction=True)
QUOTE = "凡是管护方案没有落实的"


def _mark(page, *keys):
    select(page, QUOTE)
    for key in (*keys, "Enter"):
        page.keyboard.press(key)
    saved(page, 1)


def test_each_mark_offers_its_undoing_and_leaves_the_focus(desk):
    _mark(desk, "1")
    expect(desk.locator(".toast")).to_contain_text("已圈点")
    assert desk.evaluate("document.activeElement.id") == "text"
    desk.click(".toast button")
    expect(desk.locator(".card")).to_have_count(0)
    assert not Highlight.objects.filter(deleted=None).exists()


def test_undo_and_redo_are_buttons(desk):
    _mark(desk, "1")
    desk.get_by_role("button", name="撤销", exact=True).first.click()
    expect(desk.locator(".card")).to_have_count(0)
    desk.get_by_role("button", name="重做", exact=True).click()
    expect(desk.locator(".card")).to_have_count(1)


def test_undoing_offline_takes_back_what_was_not_sent(desk, errors):
    desk.context.set_offline(True)
    select(desk, QUOTE)
    desk.keyboard.press("Enter")
    desk.click(".toast button:has-text('撤销')")
    expect(desk.locator(".card")).to_have_count(0)
    desk.context.set_offline(False)
    errors[:] = [error for error in errors if "ERR_INTERNET_DISCONNECTED" not in error]


def test_making_ends_in_one_word_and_editing_in_another(desk):
    select(desk, QUOTE)
    expect(desk.locator(".popup .go")).to_have_text("圈定 ↵")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    desk.click(".card .edit")
    expect(desk.locator(".popup .go")).to_have_text("保存 ↵")


def test_other_themes_used_here_have_digits_of_their_own(sample, accepted, open_desk):
    other = Theme.objects.create(project=sample.project, name="管护责任", position=9)
    archived = Theme.objects.create(project=sample.project, name="旧的", position=10, archived="2024-01-01T00:00Z")
    for theme in (other, archived):
        put("绿道", theme.name)
    desk = open_desk()
    others = desk.locator("#other-themes")
    expect(others).to_contain_text("其他用到的")
    expect(others.locator("li")).to_have_text(["管护责任1 · 5"])
    select(desk, QUOTE)
    expect(desk.locator(".popup .options .apart")).to_have_text("其他用到的")
    desk.keyboard.press("5")
    desk.keyboard.press("Enter")
    saved(desk, 3)
    assert other.highlights.filter(exact=QUOTE).count() == 1
    expect(others.locator("li")).to_have_text(["管护责任2 · 5"])


def test_without_other_themes_nothing_is_headed_so(desk):
    expect(desk.locator("#other-themes")).to_be_hidden()


@pytest.fixture
def viewing(sample, new_page, enter):
    """The sample before the eyes of somebody who may only read."""
    Membership.objects.create(project=sample.project, user=user("viewer"), role="viewer")
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    return enter(page, "viewer")


def _clipboard(page):
    expect(page.locator(".toast")).to_contain_text("已复制")
    return page.evaluate("navigator.clipboard.readText()")


def test_a_viewer_copies_a_passage_with_its_citation(viewing):
    select(viewing, QUOTE, ".quoting")
    viewing.click(".quoting")
    said = _clipboard(viewing)
    assert said.startswith(f"“{QUOTE}”（") and said.endswith("段）")
    expect(viewing.locator(".quoting")).to_have_count(0)


def test_a_viewer_copies_by_keyboard_alone(viewing):
    viewing.focus("#text")
    for key in ("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter", "c"):
        viewing.keyboard.press(key)
    assert _clipboard(viewing).startswith("“")


def test_a_viewer_has_no_buttons_to_undo(viewing):
    expect(viewing.locator("[data-undo]")).to_have_count(0)
