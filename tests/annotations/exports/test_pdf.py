"""PDF, read again by an independent library. Where WeasyPrint's own libraries are missing, that is said."""

import io
import sys
from dataclasses import replace

import pytest

from annotations.exports import pdf


def written(document):
    pytest.importorskip("weasyprint", exc_type=OSError, reason="WeasyPrint's libraries are not on this machine")
    from pypdf import PdfReader

    output = io.BytesIO()
    pdf.write(document, output)
    return PdfReader(output)


def shown(document):
    """The text without white space: lines break anywhere in Chinese."""
    return "".join("".join(page.extract_text() for page in written(document).pages).split())


def test_every_quote_and_note_is_in_the_text(project):
    text = shown(project)
    for article in project.articles:
        for mark in article.highlights:
            assert "".join(mark.exact.split()) in text
            assert "".join(mark.note.split()) in text


def test_the_chinese_fonts_are_embedded(single):
    fonts = [font.get_object() for page in written(single).pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font) for font in described)
    assert any("CJK" in font["/FontName"] or "Song" in font["/FontName"] for font in described)


def test_the_page_is_a4_and_the_file_has_a_title_and_an_outline(project):
    reader = written(project)
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert reader.metadata.title == "城市绿道研究"
    assert reader.outline


def test_nothing_is_fetched(build, monkeypatch):
    article = build.article((("paragraph", "文", 0),), title='<img src="http://127.0.0.1:9/x.png">')
    monkeypatch.setattr("socket.socket.connect", lambda *args: pytest.fail("a connection was made"))
    assert "127.0.0.1" in shown(build.single(article))


def test_missing_libraries_are_told_in_a_sentence(single, monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)

    class Missing:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(pdf.Unavailable, match="Pango"):
        pdf.write(single, io.BytesIO())


def test_nothing_marked_says_so(project):
    assert "还没有圈点" in shown(replace(project, articles=()))
