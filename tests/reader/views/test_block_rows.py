"""Blocks for the page: numbers and starts, tables drawn together, notes linked, rows that corrections left holes in."""

from reader.extraction import Block
from reader.extraction.page import Cell, Span
from reader.templatetags.block_text import marked, table_row
from reader.views.block_rows import parts


def row(at, *cells):
    """A table's row: each cell a text, or a text with its rowspan and column."""
    text, made = "", []
    for place, cell in enumerate(cells):
        said, tall, column = cell if isinstance(cell, tuple) else (cell, 1, place)
        text += "　" if made else ""
        made.append(Cell(at, column, tall, start=len(text), end=len(text) + len(said)))
        text += said
    return Block("table", text, cells=tuple(made))


def html_of(*blocks):
    [part] = parts(blocks)
    return [str(table_row(one)) for one in part.rows]


def test_starts_count_code_points():
    found = parts([Block("paragraph", "𠮷😀"), Block("paragraph", "甲")])
    assert [(one.shown.number, one.shown.start) for one in found] == [(1, 0), (2, 3)]


def test_no_blocks_are_no_parts():
    assert parts([]) == []


def test_rows_that_follow_are_one_table_and_a_first_row_begins_another():
    blocks = [row(0, "甲", "乙"), row(1, "丙", "丁"), row(0, "戊", "己"), Block("paragraph", "庚"), row(3, "辛", "壬")]
    assert [[one.shown.number for one in part.rows] or part.shown.number for part in parts(blocks)] == [
        [1, 2],
        [3],
        4,
        [5],
    ]


def test_a_table_row_of_an_older_version_is_a_line():
    [part] = parts([Block("table", "甲　乙")])
    assert part.rows == ()


def test_what_parts_cells_is_there_and_takes_no_room():
    [html] = html_of(row(0, "甲", "", "乙"))
    assert html == (
        '<tr class="block-text" id="p1" data-start="0"><td>甲<span class="gap">　</span></td>'
        '<td><span class="gap">　</span></td><td>乙</td></tr>'
    )


def test_a_row_without_text_holds_its_place():
    assert html_of(row(0, ("甲", 3, 0), "乙"), row(2, ("丙", 1, 1)))[1] == "<tr></tr>"


def test_rows_that_cannot_be_so_far_apart_make_no_page_of_rows():
    assert len(html_of(row(0, "甲"), row(100_000, "乙"))) == 52


def test_a_cell_reaches_no_further_than_its_table():
    assert 'rowspan="2"' in html_of(row(0, ("甲", 60_000, 0), "乙"), row(1, ("丙", 1, 1)))[0]


def test_a_column_whose_cell_was_struck_with_its_row_stays_free():
    assert '<td class="filler"></td><td>丙</td>' in html_of(row(0, "甲", "乙"), row(2, ("丙", 1, 1)))[2]


def test_marks_lead_to_notes_and_a_second_page_has_its_own():
    call = Span(1, 4, "note", "[1]")
    blocks = [Block("paragraph", "甲[1]", spans=(call,)), Block("note", "一", marker="[1]")] * 2
    found = [part.shown for part in parts(blocks)]
    assert [one.links for one in found] == [{0: 2}, {}, {0: 4}, {}]
    assert [one.called for one in found] == [None, (1, 0), None, (3, 0)]
    assert str(marked(found[0])) == '甲<a class="note-mark" id="m1-0" href="#p2" aria-label="注释 [1]">[1]</a>'


def test_a_mark_without_a_note_leads_nowhere():
    [part] = parts([Block("paragraph", "甲[1]", spans=(Span(1, 4, "note", "[1]"),))])
    assert str(marked(part.shown)) == '甲<span class="note-mark">[1]</span>'


def test_spans_that_cross_are_cut_and_text_is_escaped():
    block = Block("paragraph", "<甲乙>丙", spans=(Span(0, 3, "bold"), Span(2, 5, "emphasis")))
    [part] = parts([block])
    assert str(marked(part.shown)) == "<strong>&lt;甲</strong><em><strong>乙</strong></em><em>&gt;丙</em>"


def test_a_reading_cannot_leave_its_attribute():
    [part] = parts([Block("paragraph", "圈", spans=(Span(0, 1, "ruby", '"><script>'),))])
    assert "<script>" not in str(marked(part.shown))


def test_lines_that_themes_take_for_headings_are_headings_of_the_outline():
    prose = "河边的步道修了三年，来走的人一天比一天多，两岸的铺子也都开了门，连冬天都有人来。"
    texts = ["步道修到家门口", prose, "旧厂房变成书店", prose]
    found = parts([Block("paragraph", text) for text in texts], title="老城")
    assert [part.shown.heading for part in found] == [2, 0, 2, 0]


def test_a_caption_is_no_heading_of_the_outline():
    prose = "河边的步道修了三年，来走的人一天比一天多，两岸的铺子也都开了门，连冬天都有人来。"
    blocks = [Block("caption", "步道修到家门口"), Block("paragraph", prose), Block("caption", "旧厂房变成书店")]
    assert not any(part.shown.heading for part in parts([*blocks, Block("paragraph", prose)]))
