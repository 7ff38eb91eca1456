"""The whole path by keyboard, without one event of a mouse; and the focus, which is never lost."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from tests.browser.scene import PASSWORD, saved
from tests.browser.stored import put, quotes, rewrite

pytestmark = pytest.mark.django_db(transaction=True)
OUTER, OTHER = "凡是管护方案没有落实的", "让居民、商户和学校"
NO_MOUSE = "for (const name of ['mousedown', 'pointerdown']) addEventListener(name, () => console.error(name), true)"
# A click that Enter or Space makes has no pointer behind it, and so none of these.


def _tab_to(page, selector, most=60):
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def _press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_from_signing_in_to_a_file_without_a_mouse(sample, new_page):
    page = new_page()
    page.add_init_script(NO_MOUSE)
    user = User.objects.get()
    user.set_password(PASSWORD)
    user.save()
    page.goto("/sign-in/")
    _tab_to(page, "[name=username]")
    page.keyboard.type("chen")
    _tab_to(page, "[name=password]")
    page.keyboard.insert_text(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".rows")
    _tab_to(page, ".rows h2 a")
    page.keyboard.press("Enter")
    page.wait_for_selector("#text[data-ready]")
    _tab_to(page, ".proposal .accept")
    page.keyboard.press("Enter")
    expect(page.locator(".themes li")).to_have_count(1)
    page.keyboard.press("Shift+A")
    expect(page.locator(".themes li")).to_have_count(4)
    _press(page, "v", "ArrowDown", "Control+Shift+ArrowRight", "Enter", "2")
    _tab_to(page, ".popup .note")
    page.keyboard.insert_text("不用鼠标")
    page.keyboard.press("Enter")
    saved(page, 1)
    assert quotes() == ["绿道不只是路。"]
    _press(page, "k", "r", "Control+ArrowRight", "Enter", "e", "3", "Enter")
    saved(page, 1)
    expect(page.locator(".card .tags")).to_have_text("建管同步社区共治")
    assert quotes()[0].endswith("由谁维护。")
    _press(page, "Delete")
    expect(page.locator(".card")).to_have_count(0)
    _press(page, "Control+z")
    saved(page, 1)
    page.locator(".skip").focus()
    _tab_to(page, "[data-export]")
    page.keyboard.press("Enter")
    _tab_to(page, "#export-dialog .go")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert re.search(r"\.\w+$", download.value.suggested_filename)


@pytest.fixture
def kept(accepted, open_desk):
    """After each step of a test the focus is on something that is there to be seen."""
    put(OUTER, "规划连片")
    put(OTHER, "建管同步")
    return open_desk()


def _focus_is_kept(page):
    page.wait_for_function(
        """() => {
            const {activeElement: focused, body} = document;
            return focused !== body && focused.getClientRects().length > 0;
        }"""
    )


def test_the_focus_stays_on_the_page_through_marking(kept):
    steps = ["v", "Shift+ArrowRight", "Enter", "Escape", "Enter", "1", "Enter", "j", "e", "Escape", "r", "Escape"]
    for key in [*steps, "Delete", "Delete", "Control+z", "f", "Escape", "?", "Escape"]:
        kept.keyboard.press(key)
        _focus_is_kept(kept)


def test_the_focus_stays_on_the_page_through_menus_and_filters(kept):
    for selector in ("#look summary", ".filter summary"):
        kept.locator(selector).focus()
        kept.keyboard.press("Enter")
        kept.keyboard.press("Tab")
        kept.keyboard.press("Escape")
        expect(kept.locator(selector)).to_be_focused()
    kept.locator(".filter summary").focus()
    _press(kept, "Enter", "Tab", "Space")
    expect(kept.locator(".card")).to_have_count(1)
    _focus_is_kept(kept)


def test_the_focus_goes_on_to_the_next_proposal(undecided):
    undecided.locator(".proposal .reject").first.focus()
    undecided.keyboard.press("Enter")
    expect(undecided.locator(".proposal")).to_have_count(3)
    expect(undecided.locator(".proposal .reject").first).to_be_focused()
    undecided.locator(".proposal .rename").first.focus()
    _press(undecided, "Enter")
    undecided.keyboard.insert_text("新的名字")
    undecided.keyboard.press("Enter")
    expect(undecided.locator(".proposal")).to_have_count(2)
    expect(undecided.locator(".themes li")).to_have_text(re.compile("新的名字"))
    _focus_is_kept(undecided)


def test_a_message_with_a_button_waits_for_whoever_is_at_it(kept):
    _press(kept, "j", "Delete")
    kept.locator(".toast button").focus()
    kept.keyboard.press("Enter")
    saved(kept, 2)
    _focus_is_kept(kept)


def test_the_focus_goes_from_a_dropped_mark_to_the_next(accepted, open_desk):
    put(OUTER)
    put("建设阶段就应明确管护的责任主体")
    rewrite(OUTER)
    page = open_desk()
    page.locator(".orphan .drop").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".orphan")).to_have_count(1)
    _focus_is_kept(page)
    page.locator(".orphan .drop").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()


def test_reduced_motion_is_respected(kept):
    moving = """() => [...document.querySelectorAll('*')].filter((one) => {
        const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(one);
        return parseFloat(transitionDuration) > 0 || animationName !== 'none' || scrollBehavior === 'smooth';
    }).length"""
    assert kept.evaluate(moving) > 0
    kept.emulate_media(reduced_motion="reduce")
    assert kept.evaluate(moving) == 0


def test_saving_and_offline_are_told_to_who_cannot_see_them(kept):
    """The live region is in the accessibility tree before it has anything to say, on a phone too."""
    status = kept.get_by_role("status").filter(has_text="已保存")
    expect(status).to_have_count(1)
    assert status.get_attribute("aria-live") == "polite"
    kept.set_viewport_size({"width": 390, "height": 844})
    expect(status).to_have_count(1)
