"""What goes out of the outbox: in order, without doubles; and where the browser keeps nothing, the reader is told."""

import re

import pytest
from playwright.sync_api import expect

from annotations.models import Event
from tests.browser.scene import saved
from tests.browser.test_never_lost import EXPECTED, FIRST, SECOND, mark, notes

pytestmark = pytest.mark.django_db(transaction=True)
FORBIDDEN = """
Object.defineProperty(window, "indexedDB", { value: { open() { throw new DOMException("no", "SecurityError"); } } });
"""


@pytest.fixture(autouse=True)
def expected(errors):
    """What the browser itself says of failing requests is what these tests are about."""
    yield
    errors[:] = [error for error in errors if not EXPECTED.search(error)]


@pytest.fixture
def fleeting(page, accepted, enter):
    """The desk in a browser that lets pages keep nothing."""
    page.add_init_script(FORBIDDEN)
    return enter(page)


def change_note(page, place, note):
    card = page.locator(".card").nth(place)
    card.hover()
    card.locator(".edit").click()
    page.fill(".popup .note", note)
    page.keyboard.press("Enter")
    page.wait_for_selector(".popup", state="detached")


def test_changes_go_out_in_the_order_they_were_made_each_once(desk):
    sent = []
    desk.context.set_offline(True)
    mark(desk, FIRST, "一")
    mark(desk, SECOND, "二")
    change_note(desk, 0, "一改")
    change_note(desk, 1, "二改")
    expect(desk.locator("#status")).to_contain_text("4 处改动")
    desk.on(
        "requestfinished",
        lambda request: sent.append(request.post_data_json["note"]) if "/highlights/" in request.url else None,
    )
    desk.context.set_offline(False)
    saved(desk, 2)
    expect(desk.locator("#status")).to_have_text("已保存")
    assert sent == ["一", "二", "一改", "二改"]
    assert notes() == ["一改", "二改"]
    assert Event.objects.filter(subject="highlight").count() == 4


def test_a_browser_that_keeps_nothing_says_so_and_marking_works(fleeting):
    expect(fleeting.locator(".toast")).to_contain_text("这个浏览器不让留存数据")
    mark(fleeting, FIRST, "一")
    saved(fleeting, 1)
    assert notes() == ["一"]


def test_a_browser_that_keeps_nothing_sends_when_the_line_returns(fleeting):
    fleeting.context.set_offline(True)
    mark(fleeting, FIRST, "一")
    mark(fleeting, SECOND, "二")
    expect(fleeting.locator("#status")).to_have_text(re.compile("2 处改动只在这一页里，请别关掉"))
    fleeting.context.set_offline(False)
    saved(fleeting, 2)
    assert notes() == ["一", "二"]


def test_a_browser_that_keeps_nothing_warns_before_it_closes(fleeting):
    fleeting.context.set_offline(True)
    mark(fleeting, FIRST)
    expect(fleeting.locator("#status")).to_contain_text("1 处改动只在这一页里")
    with fleeting.expect_event("dialog") as asked:
        fleeting.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.accept()


FULL = """() => {
    IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
}"""


def test_a_full_browser_keeps_the_rest_in_the_page_and_says_so(desk):
    """One change lies in the database, the next found no room there: both are sent, in order."""
    desk.context.set_offline(True)
    mark(desk, FIRST, "一")
    expect(desk.locator("#status")).to_contain_text("留在这台设备上")
    desk.evaluate(FULL)
    mark(desk, SECOND, "二")
    expect(desk.locator("#status")).to_have_text(re.compile("处改动只在这一页里，请别关掉"))
    desk.context.set_offline(False)
    saved(desk, 2)
    assert notes() == ["一", "二"]
