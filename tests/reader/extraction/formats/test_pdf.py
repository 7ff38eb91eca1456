import io

import pytest
from pypdf import PdfWriter

from reader.extraction import ExtractionError, extract
from reader.extraction.formats.pdf import read_pdf
from tests.reader.extraction.formats.pdf_pages import pdf_of

LINES = ["绿道上已经有人跑步，河水贴着堤岸慢", "慢流，城市在这里先醒了过来，人们说", "这是最好的时候。"]
MORE = ["规划部门说，今后三年还要补上十二处", "断点。"]


def code_of(data):
    with pytest.raises(ExtractionError) as raised:
        extract(data)
    return raised.value.code


def blank(pages):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=100, height=100)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_lines_are_joined_into_paragraphs():
    assert read_pdf(pdf_of([LINES + MORE])).text.split("\n") == ["".join(LINES), "".join(MORE)]


def test_running_heads_and_page_numbers_are_dropped_but_not_lost():
    pages = [["测试日报年刊", *LINES, f"- {number} -"] for number in (1, 2, 3)]
    page = extract(pdf_of(pages))
    assert {block.text for block in page.blocks} == {"".join(LINES)}
    heads = [row.text for row in page.removed if row.rule == "running_head"]
    assert heads == ["测试日报年刊", "- 1 -", "测试日报年刊", "- 2 -", "测试日报年刊", "- 3 -"]


def test_a_scanned_one_is_refused():
    assert code_of(blank(2)) == "scanned"


def test_ten_thousand_empty_pages_are_refused():
    assert code_of(blank(10_000)) == "many_pages"


def test_a_locked_one_is_refused():
    writer = PdfWriter(clone_from=io.BytesIO(blank(1)))
    writer.encrypt("password", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    assert code_of(held.getvalue()) == "locked"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00\xff" * 500])
def test_a_broken_one_is_refused(data):
    assert code_of(data) == "broken"
