"""Printed, an article has its marks and, behind it, all its notes."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from tests.browser.stored import put

pytestmark = pytest.mark.django_db(transaction=True)


def _plain(text):
    """Fonts write some characters by their look-alikes among the radicals; blanks and breaks are the page's."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_marks_and_notes_are_printed(accepted, open_desk):
    put("凡是管护方案没有落实的", "规划连片", note="先问经费")
    put("一处一处销号", "建管同步", note="谁来巡查")
    desk = open_desk()
    pdf = PdfReader(io.BytesIO(desk.pdf(print_background=True)))
    printed = _plain("".join(page.extract_text() for page in pdf.pages))
    after_the_text = printed[printed.index("边注") :]
    for words in ("4凡是管护方案没有落实的", "规划连片", "先问经费", "3一处一处销号", "建管同步", "谁来巡查"):
        assert words in after_the_text
    assert "专注" not in printed


def test_a_mark_has_its_wash_on_paper(accepted, open_desk):
    """The colour of a mark is among those the pages are painted with, on white whatever the reader's look."""
    put("凡是管护方案没有落实的", "规划连片")
    desk = open_desk()
    desk.emulate_media(media="print", color_scheme="dark")
    assert desk.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    style = "getComputedStyle(document.querySelector('.block-text'), '::highlight(mark-1-1)')"
    assert desk.evaluate(f"{style}.textDecorationColor") == "rgb(47, 95, 158)"
    assert desk.evaluate("getComputedStyle(document.querySelector('.text')).printColorAdjust") == "exact"


def test_a_long_margin_is_printed_whole(sample, open_desk):
    """On the screen only the cards near the window are there."""
    text = sample.version.text
    for start in range(0, 700, 10):
        put(text[start : start + 10].strip(), note=f"注{start}。")
    desk = open_desk()
    assert desk.locator(".card").count() < 70
    pdf = PdfReader(io.BytesIO(desk.pdf()))
    printed = _plain("".join(page.extract_text() for page in pdf.pages))
    assert all(f"注{start}。" in printed for start in range(0, 700, 10))
