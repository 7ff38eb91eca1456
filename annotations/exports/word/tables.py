"""Tables in WordprocessingML, which wants a cell in every column of every row: what spans rows is in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from annotations.exports.passages import Table, TableRow
from annotations.exports.stretches import Stretch
from annotations.exports.word.xml import add, paragraph

# The text's width in twentieths of a point: A4 without its margins.
WIDTH = 8617
LINE = {"val": "single", "sz": "4", "space": "0", "color": "B8AD98"}
HEAD = "F3EEE2"


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the file's grid; `merge` is "restart" where it goes on into the row below, "continue" where it comes
    from the one above."""

    columns: int = 1
    header: bool = False
    merge: str = ""
    parts: tuple[Stretch, ...] = ()


@dataclass(slots=True)
class Reaching:
    """A cell from above: how many rows it still takes, and how many columns."""

    rows: int
    columns: int
    header: bool


def table(body: _Element, columns: int) -> _Element:
    created = add(body, "tbl")
    looks = add(created, "tblPr")
    add(looks, "tblW", w="5000", type="pct")
    borders = add(looks, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(borders, side, **LINE)
    grid = add(created, "tblGrid")
    for _ in range(columns):
        add(grid, "gridCol", w=str(WIDTH // columns))
    return created


def cell(row: _Element, box: Box, columns: int) -> _Element:
    """The cell's only paragraph."""
    created = add(row, "tc")
    looks = add(created, "tcPr")
    add(looks, "tcW", w=str(WIDTH // columns * box.columns), type="dxa")
    if box.columns > 1:
        add(looks, "gridSpan", val=str(box.columns))
    if box.merge:
        add(looks, "vMerge", val=box.merge)
    if box.header:
        add(looks, "shd", val="clear", color="auto", fill=HEAD)
    return paragraph(created, "TableRow")


def grid(rows: Table) -> Iterator[tuple[TableRow, list[Box], bool]]:
    """Every row with a box for each column, or for several that one cell takes; and whether it is one of the heads at
    the top, which are repeated on every page."""
    reaching: dict[int, Reaching] = {}
    head = True
    for row in rows.rows:
        boxes = list(_boxes(row, rows.columns, reaching))
        head = head and all(box.header for box in boxes)
        yield row, boxes, head


def _boxes(row: TableRow, columns: int, reaching: dict[int, Reaching]) -> Iterator[Box]:
    """No cell is left out, wherever the table says it is."""
    column = 0
    real = [one for one in row.cells if not one.filler]
    for one, following in zip(real, [*(further.cell.column for further in real[1:]), columns], strict=True):
        for box in _between(column, one.cell.column, reaching):
            yield box
            column += box.columns
        wide = max(1, min(one.cell.colspan, following - column))
        if one.cell.rowspan > 1:
            reaching[column] = Reaching(one.cell.rowspan - 1, wide, one.cell.header)
        yield Box(wide, one.cell.header, "restart" if one.cell.rowspan > 1 else "", tuple(one.parts))
        column += wide
    yield from _between(column, columns, reaching)


def _between(first: int, last: int, reaching: dict[int, Reaching]) -> Iterator[Box]:
    """What stands in the columns where the row has no cell of its own."""
    column = first
    while column < last:
        above = reaching.get(column)
        if above and above.rows:
            above.rows -= 1
            wide = min(above.columns, last - column)
            yield Box(wide, above.header, "continue")
        else:
            wide = 1
            yield Box()
        column += wide
