"""The notes page as it is worked on: notes and memos written where they stand, quotes copied, filters followed."""

import pytest
from playwright.sync_api import expect

from annotations.exporting import writing
from annotations.models import Export, Highlight, Memo
from tests.browser.scene import saved, select

pytestmark = pytest.mark.django_db(transaction=True)
QUOTE = "绿道由零散的景观点连成了可以到达的网"


@pytest.fixture
def notes(desk):
    select(desk, QUOTE)
    desk.keyboard.press("1")
    desk.fill(".popup .note", "待议")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    desk.goto(f"/projects/{Highlight.objects.get().project_id}/notes/")
    return desk


def test_a_note_is_changed_where_it_stands(notes):
    notes.click("text=改批注")
    notes.fill(".edit-form textarea", "“网”的提法")
    notes.keyboard.press("Enter")
    expect(notes.locator(".note-text")).to_have_text("“网”的提法")
    expect(notes.locator(".edit-form")).to_have_count(0)
    assert Highlight.objects.get().note == "“网”的提法"


def test_escape_leaves_the_note_as_it_was(notes):
    notes.click("text=改批注")
    notes.fill(".edit-form textarea", "不要")
    notes.keyboard.press("Escape")
    expect(notes.locator(".note-text")).to_be_visible()
    assert Highlight.objects.get().note == "待议"


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_the_keyboard_is_back_at_the_button_after_writing(notes, key):
    notes.focus(".edit-note")
    notes.keyboard.press("Enter")
    expect(notes.locator(".edit-form textarea")).to_be_focused()
    notes.keyboard.press(key)
    expect(notes.locator(".edit-note")).to_be_focused()


def test_enter_on_the_button_that_cancels_cancels(notes):
    notes.click("text=改批注")
    notes.fill(".edit-form textarea", "不要")
    notes.press(".edit-form .cancel", "Enter")
    expect(notes.locator(".edit-form")).to_have_count(0)
    assert Highlight.objects.get().note == "待议"


def test_the_button_says_whether_there_is_a_note(notes):
    notes.click("text=改批注")
    notes.fill(".edit-form textarea", "")
    notes.click(".edit-form .go")
    expect(notes.locator(".edit-note")).to_have_text("写批注")


def test_a_memo_is_written_and_the_button_then_offers_to_change_it(notes):
    memo = notes.locator(".memo").first
    memo.locator(".edit-memo").click()
    notes.fill(".edit-form textarea", "全课题先看三百米")
    notes.keyboard.press("Enter")
    expect(memo.locator(".memo-text")).to_have_text("全课题先看三百米")
    expect(memo.locator(".edit-memo")).to_have_text("改备忘")
    assert Memo.objects.get().text == "全课题先看三百米"


def test_a_memo_that_somebody_else_wrote_meanwhile_is_not_written_over(notes, new_page):
    Memo.objects.create(project_id=Highlight.objects.get().project_id, text="别人的")
    memo = notes.locator(".memo").first
    memo.locator(".edit-memo").click()
    notes.fill(".edit-form textarea", "我的")
    notes.keyboard.press("Enter")
    expect(notes.locator(".edit-form .error")).to_be_visible()
    expect(memo.locator(".memo-text")).to_have_text("别人的")
    assert notes.input_value(".edit-form textarea") == "我的"
    assert Memo.objects.get().text == "别人的"
    notes.keyboard.press("Enter")
    expect(memo.locator(".memo-text")).to_have_text("我的")
    new_page.errors[:] = [error for error in new_page.errors if "412" not in error]


def test_what_somebody_else_wrote_is_shown_and_may_then_be_written_over(notes, new_page):
    kept = Highlight.objects.get()
    notes.click("text=改批注")
    expect(notes.locator(".edit-form textarea")).to_be_focused()
    Highlight.objects.update(note="别人的", revision=kept.revision + 1)
    notes.fill(".edit-form textarea", "我的")
    notes.keyboard.press("Enter")
    expect(notes.locator(".note-text")).to_have_text("别人的")
    assert notes.input_value(".edit-form textarea") == "我的"
    notes.keyboard.press("Enter")
    expect(notes.locator(".edit-form")).to_have_count(0)
    assert Highlight.objects.get().note == "我的"
    new_page.errors[:] = [error for error in new_page.errors if "412" not in error]


def test_a_note_half_written_asks_before_the_page_is_left(notes):
    notes.click("text=改批注")
    notes.locator(".edit-form textarea").press_sequentially("写到一半")
    asked = []
    notes.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    notes.evaluate("location.reload()")
    expect(notes.locator(".edit-form textarea")).to_have_value("待议写到一半")
    assert asked == ["beforeunload"]
    notes.keyboard.press("Escape")


def test_without_a_connection_it_is_said_in_words_and_nothing_is_lost(notes, new_page):
    notes.click("text=改批注")
    notes.fill(".edit-form textarea", "离线写的")
    notes.context.set_offline(True)
    notes.keyboard.press("Enter")
    expect(notes.locator(".edit-form .error")).to_have_text("连不上服务器。")
    notes.context.set_offline(False)
    notes.keyboard.press("Enter")
    expect(notes.locator(".note-text")).to_have_text("离线写的")
    new_page.errors[:] = [error for error in new_page.errors if "DISCONNECTED" not in error]


def test_a_quote_is_copied_with_its_citation(notes):
    notes.context.grant_permissions(["clipboard-read", "clipboard-write"])
    notes.click("text=复制引文")
    expect(notes.locator(".toast")).to_contain_text("已复制")
    copied = notes.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{QUOTE}”（")
    assert "让绿道连起城市生活" in copied
    assert copied.endswith(" 段）")


def test_by_keyboard_a_choice_waits_for_its_button_and_the_focus_stays(notes):
    notes.focus("[name=group]")
    notes.keyboard.press("ArrowDown")
    expect(notes.locator("[name=group]")).to_have_value("theme")
    assert "?" not in notes.url
    notes.keyboard.press("Tab")
    notes.locator(".notes-filters > button").press("Enter")
    notes.wait_for_url("**/notes/?group=theme")


def test_a_choice_leaves_the_focus_where_it_was(notes):
    notes.focus("[name=group]")
    notes.select_option("[name=group]", "theme")
    notes.wait_for_url("**/notes/?group=theme")
    expect(notes.locator("[name=group]")).to_be_focused()


def test_choosing_a_group_is_enough(notes):
    notes.select_option("[name=group]", "theme")
    expect(notes.locator(".notes-group h2 .dot")).to_be_visible()
    assert "group=theme" in notes.url


def test_an_export_announces_itself_on_any_page(notes, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    project = Highlight.objects.get().project_id
    notes.evaluate(
        """async (project) => {
          const token = document.cookie.match(/csrftoken=([^;]+)/)[1];
          const body = new URLSearchParams({ format: "csv", query: "", csrfmiddlewaretoken: token });
          await fetch(`/projects/${project}/exports/start/`, { method: "POST", body });
        }""",
        project,
    )
    notes.reload()
    expect(notes.locator("#export-news")).to_contain_text("开始写")
    writing.write(Export.objects.get().pk)
    expect(notes.locator("#export-news")).to_contain_text("写好了")
    with notes.expect_download() as file:
        notes.click("#export-news a")
    assert file.value.suggested_filename.endswith(".csv")
