import io
import zipfile

import pytest
from docx import Document

from reader.extraction import ExtractionError, extract
from tests.reader.extraction.formats.word.files import paragraph, word_file

FIRST = "清晨六点，绿道上已经有人跑步，河水贴着堤岸慢慢流。"
TITLE = "让绿道连起城市的早晨"


def written(change=None):
    document = Document()
    document.add_heading(TITLE, 0)
    document.add_heading("一、起点", 2)
    document.add_paragraph(FIRST)
    document.add_paragraph("补上断点", style="List Bullet")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "断点", "十二处"
    held = io.BytesIO()
    document.save(held)
    return change(held.getvalue()) if change else held.getvalue()


def with_part(data, xml):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def code_of(data):
    with pytest.raises(ExtractionError) as raised:
        extract(data)
    return raised.value.code


def test_headings_paragraphs_lists_and_rows_are_kept():
    page = extract(written())
    assert page.title == TITLE
    assert [(block.kind, block.level, block.text) for block in page.blocks] == [
        ("heading", 2, "一、起点"),
        ("paragraph", 0, FIRST),
        ("list", 0, "补上断点"),
        ("table", 0, "断点\u3000十二处"),
    ]


def test_external_entities_are_refused(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密内容")
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert code_of(with_part(written(), xml)) == "unsafe"


def test_a_bursting_document_is_refused():
    assert code_of(with_part(written(), b" " * (11 * 1024 * 1024))) == "archive_too_large"


def test_a_broken_document_is_refused():
    assert code_of(written()[:400] + b"word/document.xml") == "broken"


def test_a_document_without_text_is_empty():
    held = io.BytesIO()
    Document().save(held)
    assert code_of(held.getvalue()) == "empty"


def test_page_headers_are_cut_and_not_lost():
    page = extract(word_file(paragraph(TITLE) + paragraph(FIRST), header1=paragraph("云溪镇志 卷一")))
    assert [(cut.rule, cut.text) for cut in page.removed] == [("running_head", "云溪镇志 卷一")]
    assert [block.text for block in page.blocks] == [FIRST]
