"""Whole articles on paper: tables are grids, lists have their signs, emphasis is seen, and marks lie where they lay."""

import io
from collections import Counter

import docx
import pytest
from bs4 import BeautifulSoup
from docx.oxml.ns import qn

from annotations.exports.html import page
from annotations.exports.passages import Passage, Table, passages
from annotations.exports.pdf import report as pdf_report
from annotations.exports.word import report as word_report
from reader.extraction.page import Cell, Span
from tests.annotations.exports.pdf.reading import links, shown
from tests.annotations.exports.pdf.reading import written as pdf

ROWS = (
    (
        "paragraph",
        "𠮷要点先行。街道修好以后，老人和孩子都愿意出门。[1]",
        0,
        "",
        (Span(1, 6, "bold"), Span(3, 4, "emphasis")),
    ),
    ("list", "座椅", 0, "•"),
    ("list", "1.5米的石凳", 1, "1."),
    ("table", "街区　里程（公里）", 0, "", (), (Cell(0, 0, 2, 1, True, 0, 2), Cell(0, 1, 1, 2, True, 3, 9))),
    ("table", "旧　新", 0, "", (), (Cell(1, 1, 1, 1, True, 0, 1), Cell(1, 2, 1, 1, True, 2, 3))),
    (
        "table",
        "东街😀　3.5",
        0,
        "",
        (),
        (Cell(2, 0, 1, 1, True, 0, 3), Cell(2, 1, start=4, end=7), Cell(2, 2, start=7, end=7)),
    ),
    ("note", "林晓舟：《街道的客厅》，第35页。", 0, "[1]"),
)


@pytest.fixture
def marked(build):
    """The article with marks on every kind of structure, over cells and over rows."""

    def make(*quotes, rows=ROWS):
        article = build.article(rows)
        marks = [build.mark(article, quote, number, "批", (1,)) for number, quote in enumerate(quotes, 1)]
        return build.single(build.replace(article, highlights=tuple(marks)))

    return make


QUOTES = ("要点先", "座", "区\u3000里", "3.5", "东街😀\u30003", "新\n东")


def _html(document):
    output = io.BytesIO()
    page.write(document, output)
    return BeautifulSoup(output.getvalue(), "lxml")


def _word(document):
    output = io.BytesIO()
    word_report.write(document, output)
    return docx.Document(output)


def test_rows_of_a_table_follow_one_another(marked):
    found = list(passages(marked().articles[0]))
    assert [type(one) for one in found] == [Passage, Passage, Passage, Table, Passage]
    assert [row.block.number for row in found[3].rows] == [4, 5, 6]


def test_what_parts_two_cells_takes_no_room(marked):
    table = list(passages(marked(*QUOTES).articles[0]))[3]
    said = [["".join(part.text for part in one.parts) for one in row.cells] for row in table.rows]
    assert said == [["街区", "里程（公里）"], ["旧", "新"], ["东街😀", "3.5", ""]]


def test_every_mark_opens_and_closes_once_in_a_table(marked):
    events = []
    for one in passages(marked(*QUOTES).articles[0]):
        cells = [cell.parts for row in one.rows for cell in row.cells] if isinstance(one, Table) else [one.parts]
        for part in (part for parts in cells for part in parts):
            events += [("open", mark.id) for mark in part.opens] + [("close", mark.id) for mark in part.closes]
    for mark in marked(*QUOTES).articles[0].highlights:
        assert [kind for kind, id in events if id == mark.id] == ["open", "close"]


def test_a_page_has_a_grid_with_heads(marked):
    table = _html(marked()).select_one("table")
    told = [
        [
            (one.name, one.get("rowspan"), one.get("colspan"), one.get("scope"), one.text)
            for one in row.select("th, td:not(.beside)")
        ]
        for row in table.select("tr")
    ]
    assert told == [
        [("th", "2", None, "col", "街区"), ("th", None, "2", "col", "里程（公里）")],
        [("th", None, None, "col", "旧"), ("th", None, None, "col", "新")],
        [("th", None, None, "row", "东街😀"), ("td", None, None, None, "3.5"), ("td", None, None, None, "")],
    ]


def test_a_page_shows_signs_and_emphasis(marked):
    shown_page = _html(marked())
    assert [one.text for one in shown_page.select(".sign")] == ["•", "1.", "[1]"]
    assert "".join(one.text for one in shown_page.select("p strong")) == "要点先行。"
    assert [one.text for one in shown_page.select("p em")] == ["先"]
    assert shown_page.select_one("#article-1-p3")["class"] == ["block", "list", "deep1"]


def test_a_page_marks_words_in_cells(marked):
    shown_page = _html(marked(*QUOTES))
    assert "".join(one.text for one in shown_page.select("tr mark")) == "区里新东街😀3.5"
    assert len(shown_page.select("tr .to-note")) == 4


def test_word_has_a_table_of_the_same_grid(marked):
    (table,) = _word(marked()).tables[:1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["街区", "里程（公里）", "里程（公里）"],
        ["街区", "旧", "新"],
        ["东街😀", "3.5", ""],
    ]


def test_word_shows_signs_and_emphasis(marked):
    report = _word(marked())
    texts = [paragraph.text for paragraph in report.paragraphs]
    assert {"• 座椅", "1. 1.5米的石凳", "[1] 林晓舟：《街道的客厅》，第35页。"} <= set(texts)
    opening = next(one for one in report.paragraphs if "要点先行" in one.text)
    assert "".join(run.text for run in opening.runs if run.bold) == "要点先行。"
    assert [run.text for run in opening.runs if run._r.rPr.find(qn("w:em")) is not None] == ["先"]


def test_word_comments_lie_over_words_in_cells(marked):
    texts, active = {}, []
    for element in _word(marked(*QUOTES)).element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            active.append(element.get(qn("w:id")))
            texts[active[-1]] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            active.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            texts.update({id: texts[id] + element.text for id in active})
    assert sorted(texts.values()) == sorted("".join(quote.split()) for quote in QUOTES)


def test_word_numbers_every_block_once(marked):
    numbered = _word(marked()).element.body.iter(qn("w:numPr"))
    assert len(list(numbered)) == len(ROWS)


def test_a_pdf_says_all_cells_signs_and_notes(marked):
    text = shown(pdf(marked()))
    for words in ("街区", "里程（公里）", "旧", "新", "东街", "3.5", "•座椅", "1.1.5米的石凳", "[1]林晓舟", "要点先行"):
        assert words in text


def test_tables_keep_their_tags_where_a_pdf_is_bound_of_parts(marked, build, monkeypatch):
    monkeypatch.setattr(pdf_report, "GATHERING", 60)
    article = build.article(ROWS * 3)
    reader = pdf(
        build.replace(build.project(), articles=(article, build.replace(article, id=2)), themes=build.themes())
    )
    kinds = Counter(_kinds(reader.trailer["/Root"]["/StructTreeRoot"]))
    assert kinds["/Table"] == 6
    assert kinds["/TR"] == 18


def _kinds(branch):
    kids = branch.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if hasattr(kid, "get") and "/S" in kid:
            yield kid["/S"]
            yield from _kinds(kid)


def test_heads_of_a_word_table_are_bold_and_repeated(marked):
    rows = _word(marked()).tables[0].rows
    assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, True, False]
    assert rows[0].cells[0].paragraphs[0].runs[0].bold


def _cells(*said):
    """A row of cells one after another, each (text, column, colspan, rowspan)."""
    text, cells = "", []
    for words, column, colspan, rowspan in said:
        start = len(text) + 1 if text else 0
        text = f"{text}　{words}" if text else words
        cells.append(Cell(0, column, rowspan, colspan, False, start, len(text)))
    return text, tuple(cells)


def test_words_that_no_cell_holds_stay(build):
    row = ("table", "甲　乙丙　丁", 0, "", (), (Cell(0, 0, start=0, end=1), Cell(0, 1, start=3, end=4)))
    document = build.single(build.article((row,)))
    for said in (_html(document).select_one("table").text, _word(document).tables[0].rows[0].cells[0].text):
        assert "甲" in said
    assert "".join(_html(document).select_one("table").text.split()) == "1甲乙丙丁"


def test_marks_in_a_table_lead_to_their_notes_in_a_pdf(marked):
    document = marked(*QUOTES)
    reader = pdf(document)
    assert shown(reader).count("批") >= len(QUOTES)
    targets = [link for number in range(len(reader.pages)) for link in links(reader.pages[number])]
    assert len(targets) >= 2 * len(QUOTES)


@pytest.mark.parametrize(
    "said",
    [
        [("甲", 0, 1, 1), ("乙", 0, 1, 1)],
        [("甲", 0, 9, 1), ("乙", 1, 9, 1)],
        [("甲", 3, 1, 9), ("乙", 1, 1, 1)],
        [("甲", 0, 1, 1), ("乙", 70, 1, 1)],
        [("甲", 99_000, 900, 9), ("乙", 99_999, 1, 1)],
    ],
)
def test_a_table_that_contradicts_itself_loses_no_word(said, build):
    text, cells = _cells(*said)
    article = build.article((("table", text, 0, "", (), cells), ("paragraph", "此后照常。", 0)))
    document = build.single(article)
    word = _word(document)
    body = "".join(element.text or "" for element in word.element.body.iter(qn("w:t")))
    for told in (_html(document).text, body, shown(pdf(document))):
        assert "甲" in told and "乙" in told and "此后照常。" in told
