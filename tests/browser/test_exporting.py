"""The export dialog: what it offers, remembers and answers, by keyboard and on a phone; what waits for its place."""

import pytest
from playwright.sync_api import expect

from annotations.exporting import jobs, writing
from annotations.models import Export, Highlight, Unplaced
from tests.browser.scene import saved, select

pytestmark = pytest.mark.django_db(transaction=True)
QUOTE = "绿道由零散的景观点连成了可以到达的网"


@pytest.fixture
def marked(desk):
    select(desk, QUOTE)
    desk.keyboard.press("1")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    return desk


@pytest.fixture
def queued(settings, monkeypatch):
    """Every export is a long one, and nobody writes it."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    monkeypatch.setattr(jobs, "is_long", lambda format, document: True)


def opened(page):
    page.click(".bar [data-export]")
    expect(page.locator("#export-dialog")).to_be_visible()
    return page.locator("#export-dialog")


def test_a_short_export_is_a_file_at_once(marked):
    dialog = opened(marked)
    expect(dialog.locator("[name=query]:checked + span")).to_have_text("这篇文章的笔记")
    dialog.get_by_text("Markdown（Obsidian）").click()
    with marked.expect_download() as file:
        dialog.locator(".go").click()
    assert file.value.suggested_filename == "让绿道连起城市生活.md"
    assert QUOTE in file.value.path().read_text(encoding="utf-8")
    expect(dialog).to_be_hidden()


def test_by_keyboard_the_last_choice_is_one_key_away(marked):
    dialog = opened(marked)
    expect(dialog.locator("[value=docx]")).to_be_focused()
    marked.keyboard.press("ArrowDown")
    with marked.expect_download() as file:
        marked.keyboard.press("Enter")
    assert file.value.suggested_filename.endswith(".xlsx")
    expect(marked.locator(".bar [data-export]")).to_be_focused()
    marked.reload()
    marked.wait_for_selector("#text[data-ready]")
    marked.focus(".bar [data-export]")
    marked.keyboard.press("Enter")
    expect(dialog.locator("[value=xlsx]")).to_be_focused()
    marked.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_choice_among_the_folded_formats_is_remembered_in_sight(marked):
    dialog = opened(marked)
    dialog.locator("summary").click()
    dialog.locator("[value=ris]").check()
    dialog.get_by_text("写上每处的圈点人和时间").click()
    with marked.expect_download():
        dialog.locator(".go").click()
    marked.reload()
    marked.wait_for_selector("#text[data-ready]")
    opened(marked)
    expect(dialog.locator("[value=ris]")).to_be_visible()
    expect(dialog.locator("[value=ris]")).to_be_checked()
    expect(dialog.locator("[name=people]")).to_be_checked()


def test_a_long_export_is_said_at_once_counted_and_announced_on_another_page(marked, queued):
    dialog, project = opened(marked), Highlight.objects.get().project_id
    dialog.locator(".go").click()
    expect(dialog.locator(".said")).to_contain_text("开始写 Word 文档（带批注）")
    expect(marked.locator("#export-news")).to_contain_text("开始写")
    export = Export.objects.get()
    assert export.query.startswith("article=")
    marked.keyboard.press("Escape")
    marked.goto(f"/projects/{project}/codebook/")
    Export.objects.update(status="running", done=3, total=7)
    expect(marked.locator("#export-news")).to_contain_text("3 / 7")
    Export.objects.update(status="queued")
    writing.write(export.pk)
    expect(marked.locator("#export-news")).to_contain_text("写好了")
    with marked.expect_download() as file:
        marked.click("#export-news a")
    assert file.value.suggested_filename == "让绿道连起城市生活.docx"


def test_without_a_connection_it_is_said_and_can_be_tried_again(marked, new_page):
    dialog = opened(marked)
    marked.context.set_offline(True)
    dialog.locator(".go").click()
    expect(dialog.locator(".said")).to_contain_text("连不上服务器")
    marked.context.set_offline(False)
    with marked.expect_download():
        dialog.locator(".go").click()
    new_page.errors[:] = [error for error in new_page.errors if "DISCONNECTED" not in error]


def test_what_the_filter_shows_is_what_is_written(marked):
    project = Highlight.objects.get().project_id
    marked.goto(f"/projects/{project}/notes/?text=没有这样的话")
    marked.click(".notes-tools [data-export]")
    dialog = marked.locator("#export-dialog")
    expect(dialog.locator("[name=query]:checked + span")).to_have_text("这里筛出来的")
    dialog.get_by_text("Markdown（Obsidian）").click()
    with marked.expect_download() as file:
        dialog.locator(".go").click()
    assert QUOTE not in file.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True])
def test_on_a_narrow_phone_dialog_and_menus_stay_inside(dark, accepted, enter, new_page):
    page = enter(new_page(width=320, height=640, dark=dark, touch=True))
    dialog = opened(page)
    dialog.locator("summary").click()
    box = dialog.bounding_box()
    assert (box["x"] >= 0, box["x"] + box["width"] <= 320, box["y"] + box["height"] <= 640) == (True, True, True)
    assert dialog.evaluate("element => element.scrollWidth <= element.clientWidth")
    expect(dialog.locator(".go")).to_be_in_viewport()
    page.keyboard.press("Escape")
    shown = [menu for menu in page.locator(".bar details.menu > summary").all() if menu.is_visible()]
    assert shown
    for menu in shown:
        menu.click()
        box = page.locator(".bar details.menu[open] .menu-body").bounding_box()
        assert (box["x"] >= 0, box["x"] + box["width"] <= 320) == (True, True)
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_passage_without_a_place_is_shown_where_it_may_belong_and_opened_there(desk, sample):
    text = sample.version.text
    assert QUOTE in text
    Unplaced.objects.create(project=sample.project, exact="绿道由零散的景点连成了能够到达的网", title=sample.title)
    desk.goto(f"/projects/{sample.project_id}/unplaced/")
    candidate = desk.locator(".candidate").first
    expect(candidate.locator("mark")).to_contain_text("连成了")
    expect(candidate).to_contain_text("第 1 段")
    expect(desk.locator(".candidate")).to_have_count(1)
    candidate.locator("a").click()
    desk.wait_for_selector("#text[data-ready]")
    expect(desk.locator("#p1")).to_be_in_viewport()
    assert desk.url.endswith("#p1")
