"""Reading: the look of the text, what it remembers, and its keys."""

import pytest
from playwright.sync_api import expect

from reader.people.shortcuts import SHORTCUTS

pytestmark = pytest.mark.django_db(transaction=True)


def _style(page, name, selector=".block-text"):
    return page.evaluate("([s, n]) => getComputedStyle(document.querySelector(s))[n]", [selector, name])


def _slide(page, name, value):
    page.locator(f"#appearance [name={name}]").fill(str(value))


def _kept(page, act):
    with page.expect_response("**/api/me/**") as answer:
        act()
    return answer.value.status


def test_a_chosen_look_is_there_from_the_first_paint(desk, errors):
    desk.click("#look summary")
    _slide(desk, "size", 24)
    _slide(desk, "leading", 16)
    _slide(desk, "width", 28)
    desk.locator("[name=typeface][value=hei]").check(force=True)
    desk.locator("[name=indent]").uncheck()
    assert _kept(desk, lambda: desk.locator("[name=scheme][value=sepia]").check(force=True)) == 204
    # Without its scripts the page shows what the server alone made of it.
    desk.route("**/*.js", lambda route: route.abort())
    desk.goto(desk.url, wait_until="domcontentloaded")
    assert _style(desk, "fontSize") == "24px"
    assert _style(desk, "lineHeight") == "38.4px"
    assert _style(desk, "textIndent") == "0px"
    assert "Sans" in _style(desk, "fontFamily")
    assert _style(desk, "backgroundColor", "body") == "rgb(241, 228, 200)"
    assert desk.locator("#text").bounding_box()["width"] == 28 * 24
    errors.clear()


@pytest.mark.parametrize("width", [28, 36, 44])
def test_a_line_holds_as_many_characters_as_chosen(desk, width):
    desk.click("#look summary")
    _kept(desk, lambda: _slide(desk, "width", width))
    assert desk.locator("#text").bounding_box()["width"] / 19 == pytest.approx(width, abs=0.1)


def test_lines_are_set_as_chinese_wants_them(desk):
    for name, value in {"textAutospace": "normal", "lineBreak": "strict", "textSpacingTrim": "trim-start"}.items():
        if desk.evaluate("name => name in document.body.style", name):
            assert _style(desk, name) == value


def test_undo_and_redo_are_told_by_shift_not_by_the_case_of_the_letter(undecided):
    asked = []
    undecided.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    undecided.keyboard.press("Shift+A")
    expect(undecided.locator(".themes li")).to_have_count(4)
    undecided.keyboard.press("Control+Z")
    expect(undecided.locator(".themes li")).to_have_count(0)
    undecided.keyboard.press("Control+Shift+z")
    expect(undecided.locator(".themes li")).to_have_count(4)


def test_the_question_mark_lists_the_shortcuts(desk):
    desk.keyboard.press("?")
    expect(desk.locator("#shortcuts")).to_be_visible()
    expect(desk.locator("#shortcuts [data-name]")).to_have_count(len(SHORTCUTS))
    expect(desk.locator("#shortcuts [data-name=undo] kbd")).to_have_text(["Ctrl", "Z"])
    desk.keyboard.press("Escape")
    expect(desk.locator("#shortcuts")).to_be_hidden()


def test_enter_after_the_question_mark_changes_no_shortcut(desk):
    desk.keyboard.press("?")
    desk.keyboard.press("Enter")
    expect(desk.locator("#shortcuts")).to_be_visible()
    expect(desk.locator("#shortcuts .rebind", has_text="按新的键")).to_have_count(0)


def test_a_shortcut_can_be_changed_and_is_remembered(undecided):
    undecided.keyboard.press("?")
    undecided.click("[data-name=accept_all] .rebind")
    assert _kept(undecided, lambda: undecided.keyboard.press("Alt+k")) == 200
    expect(undecided.locator("[data-name=accept_all] kbd")).to_have_text(["Alt", "K"])
    undecided.reload()
    undecided.wait_for_selector("#text[data-ready]")
    undecided.keyboard.press("Alt+k")
    expect(undecided.locator(".themes li")).to_have_count(4)


def test_a_key_that_is_taken_is_refused(desk, errors):
    desk.keyboard.press("?")
    desk.click("[data-name=accept] .rebind")
    assert _kept(desk, lambda: desk.keyboard.press("Control+z")) == 422
    expect(desk.locator("#shortcuts .refused")).to_have_text("Ctrl+Z 已经是“撤销”的快捷键。")
    expect(desk.locator("[data-name=accept] kbd")).to_have_text(["A"])
    errors[:] = [error for error in errors if "422" not in error]


VALUES = {
    "typeface": {"song": ("fontFamily", "Songti"), "hei": ("fontFamily", "Sans"), "kai": ("fontFamily", "Kaiti")},
    "size": {str(size): ("fontSize", f"{size}px") for size in range(15, 27)},
    "leading": {str(tenths): ("lineHeight", f"{19 * tenths / 10:g}px") for tenths in range(16, 25, 2)},
    "indent": {"on": ("textIndent", "38px"), "off": ("textIndent", "0px")},
}


@pytest.mark.parametrize("name", VALUES)
def test_every_value_of_the_look_changes_the_text(desk, name):
    for value, (style, expected) in VALUES[name].items():
        desk.evaluate("([name, value]) => { document.documentElement.dataset[name] = value }", [name, value])
        assert expected in _style(desk, style), value


def test_the_look_follows_the_system_unless_one_is_chosen(desk):
    paper = lambda: _style(desk, "backgroundColor", "body")  # noqa: E731
    light, dark, sepia = "rgb(251, 248, 241)", "rgb(24, 22, 19)", "rgb(241, 228, 200)"
    assert paper() == light
    desk.emulate_media(color_scheme="dark")
    assert paper() == dark
    for scheme, expected in {"light": light, "sepia": sepia, "dark": dark}.items():
        desk.evaluate("scheme => { document.documentElement.dataset.appearance = scheme }", scheme)
        assert paper() == expected


def test_the_outline_follows_the_scroll_and_leads_to_its_paragraph(desk):
    current = desk.locator("#outline [aria-current]")
    desk.locator("#p6").evaluate("block => block.scrollIntoView({behavior: 'instant'})")
    expect(current).to_have_text("以生态修复促宜居")
    desk.click("#outline a:has-text('以规划连片促成网')")
    expect(current).to_have_text("以规划连片促成网")
    assert desk.url.endswith("#p3")


def test_a_paragraph_is_addressed_by_its_number(desk):
    desk.emulate_media(reduced_motion="reduce")
    desk.goto(f"{desk.url}#p3")
    assert 50 < desk.locator("#p3").bounding_box()["y"] < 100
    desk.click("#p4 .block-number")
    assert desk.url.endswith("#p4")
    expect(desk.locator("#p4 .block-number")).to_have_css("font-weight", "600")


def test_progress_is_kept_and_the_reader_goes_on_from_there(desk):
    with desk.expect_response("**/progress"):
        desk.locator("#p5").scroll_into_view_if_needed()
    address = desk.url
    desk.goto("about:blank")
    desk.goto(address)
    desk.wait_for_selector("#text[data-ready]")
    expect(desk.locator("#p5 .block-text")).to_be_in_viewport()
    assert desk.evaluate("scrollY") > 300
    desk.click(".toast:has-text('接着上次读：第') button:has-text('回到开头')")
    expect(desk.locator("h1")).to_be_in_viewport()


def test_the_time_that_reading_takes_is_told(desk):
    expect(desk.locator(".meta")).to_contain_text("1009 字 · 约 4 分钟")


def test_on_a_tablet_text_and_notes_stand_side_by_side(desk):
    desk.set_viewport_size({"width": 820, "height": 1100})
    text, notes = (desk.locator(place).bounding_box() for place in ("#text", "#notes"))
    assert text["x"] + text["width"] < notes["x"]
    expect(desk.locator("#side")).to_be_hidden()
    desk.click(".thumb [data-part=outline]")
    expect(desk.locator("#outline")).to_be_in_viewport()
    desk.keyboard.press("Escape")
    expect(desk.locator("#side")).to_be_hidden()
    expect(desk.locator(".thumb [data-part=outline]")).to_be_focused()


def test_on_a_phone_outline_themes_notes_and_look_open_from_the_thumb(desk):
    desk.set_viewport_size({"width": 390, "height": 844})
    places = {"[data-part=outline]": "#outline", "[data-part=themes]": "#article-themes"}
    for button, place in {**places, "[data-sheet=notes]": "#notes", "[data-menu=look]": "#appearance"}.items():
        desk.click(f".thumb {button}")
        expect(desk.locator(place)).to_be_in_viewport()
        assert desk.locator(place).bounding_box()["y"] > 300
        assert desk.get_attribute(f".thumb {button}", "aria-expanded") == "true"
        desk.keyboard.press("Escape")
        expect(desk.locator(place)).to_be_hidden()
        expect(desk.locator(f".thumb {button}")).to_be_focused()


def test_nothing_is_wider_than_a_small_phone(desk):
    desk.set_viewport_size({"width": 320, "height": 640})
    assert desk.evaluate("document.documentElement.scrollWidth") == 320


def test_focus_mode_hides_all_but_the_text_and_keeps_the_focus(desk):
    desk.locator(".bar [data-focus-mode]").focus()
    desk.keyboard.press("Enter")
    for place in (".bar", "#side", "#notes", "#map"):
        expect(desk.locator(place)).to_be_hidden()
    expect(desk.locator("#text")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("#notes")).to_be_visible()
