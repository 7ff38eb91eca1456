"""A note that is typed and not kept is never lost: it lies on the device and is offered again."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from annotations.models import Highlight
from reader.models import Membership
from tests.browser.scene import saved, select
from tests.browser.stored import put, rewrite

pytestmark = pytest.mark.django_db(transaction=True)
QUOTE, OTHER = "凡是管护方案没有落实的", "让居民、商户和学校"


def typed(page, note="想到一半"):
    select(page, QUOTE)
    page.fill(".popup .note", note)


def test_escape_keeps_the_note_as_a_draft_which_is_offered_at_once_and_again(desk):
    typed(desk)
    desk.keyboard.press("Escape")
    expect(desk.locator(".toast")).to_contain_text("没存的批注留作草稿")
    expect(desk.locator("#drafts")).to_contain_text("草稿 1 处")
    select(desk, QUOTE)
    expect(desk.locator(".popup .note")).to_have_value("想到一半")
    expect(desk.locator(".popup .kept")).to_be_visible()
    desk.click(".popup .go")
    saved(desk, 1)
    expect(desk.locator("#drafts")).to_be_hidden()
    assert Highlight.objects.get().note == "想到一半"


def test_leaving_by_a_reload_warns_and_the_draft_is_there_afterwards(desk):
    typed(desk)
    asked = []

    def leave(dialog):
        asked.append(dialog.type)
        dialog.accept()

    desk.on("dialog", leave)
    desk.reload()
    desk.wait_for_selector("#text[data-ready]")
    assert asked == ["beforeunload"]
    desk.click("#drafts button")
    expect(desk.locator(".popup .note")).to_have_value("想到一半")
    expect(desk.locator(".popup .quote")).to_contain_text(QUOTE)


def test_a_link_warns_too_and_whoever_stays_goes_on_writing(desk):
    typed(desk)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    desk.on("dialog", stay)
    desk.evaluate("document.querySelector('.brand').click()")
    desk.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(desk.locator(".popup .note")).to_have_value("想到一半")
    desk.locator(".popup .go").click()
    saved(desk, 1)


def test_nothing_asks_where_nothing_was_typed(desk):
    select(desk, QUOTE)
    desk.on("dialog", lambda dialog: pytest.fail(dialog.type))
    desk.reload()
    desk.wait_for_selector("#text[data-ready]")
    expect(desk.locator("#drafts")).to_be_hidden()


def test_a_changed_note_is_a_draft_of_its_mark_and_can_be_given_up(accepted, open_desk):
    put(QUOTE, "规划连片", note="存下的")
    desk = open_desk()
    desk.locator(".card .quote").click()
    desk.keyboard.press("e")
    desk.fill(".popup .note", "改到一半")
    desk.keyboard.press("Escape")
    expect(desk.locator(".card .note")).to_have_text("存下的")
    desk.click("#drafts button")
    expect(desk.locator(".popup .note")).to_have_value("改到一半")
    desk.click(".popup .forget")
    expect(desk.locator(".popup .note")).to_have_value("存下的")
    desk.keyboard.press("Escape")
    expect(desk.locator("#drafts")).to_be_hidden()


def test_a_draft_moves_with_the_passage_it_is_about(desk):
    typed(desk)
    select(desk, OTHER)
    expect(desk.locator(".popup .quote")).to_contain_text(OTHER)
    desk.keyboard.press("Escape")
    expect(desk.locator("#drafts")).to_contain_text("草稿 1 处")
    desk.click("#drafts button")
    expect(desk.locator(".popup .quote")).to_contain_text(OTHER)


def test_what_was_left_in_an_older_text_is_found_by_its_words_or_copied(desk):
    typed(desk)
    desk.keyboard.press("Escape")
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rewrite(QUOTE)
    desk.reload()
    desk.wait_for_selector("#text[data-ready]")
    desk.click("#drafts button")
    expect(desk.locator(".toast")).to_contain_text("已复制")
    assert desk.evaluate("navigator.clipboard.readText()") == f"{QUOTE}\n想到一半"
    expect(desk.locator("#drafts")).to_be_hidden()


def test_drafts_are_of_whoever_typed_them(desk, new_page, enter):
    typed(desk)
    desk.keyboard.press("Escape")
    Membership.objects.create(
        project=Membership.objects.get().project, user=User.objects.create_user("li"), role="editor"
    )
    desk.context.clear_cookies()
    other = enter(desk, "li")
    expect(other.locator("#drafts")).to_be_hidden()


def test_on_the_notes_page_a_note_outlives_escape_and_a_reload(accepted, open_desk):
    put(QUOTE, "规划连片", note="存下的")
    page = open_desk()
    page.goto(Membership.objects.get().project.get_absolute_url() + "notes/")
    page.click(".edit-note")
    page.fill(".edit-form textarea", "改到一半")
    page.keyboard.press("Escape")
    page.reload()
    page.click(".edit-note")
    expect(page.locator(".edit-form textarea")).to_have_value("改到一半")
    page.locator(".edit-form .go").click()
    expect(page.locator(".note-text")).to_have_text("改到一半")
    page.reload()
    page.click(".edit-note")
    expect(page.locator(".edit-form .kept")).to_be_hidden()
