"""Tables: a block a row, its cells beside the text; spans told, each text once, layout undone."""

from reader.extraction.page import Cell
from tests.reader.extraction.formats.word.files import (
    blocks_in,
    cell,
    level,
    lists,
    numbered,
    paragraph,
    row,
    run,
    table,
    texts_in,
)

LONG = "这一格里放的是一篇文章，街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意也好了。" * 2


def cells_of(block):
    return [(one.row, one.column, one.rowspan, one.colspan, block.text[one.start : one.end]) for one in block.cells]


def test_paragraphs_of_a_cell_are_parted():
    assert texts_in(table(row("任务", cell("摸底", "征求意见"), cell("住建局", "街道")))) == [
        "任务　摸底 征求意见　住建局 街道"
    ]


def test_a_cell_over_rows_and_columns_is_told_and_its_text_stands_once():
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = blocks_in(
        table(
            row(cell("区", properties=begins), cell("合计", properties='<w:gridSpan w:val="2"/>')),
            row(cell(properties=goes_on), "东街", "𠮷"),
            row(cell(properties=goes_on), "西街", ""),
        )
    )
    assert [cells_of(block) for block in found] == [
        [(0, 0, 3, 1, "区"), (0, 1, 1, 2, "合计")],
        [(1, 1, 1, 1, "东街"), (1, 2, 1, 1, "𠮷")],
        [(2, 1, 1, 1, "西街"), (2, 2, 1, 1, "")],
    ]


def test_empty_cells_have_their_places():
    [block] = blocks_in(table(row("", "甲", "", "乙")))
    assert block.text == "甲　　乙"
    assert cells_of(block) == [(0, 0, 1, 1, ""), (0, 1, 1, 1, "甲"), (0, 2, 1, 1, ""), (0, 3, 1, 1, "乙")]


def test_a_repeated_row_or_a_bold_first_one_is_the_head():
    repeated = blocks_in(table(row("街", "长", properties="<w:tblHeader/>"), row("东街", "3")))
    bold = blocks_in(table(row(*(cell(paragraph(run(text, "<w:b/>"))) for text in ("街", "长"))), row("东街", "3")))
    for found in (repeated, bold):
        assert [[one.header for one in block.cells] for block in found] == [[True, True], [False, False]]


def test_a_table_in_a_cell_is_read_once():
    inner = table(row("内一", "内二"), row("内三", "内四"))
    [block] = blocks_in(table(row(cell("外", inner, paragraph()), "右")))
    assert block.text == "外 内一　内二 内三　内四　右"
    assert cells_of(block) == [(0, 0, 1, 1, "外 内一　内二 内三　内四"), (0, 1, 1, 1, "右")]


def test_a_table_of_one_column_lays_out():
    found = blocks_in(table(row(cell("一段。", "又一段。"))))
    assert [(one.kind, one.text) for one in found] == [("paragraph", "一段。"), ("paragraph", "又一段。")]


def test_a_cell_that_holds_a_text_is_laid_out():
    found = blocks_in(table(row("左", cell(*[LONG] * 6))))
    assert [one.kind for one in found] == ["paragraph"] * 7


def test_a_deleted_row_is_gone():
    gone = row("旧", "行", properties="<w:del w:id='1'/>")
    assert texts_in(table(row("甲", "乙"), gone)) == ["甲　乙"]


def test_numbers_drawn_in_empty_cells_are_text():
    rows = [row(cell(numbered("")), name) for name in ("甲", "乙")]
    assert texts_in(table(*rows), numbering=lists(level(0, "decimal", "%1"))) == ["1　甲", "2　乙"]


def test_a_long_table_keeps_every_row():
    found = blocks_in(table(*(row(str(at), f"第{at}行") for at in range(2000))))
    assert len(found) == 2000
    assert found[1999].cells == (Cell(1999, 0, start=0, end=4), Cell(1999, 1, start=5, end=11))


def test_a_span_wider_than_any_page_is_cut_down():
    [block] = blocks_in(table(row(cell("甲", properties='<w:gridSpan w:val="99999999"/>'), "乙")))
    assert block.cells[0].colspan == 1000
