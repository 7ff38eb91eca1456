"""PDF, read again by an independent library. Where WeasyPrint's own libraries are missing, that is said."""

import io
import multiprocessing
import sys
from dataclasses import replace

import pytest

from annotations.exports.pdf import report


def written(document):
    pytest.importorskip("weasyprint", exc_type=OSError, reason="WeasyPrint's libraries are not on this machine")
    from pypdf import PdfReader

    output = io.BytesIO()
    report.write(document, output)
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
    needing = [name for name in sys.modules if name.startswith(("weasyprint", "annotations.exports.pdf."))]
    for name in set(needing) - {report.__name__}:
        monkeypatch.delitem(sys.modules, name)

    class Missing:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(report.Unavailable, match="Pango"):
        report.write(single, io.BytesIO())


def test_a_press_that_the_system_ends_is_told_in_a_sentence(single, monkeypatch):
    pytest.importorskip("weasyprint", exc_type=OSError, reason="WeasyPrint's libraries are not on this machine")
    monkeypatch.setattr(report, "gatherings", lambda parts: killing())
    with pytest.raises(report.Unavailable, match="QUANDIAN_PDF_PROCESSES"):
        report.write(single, io.BytesIO())


def killing():
    yield from ("<p>甲", "<p>乙")
    for press in multiprocessing.active_children():
        press.kill()
    yield "<p>丙"


def test_weasyprint_has_nothing_to_say_of_the_style_sheet(single, caplog):
    written(single)
    assert [record.message for record in caplog.records] == []


def test_nothing_marked_says_so(project):
    assert "还没有圈点" in shown(replace(project, articles=()))


@pytest.mark.parametrize(
    "title", ['"引\\号"\n', "</style><b>", "%d {x} ; } @page{}", "\ud800\x00甲", "\\a /* c */", ""]
)
def test_an_odd_title_stays_a_title(title, project):
    reader = written(replace(project, title=title))
    assert (reader.metadata.title or "") == "".join(sign for sign in title if sign not in "\ud800\x00")
    assert "参考文献" in reader.pages[-1].extract_text()


@pytest.fixture(scope="module")
def apart(build):
    """The project with every article, heading and quote laid out apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "GATHERING", 1)
        return written(build.project())


def pages_saying(reader, words):
    return [number for number, page in enumerate(reader.pages) if words in "".join(page.extract_text().split())]


def links(page):
    return [annotation.get_object() for annotation in page.get("/Annots", ())]


def test_a_quote_leads_to_its_paragraph_in_another_gathering(apart):
    quoted = apart.pages[pages_saying(apart, "“三百米”是指标。")[-1]]
    targets = [link["/Dest"][0] for link in links(quoted) if "/Dest" in link]
    assert apart.pages[1].indirect_reference in targets


def test_no_link_is_left_without_its_place(apart):
    left = [link for page in apart.pages for link in links(page) if "place:" in str(link)]
    assert left == []


def test_pages_are_numbered_through_and_the_contents_name_them(apart):
    feet = [page.extract_text().split()[-1] for page in apart.pages[1:]]
    assert feet == [str(number) for number in range(1, len(feet) + 1)]
    contents = [line.replace(" ", "") for line in apart.pages[0].extract_text().splitlines()]
    entry = next(line for line in contents if line.startswith("绿道进家门（1）"))
    assert int(entry.rsplit(".", 1)[1]) == pages_saying(apart, "心里敞亮")[0]


def test_an_article_of_several_pages_is_listed_and_linked_at_its_first(build, project):
    rows = tuple(("paragraph", f"第{number}段说的是河边的路。" * 12, 0) for number in range(40))
    long = build.article(rows, id=3, title="很长的一篇")
    reader = written(replace(project, articles=(long, *project.articles)))
    begun = pages_saying(reader, "第0段说的是河边的路")[0]
    assert pages_saying(reader, "第39段说的是河边的路")[0] > begun
    contents = [line.replace(" ", "") for line in reader.pages[0].extract_text().splitlines()]
    entry = next(line for line in contents if line.startswith("很长的一篇"))
    assert int(entry.rsplit(".", 1)[1]) == begun
    assert links(reader.pages[0])[0]["/Dest"][0] == reader.pages[begun].indirect_reference


def test_the_outline_nests_as_the_headings_do(apart):
    title, below = apart.outline[:2]
    assert title.title == "城市绿道研究"
    assert [line.title for line in below if not isinstance(line, list)][:2] == ["让绿道连成网", "绿道进家门"]


def test_a_gathering_begins_with_a_heading_where_one_is_near(monkeypatch):
    monkeypatch.setattr(report, "GATHERING", 10)
    parts = ["<article>甲乙丙", "<h3>丁", "<figure>戊", "<h3>己", "<figure>庚", "<figure>辛", "<figure>壬"]
    assert list(report.gatherings(parts)) == [
        "<article>甲乙丙",
        "<h3>丁<figure>戊",
        "<h3>己<figure>庚<figure>辛",
        "<figure>壬",
    ]
