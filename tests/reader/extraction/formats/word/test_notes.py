"""Notes are blocks of their own; their marks stand in the text under a span."""

from reader.extraction import extract
from reader.extraction.page import Span
from tests.reader.extraction.formats.word.files import blocks_in, cell, paragraph, row, run, table, word_file

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来。"


def reference(note, sort="footnote", more=""):
    return f'<w:r><w:{sort}Reference w:id="{note}"{more}/></w:r>'


def notes(sort="footnote", **texts):
    apart = f'<w:{sort} w:type="separator" w:id="-1">{paragraph("——")}</w:{sort}>'
    return apart + "".join(
        f'<w:{sort} w:id="{name[1:]}">{"".join(map(paragraph, text.split("/")))}</w:{sort}>'
        for name, text in texts.items()
    )


def test_a_mark_stands_in_the_text_and_leads_to_its_note():
    [text, note] = blocks_in(paragraph("𠮷甲", reference(4), "乙"), footnotes=notes(n4="出处甲"))
    assert (text.text, text.spans) == ("𠮷甲[1]乙", (Span(2, 5, "note", "[1]"),))
    assert (note.kind, note.marker, note.text) == ("note", "[1]", "出处甲")


def test_notes_count_as_they_are_referred_to():
    found = blocks_in(paragraph("甲", reference(9), reference(2)), footnotes=notes(n2="后", n9="先"))
    assert [(one.marker, one.text) for one in found[1:]] == [("[1]", "先"), ("[2]", "后")]


def test_endnotes_beside_footnotes_have_marks_of_their_own():
    found = blocks_in(
        paragraph("甲", reference(1), reference(1, "endnote")),
        footnotes=notes(n1="脚"),
        endnotes=notes("endnote", n1="尾"),
    )
    assert [(one.marker, one.text) for one in found[1:]] == [("[1]", "脚"), ("[i]", "尾")]


def test_a_note_in_a_cell_is_marked_there_and_stands_below():
    rows = table(row(cell(paragraph("甲", reference(1))), "乙"))
    [line, note] = blocks_in(rows, footnotes=notes(n1="出处"))
    assert (line.text, line.spans[0].target, note.text) == ("甲[1]　乙", "[1]", "出处")
    assert [line.text[one.start : one.end] for one in line.cells] == ["甲[1]", "乙"]


def test_an_own_sign_is_the_mark():
    own = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>※</w:t></w:r>{run("乙")}'
    [text, note] = blocks_in(paragraph("甲", own), footnotes=notes(n1="出处"))
    assert (text.text, note.marker) == ("甲[※]乙", "[※]")


def test_a_note_of_several_paragraphs_is_marked_once():
    found = blocks_in(paragraph("甲", reference(1)), footnotes=notes(n1="先/后"))
    assert [(one.kind, one.marker) for one in found[1:]] == [("note", "[1]"), ("note", "")]


def test_a_deleted_reference_leaves_neither_mark_nor_note():
    found = blocks_in(paragraph("甲", f"<w:del>{reference(1)}</w:del>"), footnotes=notes(n1="出处"))
    assert [one.text for one in found] == ["甲"]


def test_a_reference_without_its_note_leaves_its_mark():
    assert [one.text for one in blocks_in(paragraph("甲", reference(5)))] == ["甲[1]"]


def test_a_cleaned_document_keeps_them():
    page = extract(
        word_file(paragraph("街道的客厅") + paragraph(PROSE, reference(1)), footnotes=notes(n1="某书，第3页。"))
    )
    assert [(one.kind, one.text) for one in page.blocks] == [("paragraph", PROSE + "[1]"), ("note", "某书，第3页。")]
