"""The cleaning record in real Chromium: restore, strike, undo, redo; the original in its frame."""

import pytest
from playwright.sync_api import expect

from tests.browser.scene import create_account, open_article

pytestmark = pytest.mark.django_db(transaction=True)

SHARE = "请使用浏览器分享功能"
LAST = "责编"


@pytest.fixture
def record(page):
    create_account(page)
    open_article(page)
    page.click(".meta .clean")
    page.wait_for_selector(".record")
    return page


def _kept(page):
    return page.locator(".cleaned .line:not(.struck) > p")


def _heading(page, words):
    expect(page.locator(".cleaned h2")).to_contain_text(words)


def test_restore_strike_undo_and_redo(record):
    before = _kept(record).count()
    cut = record.locator(".original .cut", has_text=LAST)
    cut.get_by_role("button", name="恢复").click()
    expect(_kept(record)).to_have_count(before + 1)
    _heading(record, "第 2 版")

    line = record.locator(".cleaned .line").first
    line.hover()
    line.get_by_role("button", name="划去").click()
    expect(record.locator(".cleaned .struck")).to_have_count(1)
    _heading(record, "第 3 版")

    record.keyboard.press("Control+z")
    expect(record.locator(".cleaned .struck")).to_have_count(0)
    record.get_by_role("button", name="撤销").click()
    expect(_kept(record)).to_have_count(before)
    record.keyboard.press("Control+Shift+z")
    expect(_kept(record)).to_have_count(before + 1)
    _heading(record, "第 6 版")
    record.reload()
    expect(_kept(record)).to_have_count(before + 1)


def test_the_page_stays_where_it_was_and_the_keyboard_too(record):
    record.set_viewport_size({"width": 1000, "height": 500})
    button = record.locator(".cleaned .line").nth(4).get_by_role("button", name="划去")
    button.scroll_into_view_if_needed()
    button.focus()
    place = record.evaluate("window.scrollY")
    record.keyboard.press("Enter")
    expect(record.locator(".cleaned .struck")).to_have_count(1)
    assert abs(record.evaluate("window.scrollY") - place) < 3
    assert record.evaluate("document.activeElement.textContent").startswith("恢复")


def test_the_original_is_shown_in_a_frame_that_can_do_nothing(record):
    loads = []
    record.on("request", lambda request: loads.append(request.url))
    record.get_by_role("link", name="整页").click()
    frame = record.frame_locator(".original-frame")
    expect(frame.locator("body")).to_contain_text(SHARE)
    assert record.locator(".original-frame").get_attribute("sandbox") == ""
    assert frame.locator("script, img, link[href^=http], a[href]").count() == 0
    assert all("localhost" in url for url in loads)
    assert frame.locator("body").evaluate("element => getComputedStyle(element).paddingTop") == "14px"


def test_it_works_without_script(browser, live_server, record):
    state = record.context.storage_state()
    context = browser.new_context(base_url=live_server.url, storage_state=state, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(record.url)
    plain.locator(".original .cut", has_text=LAST).get_by_role("button", name="恢复").click()
    expect(plain.locator(".cleaned h2")).to_contain_text("第 2 版")
    context.close()
