"""Marking, one behaviour a test, in real Chromium."""

import pytest
from playwright.sync_api import expect

from annotations.models import Highlight
from tests.browser.scene import saved, select
from tests.browser.stored import put

pytestmark = pytest.mark.django_db(transaction=True)
QUOTE = "凡是管护方案没有落实的"


def _compose(page, selector, key):
    """What a browser sends while an input method is composing."""
    page.dispatch_event(selector, "keydown", {"key": key, "isComposing": True, "bubbles": True})


def _keep(page, count=1, keys=("1", "Enter")):
    for key in keys:
        page.keyboard.press(key)
    saved(page, count)


def test_what_is_kept_is_what_was_shown(desk):
    select(desk, QUOTE)
    shown = desk.locator(".popup .quote").text_content()
    _keep(desk)
    mark = Highlight.objects.get()
    assert mark.exact == shown == mark.version.text[mark.start : mark.end]


def test_marks_are_painted_in_their_themes_colours(desk):
    select(desk, QUOTE)
    _keep(desk, keys=("1", "2", "Enter"))
    names = desk.evaluate("[...CSS.highlights.keys()].filter(name => name.startsWith('mark-'))")
    assert sorted(names) == ["mark-1-1", "mark-2-2"]


def test_escape_cancels(desk):
    select(desk, QUOTE)
    desk.keyboard.press("Escape")
    expect(desk.locator(".popup")).to_have_count(0)
    assert not Highlight.objects.exists()


def test_keys_of_an_input_method_are_its_own(desk):
    select(desk, QUOTE)
    _compose(desk, ".popup", "1")
    expect(desk.locator(".popup [aria-pressed=true]")).to_have_count(0)
    desk.fill(".popup .note", "批")
    _compose(desk, ".popup .note", "Enter")
    _compose(desk, ".popup .note", "Escape")
    expect(desk.locator(".popup")).to_have_count(1)


def test_digits_in_the_note_are_text(desk):
    select(desk, QUOTE)
    desk.locator(".popup .note").press_sequentially("2023")
    expect(desk.locator(".popup [aria-pressed=true]")).to_have_count(0)
    desk.keyboard.press("Enter")
    saved(desk, 1)
    assert Highlight.objects.get().note == "2023"


def test_shift_enter_breaks_the_line_of_a_note(desk):
    select(desk, QUOTE)
    note = desk.locator(".popup .note")
    note.press_sequentially("一")
    note.press("Shift+Enter")
    note.press_sequentially("二")
    note.press("Enter")
    saved(desk, 1)
    assert Highlight.objects.get().note == "一\n二"


def test_a_card_opens_the_mark_for_editing(desk):
    select(desk, QUOTE)
    _keep(desk)
    desk.hover(".card")
    desk.click(".card .edit")
    desk.keyboard.press("1")
    desk.keyboard.press("3")
    desk.fill(".popup .note", "改过")
    desk.keyboard.press("Enter")
    expect(desk.locator(".card .tags")).to_have_text("社区共治")
    saved(desk, 1)
    mark = Highlight.objects.get()
    assert (mark.note, mark.revision) == ("改过", 2)


def test_deleting_can_be_undone_and_redone(desk):
    select(desk, QUOTE)
    _keep(desk)
    desk.hover(".card")
    desk.click(".card .remove")
    expect(desk.locator(".card")).to_have_count(0)
    desk.click(".toast button")
    saved(desk, 1)
    desk.keyboard.press("Control+Shift+Z")
    expect(desk.locator(".card")).to_have_count(0)
    desk.reload()
    desk.wait_for_selector("#text[data-ready]")
    desk.keyboard.press("Control+z")
    saved(desk, 1)


def test_undo_takes_back_the_last_step_though_it_is_still_on_its_way(accepted, open_desk):
    put(QUOTE)
    put("让居民、商户和学校")
    desk, held = open_desk(), []
    desk.route("**/highlights/*", lambda route: held.append(route))
    desk.hover(".card >> nth=1")
    with desk.expect_request("**/highlights/*"):
        desk.click(".card .remove >> nth=1")
    desk.click(".toast button")
    held[0].continue_()
    saved(desk, 2)
    assert Highlight.objects.filter(deleted=None).count() == 2


def test_a_theme_outside_the_article_is_found_by_typing(desk):
    select(desk, QUOTE)
    desk.locator(".popup .find").press_sequentially("生态")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    assert [theme.name for theme in Highlight.objects.get().themes.all()] == ["生态修复"]


def test_keyboard_alone_from_text_to_mark_and_back(desk):
    desk.locator("#text").focus()
    for key in ("ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"):
        desk.keyboard.press(key)
    desk.wait_for_selector(".popup")
    for key in ("1", "Tab", "Enter"):
        desk.keyboard.press(key) if key != "Tab" else None
    saved(desk, 1)
    assert desk.evaluate("document.activeElement.id") == "text"


def test_a_lost_line_keeps_the_mark_and_sends_it_later(desk, errors):
    desk.context.set_offline(True)
    select(desk, QUOTE)
    desk.keyboard.press("1")
    desk.keyboard.press("Enter")
    expect(desk.locator(".card.unsaved")).to_have_count(1)
    expect(desk.locator("#status")).to_contain_text("1 处改动留在这台设备上")
    desk.context.set_offline(False)
    saved(desk, 1)
    assert Highlight.objects.count() == 1
    # The browser itself reports the requests that found no network.
    errors[:] = [error for error in errors if "ERR_INTERNET_DISCONNECTED" not in error]


def test_two_people_changing_one_mark_see_both(desk, errors):
    select(desk, QUOTE)
    _keep(desk)
    Highlight.objects.update(note="别人的话", revision=2)
    desk.hover(".card")
    desk.click(".card .edit")
    desk.fill(".popup .note", "我的话")
    desk.keyboard.press("Enter")
    expect(desk.locator(".conflict .theirs")).to_contain_text("别人的话")
    desk.click(".keep-mine")
    saved(desk, 1)
    expect(desk.locator(".card .note")).to_have_text("我的话")
    assert Highlight.objects.get().note == "我的话"
    errors[:] = [error for error in errors if "412" not in error]


def test_a_rejected_proposal_goes_and_comes_back_with_undo(undecided):
    undecided.click(".proposal:has-text('生态修复') .reject")
    expect(undecided.locator(".proposal")).to_have_count(3)
    undecided.keyboard.press("Control+z")
    expect(undecided.locator(".proposal")).to_have_count(4)


def test_a_renamed_proposal_becomes_a_theme(undecided):
    undecided.click(".proposal:has-text('规划连片') .rename")
    undecided.fill(".rename-form input", "连片规划")
    undecided.keyboard.press("Enter")
    expect(undecided.locator(".themes li")).to_contain_text(["连片规划"])


def test_on_a_phone_the_popup_is_a_sheet_and_notes_open_from_the_bar(desk):
    page = desk
    page.set_viewport_size({"width": 390, "height": 844})
    select(page, "出门十分钟")
    box = page.locator(".popup").bounding_box()
    assert box["x"] == 0
    assert box["width"] == 390
    assert abs(box["y"] + box["height"] - 844) < 2
    page.keyboard.press("Enter")
    page.click("[data-sheet=notes]")
    expect(page.locator(".card")).to_be_visible()
