"""axe-core finds nothing in any state of the desk, the smallest fault and small targets included."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from annotations.models import Highlight
from tests.browser.scene import box_of, drag, select
from tests.browser.stored import put, rewrite

pytestmark = pytest.mark.django_db(transaction=True)
# Without preload axe does not fetch the style sheets' imports again, at addresses that do not exist.
EVERYTHING = {"preload": False, "rules": {"target-size": {"enabled": True}}}
CONTRAST = {"preload": False, "runOnly": ["color-contrast"]}
DRESSED = {"the text", "a mark with its ends", "the popup, chosen", "offline", "a conflict"}
OUTER, INNER = "凡是管护方案没有落实的", "管护方案"


@pytest.fixture
def desk(accepted, new_page, enter):
    """axe-core comes from outside the site, which the pages' policy rightly forbids."""
    put(OUTER, "规划连片", note="外")
    put(INNER, "建管同步")
    return enter(new_page(bypass_csp=True))


def _faults(page, state, options=EVERYTHING):
    found = Axe().run(page, options=options).response["violations"]
    return {f"{state}: {fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in found}


def _menus(page):
    yield "the text"
    for button in ("#look summary", ".bar .menu summary >> nth=0", ".filter summary"):
        page.click(button)
        yield button
        page.keyboard.press("Escape")
    page.keyboard.press("?")
    yield "shortcuts"
    page.keyboard.press("Escape")


def _marking(page):
    page.keyboard.press("j")
    yield "a mark with its ends"
    left, top, right, _ = box_of(page, INNER)
    page.mouse.click((left + right) / 2, top)
    yield "the offer of two"
    page.keyboard.press("Escape")
    select(page, "让居民、商户和学校")
    page.locator(".popup .find").press_sequentially("xin")
    yield "the popup, searching"
    page.locator(".popup .find").fill("")
    page.locator(".popup").focus()
    page.keyboard.press("1")
    page.keyboard.press("Shift+S")
    yield "the popup, chosen"
    page.keyboard.press("Enter")
    page.wait_for_selector("#sticky:not([hidden])")
    yield "the sticky chip"
    page.click("#sticky button")


def _troubles(page):
    page.context.set_offline(True)
    drag(page, "出门十分钟")
    page.keyboard.press("Enter")
    page.wait_for_selector(".status.bad")
    yield "offline"
    page.context.set_offline(False)
    page.wait_for_selector(".status:has-text('已保存')")
    Highlight.objects.update(note="别人的话", revision=7)
    page.hover(".card >> nth=0")
    page.click(".card .edit >> nth=0")
    page.fill(".popup .note", "我的话")
    page.keyboard.press("Enter")
    page.wait_for_selector(".conflict")
    yield "a conflict"
    page.click(".keep-theirs")


def _small(page):
    page.set_viewport_size({"width": 390, "height": 844})
    for button in ("[data-part=outline]", "[data-part=themes]", "[data-sheet=notes]", "[data-menu=look]"):
        page.click(f".thumb {button}")
        yield f"{button} on a phone"
        page.keyboard.press("Escape")
    # What is left of the desktop's window at 200 %.
    page.set_viewport_size({"width": 720, "height": 450})
    yield "at 200 %"
    select(page, "出门十分钟")
    yield "the popup at 200 %"
    page.keyboard.press("Escape")


def _every(page):
    for states in (_menus, _marking, _troubles, _small):
        yield from states(page)


def _dressed(page):
    """The colours of the other looks, in the state that is there."""
    for scheme in ("dark", "sepia"):
        page.evaluate("scheme => { document.documentElement.dataset.appearance = scheme }", scheme)
        yield scheme
    page.evaluate("() => { document.documentElement.dataset.appearance = 'system' }")


def test_no_state_of_the_desk_has_a_fault_in_any_look(desk, errors):
    found = set()
    for state in _every(desk):
        found |= _faults(desk, state)
        for look in _dressed(desk) if state in DRESSED else ():
            found |= _faults(desk, f"{state}, {look}", CONTRAST)
    errors[:] = [error for error in errors if "INTERNET_DISCONNECTED" not in error and "412" not in error]
    assert found == set()


def test_forced_colours_have_no_fault_and_tell_marks_by_their_lines(desk):
    desk.emulate_media(forced_colors="active")
    found = set()
    for state in _marking(desk):
        found |= _faults(desk, state)
    assert found == set()
    style = "name => getComputedStyle(document.querySelector('.block-text'), name).textDecorationStyle"
    lines = [desk.evaluate(style, f"::highlight(mark-{colour}-1)") for colour in range(1, 5)]
    assert lines == ["solid", "dashed", "dotted", "double"]


def test_marks_without_a_place_have_no_fault(accepted, new_page, enter):
    put(OUTER, "规划连片", note="外")
    rewrite(OUTER, "凡是管护方案没有落实好的，先放一放；凡是管护方案没落实的，也放一放。")
    desk = enter(new_page(bypass_csp=True))
    desk.wait_for_selector(".orphan")
    found = _faults(desk, "orphans")
    for look in _dressed(desk):
        found |= _faults(desk, look, CONTRAST)
    desk.set_viewport_size({"width": 390, "height": 844})
    assert found | _faults(desk, "on a phone") == set()
