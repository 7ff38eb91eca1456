"""Nothing is lost on the way to the server, and what others do appears, in real Chromium."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from annotations.models import Event, Highlight
from reader.models import Membership
from tests.browser.scene import box_of, drag, open_article, saved, select
from tests.browser.stored import put, rewrite

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, SECOND = "凡是管护方案没有落实的", "让居民、商户和学校参与认养和巡查"
EXPECTED = re.compile("ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|404|412|422|503)")


@pytest.fixture(autouse=True)
def expected(errors):
    """What the browser itself says of failing requests is what these tests are about."""
    yield
    errors[:] = [error for error in errors if not EXPECTED.search(error)]


def mark(page, quote, note=""):
    select(page, quote)
    page.fill(".popup .note", note)
    page.keyboard.press("Enter")
    page.wait_for_selector(".popup", state="detached")


def unsent(page, count):
    expect(page.locator("#status")).to_contain_text(f"{count} 处改动留在这台设备上")


def notes():
    return list(Highlight.objects.filter(deleted=None).order_by("created").values_list("note", flat=True))


def other_window(desk):
    window = desk.context.new_page()
    window.goto(desk.url)
    window.wait_for_selector("#text[data-ready]")
    return window


def test_marks_made_offline_are_sent_in_order_and_once(desk):
    desk.context.set_offline(True)
    mark(desk, FIRST, "一")
    mark(desk, SECOND, "二")
    unsent(desk, 2)
    desk.context.set_offline(False)
    saved(desk, 2)
    expect(desk.locator("#status")).to_have_text("已保存")
    assert notes() == ["一", "二"]
    assert Event.objects.filter(subject="highlight").count() == 2


def test_marks_made_offline_outlive_a_closed_tab(desk):
    desk.context.set_offline(True)
    mark(desk, FIRST, "留着")
    unsent(desk, 1)
    again = desk.context.new_page()
    desk.close()
    again.context.set_offline(False)
    again.goto("/")
    open_article(again)
    saved(again, 1)
    assert notes() == ["留着"]


def test_an_answer_that_is_lost_doubles_nothing(desk):
    """The server keeps the mark, and its answer never arrives."""
    lost = []

    def lose(route):
        if lost or route.request.method != "PUT":
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    desk.route("**/highlights/*", lose)
    mark(desk, FIRST, "一")
    saved(desk, 1)
    assert lost == [201]
    assert (notes(), Event.objects.filter(subject="highlight").count()) == (["一"], 1)


def test_a_server_that_fails_is_asked_again(desk):
    failed = []

    def fail(route):
        if len(failed) == 2:
            return route.continue_()
        failed.append(1)
        return route.fulfill(status=503, body="")

    desk.route("**/highlights/*", fail)
    mark(desk, FIRST, "一")
    unsent(desk, 1)
    saved(desk, 1)
    assert notes() == ["一"]


def test_what_was_not_sent_is_undone_and_redone_without_the_server(desk):
    desk.context.set_offline(True)
    mark(desk, FIRST, "一")
    unsent(desk, 1)
    desk.keyboard.press("Control+z")
    expect(desk.locator(".card")).to_have_count(0)
    desk.keyboard.press("Control+Shift+z")
    expect(desk.locator(".card")).to_have_count(1)
    desk.context.set_offline(False)
    saved(desk, 1)
    assert notes() == ["一"]


def test_undo_and_redo_reach_across_a_reload(desk):
    mark(desk, FIRST, "一")
    saved(desk, 1)
    desk.reload()
    saved(desk, 1)
    desk.keyboard.press("Control+z")
    expect(desk.locator(".card")).to_have_count(0)
    desk.reload()
    desk.wait_for_selector("#text[data-ready]")
    desk.keyboard.press("Control+Shift+z")
    saved(desk, 1)


def test_closing_with_unsent_work_warns(desk):
    desk.context.set_offline(True)
    mark(desk, FIRST)
    unsent(desk, 1)
    with desk.expect_event("dialog") as asked:
        desk.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.accept()


def test_signed_out_is_said_and_what_was_marked_is_kept_for_that_person(desk):
    desk.context.clear_cookies(name="sessionid")
    mark(desk, FIRST, "留着")
    expect(desk.locator("#status")).to_contain_text("你已退出登录。1 处改动留在这台设备上")
    assert notes() == []


def test_a_lost_membership_is_said_and_nothing_is_thrown_away(desk):
    Membership.objects.all().delete()
    mark(desk, FIRST, "留着")
    expect(desk.locator("#status")).to_contain_text("1 处没有存上的改动仍留在这台设备上")
    expect(desk.locator(".toast button")).to_have_text("复制下来")


def test_another_window_shows_a_mark_without_a_reload(desk):
    window = other_window(desk)
    mark(desk, FIRST, "一")
    saved(desk, 1)
    expect(window.locator(".card .note")).to_have_text("一")


def test_what_another_person_changes_appears_within_seconds(desk):
    mark(desk, FIRST, "我的")
    saved(desk, 1)
    row = Highlight.objects.get()
    other = User.objects.create_user("li")
    membership = Membership.objects.create(project=row.project, user=other, role="editor")
    from annotations.marks import editing
    from annotations.marks import mark as marks_mark

    before = marks_mark.mark_of(row)
    theirs = marks_mark.mark_with(row, [])
    editing.put(membership, row.uuid, row.article, type(theirs)(**{**vars(theirs), "note": "她的"}), '"1"')
    expect(desk.locator(".card .note")).to_have_text("她的", timeout=9000)
    editing.remove(membership, row.uuid, '"2"')
    expect(desk.locator(".card")).to_have_count(0, timeout=9000)
    assert before.note == "我的"


def test_of_two_edits_theirs_can_be_kept(desk):
    mark(desk, FIRST, "先")
    saved(desk, 1)
    Highlight.objects.update(note="别人的话", revision=2)
    desk.hover(".card")
    desk.click(".card .edit")
    desk.fill(".popup .note", "我的话")
    desk.keyboard.press("Enter")
    expect(desk.locator(".conflict .mine")).to_contain_text("我的话")
    desk.click(".keep-theirs")
    saved(desk, 1)
    expect(desk.locator(".card .note")).to_have_text("别人的话")
    assert notes() == ["别人的话"]


def test_a_mark_without_a_place_in_a_new_text_is_put_back_by_hand(desk):
    mark(desk, FIRST, "留着")
    mark(desk, SECOND, "也留着")
    saved(desk, 2)
    rewrite(FIRST)
    expect(desk.locator(".toast")).to_contain_text("这篇文章有了新版本", timeout=9000)
    desk.reload()
    saved(desk, 1)
    expect(desk.locator("#moved .sum")).to_be_visible()
    expect(desk.locator("#moved .sum")).to_contain_text("1 处没有着落")
    expect(desk.locator(".orphan .quote")).to_have_text(FIRST)
    desk.click(".orphan .by-hand")
    place = "这一段全部另写了"
    drag(desk, place)
    saved(desk, 2)
    expect(desk.locator(".orphan")).to_have_count(0)
    assert Highlight.objects.get(note="留着").exact == place


def test_cards_stay_beside_a_text_that_marks_without_a_place_push_down(desk):
    mark(desk, FIRST, "留着")
    mark(desk, SECOND, "也留着")
    saved(desk, 2)
    rewrite(FIRST)
    desk.reload()
    expect(desk.locator(".orphan .quote")).to_have_text(FIRST)
    _, line, *_ = box_of(desk, SECOND, scroll=False)
    desk.wait_for_function(
        "line => Math.abs(document.querySelector('.card').getBoundingClientRect().top - line) < 60", arg=line
    )


def test_a_mark_without_a_place_is_dropped_by_hand(desk):
    mark(desk, FIRST, "留着")
    saved(desk, 1)
    rewrite(FIRST)
    desk.reload()
    desk.click(".orphan .drop")
    expect(desk.locator("#moved .orphan")).to_have_count(0)
    expect(desk.locator("#status")).to_have_text("已保存")
    assert notes() == []
    desk.keyboard.press("Control+z")
    expect(desk.locator(".orphan .quote")).to_have_text(FIRST)
    assert notes() == ["留着"]


@pytest.mark.parametrize("act", [".drop", ".candidates button"])
def test_what_was_done_offline_with_a_mark_without_a_place_is_taken_back_and_done_again(accepted, open_desk, act):
    put(FIRST, "规划连片", note="留着")
    put(SECOND, note="也留着")
    rewrite(FIRST, "凡是管护方案没有落实好的，先放一放；凡是管护方案没落实的，也放一放。")
    desk = open_desk()
    orphan = desk.locator("#moved .orphan .quote")
    expect(orphan).to_have_text(FIRST)
    desk.context.set_offline(True)
    desk.locator(f".orphan {act}").first.click()
    expect(orphan).to_have_count(0)
    expect(desk.locator("#status")).to_contain_text("连不上服务器")
    desk.keyboard.press("Control+z")
    expect(orphan).to_have_text(FIRST)
    desk.keyboard.press("Control+Shift+z")
    expect(orphan).to_have_count(0)
    desk.context.set_offline(False)
    expect(desk.locator("#status")).to_have_text("已保存", timeout=15000)
    expect(orphan).to_have_count(0)


def test_a_mark_without_a_place_goes_to_the_candidate_that_is_chosen(accepted, open_desk):
    put(FIRST, "规划连片", note="留着")
    rewrite(FIRST, "凡是管护方案没有落实好的，先放一放；凡是管护方案没落实的，也放一放。")
    desk = open_desk()
    candidate = desk.locator(".orphan .candidates button").first
    place = candidate.locator("b").text_content()
    expect(candidate).to_contain_text("放到第 4 段")
    candidate.focus()
    desk.keyboard.press("Enter")
    saved(desk, 1)
    expect(desk.locator(".card .quote")).to_have_text(place)
    expect(desk.locator(".orphan")).to_have_count(0)
    mark = Highlight.objects.get()
    assert (mark.exact, mark.note, mark.themes.get().name) == (place, "留着", "规划连片")
    desk.keyboard.press("Control+z")
    expect(desk.locator(".card")).to_have_count(0)
    expect(desk.locator(".orphan .quote")).to_have_text(FIRST)


def test_a_reader_who_does_not_choose_between_two_edits_loses_neither(accepted, open_desk):
    put(FIRST, note="先")
    desk = open_desk()
    Highlight.objects.update(note="别人的话", revision=2)
    desk.hover(".card")
    desk.click(".card .edit")
    desk.fill(".popup .note", "我的话")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".conflict")
    desk.keyboard.press("Escape")
    expect(desk.locator(".card .note")).to_have_text("我的话")
    expect(desk.locator(".card .quote")).to_be_focused()
    expect(desk.locator("#status")).to_contain_text("有圈点没有存上")
    assert notes() == ["别人的话"]
    desk.click(".card .retry")
    desk.click(".conflict .keep-mine")
    saved(desk, 1)
    assert notes() == ["我的话"]
