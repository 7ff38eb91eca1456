"""What stands beside a block's text: cells and their places, list markers and levels, bold and emphasis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extraction import extract
from reader.extraction.elements import normalised
from reader.extraction.page import Span
from reader.extraction.writing import Writing, rewritten

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意跟着好了。"


def read(body):
    article = f'<div class="article-content"><p>{PROSE}</p>{body}<p>{PROSE}</p></div>'
    return extract(f"<html><body><h1>街道的客厅</h1>{article}</body></html>".encode()).blocks[1:-1]


def cells_of(block):
    return [(one.row, one.column, one.rowspan, one.colspan, block.text[one.start : one.end]) for one in block.cells]


def marked(block):
    return [(span.kind, block.text[span.start : span.end]) for span in block.spans]


def test_paragraphs_of_a_cell_are_parted():
    rows = "<table><tr><td><p>摸底</p><p>征求意见</p></td><td><div>街道</div>社区<ul><li>甲</li></ul></td></tr></table>"
    [block] = read(rows)
    assert block.text == "摸底 征求意见　街道 社区 甲"
    assert [text for *_, text in cells_of(block)] == ["摸底 征求意见", "街道 社区 甲"]


def test_cells_over_rows_and_columns_keep_their_places():
    rows = (
        "<table><thead><tr><td rowspan=2>区</td><td colspan=2>公里</td></tr><tr><th>旧</th><th>新</th></tr></thead>"
        "<tr><td>𠮷</td><td></td><td>3</td></tr></table>"
    )
    found = read(rows)
    assert [cells_of(block) for block in found] == [
        [(0, 0, 2, 1, "区"), (0, 1, 1, 2, "公里")],
        [(1, 1, 1, 1, "旧"), (1, 2, 1, 1, "新")],
        [(2, 0, 1, 1, "𠮷"), (2, 1, 1, 1, ""), (2, 2, 1, 1, "3")],
    ]
    assert [[one.header for one in block.cells] for block in found] == [[True] * 2, [True] * 2, [False] * 3]


def test_an_empty_row_is_no_block_and_keeps_its_number():
    rows = "<table><tr><td>甲</td><td>1</td></tr><tr><td></td><td> </td></tr><tr><td>乙</td><td>2</td></tr></table>"
    assert [block.cells[0].row for block in read(rows)] == [0, 2]


def test_a_long_table_keeps_every_row():
    rows = "".join(f"<tr><td>{at}</td><td><b>第{at}行</b></td></tr>" for at in range(2000))
    found = read(f"<table>{rows}</table>" + f"<p>{PROSE}</p>" * 3000)[:2000]
    assert found[1999].cells[1].row == 1999
    assert marked(found[1999]) == [("bold", "第1999行")]


@pytest.mark.parametrize("said", ["99999999999", "-3", "0", "x", "４"])
def test_a_span_that_cannot_be_is_taken_for_what_can(said):
    [block] = read(f"<table><tr><td colspan='{said}'>甲</td><td>乙</td></tr></table>")
    assert block.cells[0].colspan == 1
    assert block.cells[1].column == 1


def test_lists_have_markers_and_levels():
    lists = (
        "<ul><li>座椅<ol type=a start=2><li>木</li><li>石<p>另起</p></li></ol></li><li>路灯</li></ul>"
        "<ol><li value=7>甲</li><li>8. 乙</li></ol>"
    )
    assert [(block.kind, block.marker, block.level, block.text) for block in read(lists)] == [
        ("list", "•", 0, "座椅"),
        ("list", "b.", 1, "木"),
        ("list", "c.", 1, "石"),
        ("list", "", 1, "另起"),
        ("list", "•", 0, "路灯"),
        ("list", "7.", 0, "甲"),
        ("list", "", 0, "8. 乙"),
    ]


def test_bold_and_emphasis_lie_beside_the_text():
    [block] = read(f"<p>　　𠮷<strong>先</strong><b>问 </b>\n街坊<em>再<b>看</b></em>账本。{PROSE}</p>")
    assert block.text.startswith("𠮷先问 街坊再看账本。")
    assert block.spans == (Span(1, 3, "bold"), Span(6, 8, "emphasis"), Span(7, 8, "bold"))


def test_bold_around_blocks_marks_each():
    found = read(f"<strong><section>甲，{PROSE}</section><section>乙，{PROSE}</section></strong>")
    assert [marked(block) for block in found] == [[("bold", block.text)] for block in found]


def test_emphasis_of_nothing_but_blanks_is_none():
    assert read(f"<p>甲<b> </b><i></i>乙，{PROSE}</p>")[0].spans == ()


def test_a_widget_taken_from_inside_a_line_leaves_spans_where_they_were():
    line = f"<p>甲，<a href='/'>返回新闻首页</a><b>要点</b>，{PROSE}</p>"
    [block] = [one for one in read(line) if one.spans]
    assert marked(block) == [("bold", "要点")]


def test_lines_set_apart_by_indents_share_out_their_spans():
    found = read(f"<p>　　甲，<b>要</b>，{PROSE}　　乙，<b>点</b>，{PROSE}</p>")
    assert [marked(block) for block in found] == [[("bold", "要")], [("bold", "点")]]


@given(st.lists(st.text("甲 \u3000\u200b\t\n\u00a0a😀"), max_size=8))
def test_writing_piece_by_piece_is_normalising_the_whole(pieces):
    writing = Writing()
    for piece in pieces:
        writing.say(piece)
    assert writing.text == normalised("".join(pieces))


@given(st.text("甲 \u3000\u200ba"), st.lists(st.integers(0, 20), max_size=4))
def test_places_keep_their_order_when_a_text_is_rewritten(raw, places):
    text, at = rewritten(raw, 0, len(raw), places)
    assert text == normalised(raw)
    found = [at[place] for place in sorted(places)]
    assert found == sorted(found)
