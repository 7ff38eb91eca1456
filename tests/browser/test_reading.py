"""Reading: the look of the text, what it remembers, and its keys."""

import pytest
from playwright.sync_api import expect

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
    expect(desk.locator("#shortcuts [data-name=undo] kbd")).to_have_text(["Ctrl", "Z"])
    desk.keyboard.press("Escape")
    expect(desk.locator("#shortcuts")).to_be_hidden()


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
