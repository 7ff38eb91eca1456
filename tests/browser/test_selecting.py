"""Selecting a passage by mouse, finger and keyboard; what is shown is what is kept."""

import pytest
from playwright.sync_api import expect

from annotations.models import Highlight
from tests.browser.scene import box_of, drag, saved, select
from tests.browser.stored import quotes

pytestmark = pytest.mark.django_db(transaction=True)
PART = "护方案没有落"


def _click(page, quote, times):
    left, top, right, _ = box_of(page, quote)
    page.mouse.click((left + right) / 2, top, click_count=times)


def _shown(page, quote):
    expect(page.locator(".popup .quote")).to_have_text(quote)


def _painted(page, name):
    """The words painted under a name."""
    return page.evaluate("name => [...(CSS.highlights.get(name) ?? [])].map(String).join('')", name)


def test_a_selection_grows_to_words_and_is_shown_so_while_it_is_dragged(desk):
    """From the middle of 管护 to the middle of 落实."""
    left, top, right, bottom = box_of(desk, PART)
    desk.mouse.move(left + 3, top)
    desk.mouse.down()
    desk.mouse.move(right - 3, bottom)
    assert _painted(desk, "preview") == "管护方案没有落实"
    desk.mouse.up()
    _shown(desk, "管护方案没有落实")


def test_alt_selects_single_characters(desk):
    desk.keyboard.down("Alt")
    drag(desk, PART)
    desk.keyboard.up("Alt")
    _shown(desk, PART)


def test_the_popup_changes_between_words_and_characters(desk):
    drag(desk, PART)
    desk.click(".popup .characters")
    _shown(desk, PART)
    desk.keyboard.press("x")
    _shown(desk, "管护方案没有落实")


def test_the_choice_of_characters_stays_and_alt_then_means_words(desk):
    desk.keyboard.press("x")
    expect(desk.locator(".toast")).to_contain_text("现在逐字选取")
    drag(desk, PART)
    _shown(desk, PART)
    desk.keyboard.press("Escape")
    desk.keyboard.down("Alt")
    drag(desk, PART)
    desk.keyboard.up("Alt")
    _shown(desk, "管护方案没有落实")


def test_two_clicks_are_a_word_and_three_a_sentence(desk):
    _click(desk, "管护方案", 2)
    _shown(desk, "方案")
    desk.keyboard.press("Escape")
    _click(desk, "凡是管护", 3)
    _shown(desk, "凡是管护方案没有落实的，不宜急于开工。")


def test_a_selection_reaches_across_paragraphs(desk):
    """Down from one paragraph into the next, and kept with the line break between them."""
    *_, right, bottom = box_of(desk, "以建管同步促好用")
    left, top, *_ = box_of(desk, "真正接得通的地方。", scroll=False)
    desk.mouse.move(left + 2, top)
    desk.mouse.down()
    desk.mouse.move(right - 60, bottom)
    desk.mouse.move(right - 3, bottom)
    desk.mouse.up()
    desk.wait_for_selector(".popup")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    mark = Highlight.objects.get()
    assert mark.exact == mark.version.text[mark.start : mark.end] == "真正接得通的地方。\n以建管同步促好用"


def _frames_to_popup(desk, quote):
    desk.evaluate(
        """() => {
            delete document.documentElement.dataset.frames;
            document.addEventListener('pointerup', () => {
                const count = (frames) => document.querySelector('.popup')
                    ? (document.documentElement.dataset.frames = frames)
                    : requestAnimationFrame(() => count(frames + 1));
                count(0);
            }, {capture: true, once: true});
        }"""
    )
    drag(desk, quote)
    desk.wait_for_selector("html[data-frames]")
    return int(desk.get_attribute("html", "data-frames"))


def test_the_popup_opens_at_the_selection_within_one_frame(desk):
    """The first frame counted is the one in which the button came up. A busy machine adds some, and only adds."""
    frames = []
    while not frames or (min(frames) > 2 and len(frames) < 10):
        frames.append(_frames_to_popup(desk, "凡是管护方案没有落实的"))
        end = desk.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().bottom")
        assert 0 <= desk.locator(".popup").bounding_box()["y"] - end < 20
        desk.keyboard.press("Escape")
        expect(desk.locator(".popup")).to_have_count(0)
    assert min(frames) <= 2


@pytest.fixture
def phone(accepted, new_page, enter):
    return enter(new_page(390, 844, touch=True, is_mobile=True))


def _press_long(page, quote):
    """A finger comes down, and the browser selects: what its long press and its handles do from then on."""
    left, top, *_ = box_of(page, quote)
    page.touchscreen.tap(left + 6, top)
    _hold(page, quote)


def _hold(page, quote):
    page.evaluate(
        """quote => {
            const block = [...document.querySelectorAll('.block-text')].find((one) => one.textContent.includes(quote));
            const at = block.textContent.indexOf(quote);
            getSelection().setBaseAndExtent(block.firstChild, at, block.firstChild, at + quote.length);
        }""",
        quote,
    )


def test_a_long_press_selects_and_its_handles_change_what_is_asked_about(phone):
    _press_long(phone, "凡是")
    _shown(phone, "凡是")
    _hold(phone, "凡是管护方")
    _shown(phone, "凡是管护方案")
    phone.tap(".popup .options button >> nth=1")
    phone.tap(".popup .go")
    phone.wait_for_selector(".popup", state="detached")
    expect(phone.locator(".card:not(.unsaved)")).to_have_count(1)
    assert quotes() == ["凡是管护方案"]


def test_on_a_phone_the_popup_stays_when_its_note_is_touched(phone):
    _press_long(phone, "凡是")
    _shown(phone, "凡是")
    phone.tap(".popup .note")
    # Longer than a selection has to rest before it counts.
    phone.wait_for_timeout(700)
    phone.locator(".popup .note").press_sequentially("手机")
    phone.tap(".popup .go")
    expect(phone.locator(".card:not(.unsaved)")).to_have_count(1)
    assert Highlight.objects.get().note == "手机"


def test_a_touch_beside_the_selection_closes_the_popup(phone):
    _press_long(phone, "凡是")
    _shown(phone, "凡是")
    phone.evaluate("getSelection().removeAllRanges()")
    expect(phone.locator(".popup")).to_have_count(0)


def test_the_bar_at_the_thumb_marks_what_is_selected(phone):
    _press_long(phone, "凡是")
    _shown(phone, "凡是")
    phone.tap(".popup .cancel")
    expect(phone.locator(".popup")).to_have_count(0)
    _hold(phone, "凡是")
    phone.tap("[data-mark]")
    _shown(phone, "凡是")


def test_the_caret_shows_where_the_keyboard_is_in_the_text(desk):
    desk.keyboard.press("v")
    caret = desk.locator("#caret")
    expect(caret).to_be_visible()
    before = caret.bounding_box()
    desk.keyboard.press("ArrowRight")
    assert caret.bounding_box()["x"] > before["x"]
    expect(desk.locator("#caret-said")).not_to_be_empty()
    desk.locator("#notes").focus()
    expect(caret).to_be_hidden()


def test_the_caret_starts_where_the_text_was_clicked(desk):
    _click(desk, "沿线社区", 1)
    for key in ("Control+ArrowLeft", "Control+Shift+ArrowRight", "Enter"):
        desk.keyboard.press(key)
    _shown(desk, "沿线社区最清楚哪里积水、哪里缺灯。")


def test_the_caret_goes_by_words_sentences_paragraphs_and_characters(desk):
    desk.locator("#text").focus()
    moves = {
        "Shift+ArrowRight": "绿道",
        "Alt+Shift+ArrowRight": "绿道不",
        "Control+Shift+ArrowRight": "绿道不只是路。",
        "Shift+ArrowLeft": "绿道不只是路",
        "Shift+End": None,
    }
    desk.keyboard.press("ArrowDown")
    for key, selected in moves.items():
        desk.keyboard.press(key)
        if selected:
            expect(desk.locator("#caret-said")).to_have_text(selected)
    expect(desk.locator("#caret-said")).to_have_text(desk.locator(".block-text").nth(1).text_content())
    desk.keyboard.press("Shift+ArrowDown")
    desk.keyboard.press("Shift+Home")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".popup")


def test_no_shortcut_fires_while_text_is_being_composed(desk):
    """Both signs by which browsers tell it: the event's own, and the key code that older ones send."""
    select(desk, "凡是管护方案没有落实的")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    for sign in ({"isComposing": True}, {"keyCode": 229}):
        for key in ("?", "f", "j", "Delete", "m", "ArrowRight", "Enter"):
            desk.dispatch_event("#text", "keydown", {"key": key, "bubbles": True, "cancelable": True, **sign})
    expect(desk.locator("#shortcuts")).to_be_hidden()
    assert not desk.evaluate("document.documentElement.dataset.focus ?? ''")
    expect(desk.locator(".card")).to_have_count(1)
    expect(desk.locator(".popup")).to_have_count(0)


def test_an_input_method_composes_a_note_by_its_own_keys(desk):
    """By Chromium's own composition: the Enter that ends it does not save."""
    select(desk, "凡是管护方案没有落实的")
    desk.locator(".popup .note").focus()
    keyboard = desk.context.new_cdp_session(desk)
    keyboard.send("Input.imeSetComposition", {"text": "jian", "selectionStart": 4, "selectionEnd": 4})
    desk.dispatch_event(".popup .note", "keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    expect(desk.locator(".popup .note")).to_have_value("jian")
    keyboard.send("Input.insertText", {"text": "建"})
    desk.keyboard.press("Enter")
    saved(desk, 1)
    assert Highlight.objects.get().note == "建"
