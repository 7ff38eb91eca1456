"""The whole way, in real Chromium: account, article, marks by mouse and by keyboard, reload, notes as files."""

import io
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.scene import create_account, open_article, saved, select

pytestmark = pytest.mark.django_db(transaction=True)

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "gmw_city_clusters.txt"
BY_MOUSE = [
    ("绿道由零散的景观点连成了可以到达的网", "1", "“网”的提法"),
    ("凡是管护方案没有落实的", "2", "硬约束"),
    ("春天记录花期", "12", ""),
]
SEED_MARKS = [
    ("促使城市群获得比单个城市更大的分工收益和规模效益", "1", "分工收益"),
    ("一张蓝图干到底", "2", "规划"),
    ("促进产业协同", "12", ""),
]


def _mark_by_mouse(page, marks):
    for count, (quote, digits, note) in enumerate(marks, 1):
        select(page, quote)
        for digit in digits:
            page.keyboard.press(digit)
        if note:
            page.fill(".popup .note", note)
        page.keyboard.press("Enter")
        saved(page, count)


def _mark_by_keyboard(page):
    """From the top of the page to a mark, without a mouse."""
    page.locator("#text").focus()
    for key in ("ArrowDown", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector(".popup")
    page.keyboard.press("2")
    page.keyboard.press("Enter")


def _download(page, label):
    page.click("[data-export]")
    page.locator("#export-dialog label", has_text=label).first.click()
    with page.expect_download() as download:
        page.click("#export-dialog .go")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def _job(page, title, marks):
    open_article(page, title)
    page.keyboard.press("Shift+A")
    page.wait_for_selector(".themes li:nth-child(4)")
    _mark_by_mouse(page, marks)
    _mark_by_keyboard(page)
    saved(page, len(marks) + 1)
    page.reload()
    saved(page, len(marks) + 1)
    name, markdown = _download(page, "Markdown")
    assert name == f"{title}.md"
    word_name, word = _download(page, "Word")
    assert word_name == f"{title}.docx"
    return markdown.decode(), Document(io.BytesIO(word))


def _all_text(word):
    return "\n".join(paragraph.text for paragraph in word.paragraphs)


def test_the_sample_from_first_page_to_files(page):
    create_account(page)
    markdown, word = _job(page, "让绿道连起城市生活", BY_MOUSE)
    comments = "\n".join(comment.text for comment in word.comments)
    for quote, _, note in BY_MOUSE:
        assert quote in markdown
        assert quote in _all_text(word)
        assert note in markdown
        assert note in comments
    for theme in ("规划连片", "建管同步"):
        assert theme in markdown
        assert theme in comments
    assert "临江日报" in markdown


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seed is not here")
def test_the_owners_page_from_upload_to_files(page):
    create_account(page)
    page.click("main .go")
    page.set_input_files("[name=files]", SEED)
    page.locator("form", has=page.locator("[name=files]")).locator(".go").click()
    expect(page.locator("h1")).to_have_text("以协同创新引领城市群发展")
    page.goto("/")
    markdown, word = _job(page, "以协同创新引领城市群发展", SEED_MARKS)
    for quote, _, note in SEED_MARKS:
        assert quote in markdown
        assert quote in _all_text(word)
        assert note in markdown
    for theme in ("功能协同", "空间协同"):
        assert theme in markdown
