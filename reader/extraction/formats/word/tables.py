"""A Word table as one block a row, its cells told beside the text; tables that only lay out are none."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from reader.extraction.formats.word.xml import MC, W, flag, number
from reader.extraction.page import Block, Cell, Span
from reader.extraction.writing import fitted_cells, fitted_spans

CELLS_APART = "\u3000"
# A cell of data is short; one with many paragraphs and characters holds text that was laid out.
_LONG_CELL, _PARAGRAPHS = 300, 4
# Wider than any page; what says more was made to burst.
_WIDEST = 1000


@dataclass
class _Placed:
    """A cell's blocks, where it stands, and over how much."""

    blocks: Sequence[Block]
    cell: Cell
    continues: bool


def table_blocks(table: _Element, read: Callable[[_Element], Iterator[Block]]) -> Iterator[Block]:
    """The table's blocks. `read` gives the blocks that stand in a cell: each cell is read once, in order."""
    rows = [list(_cells(row, at, read)) for at, row in enumerate(_rows(table))]
    if _lays_out(rows):
        yield from (block for row in rows for placed in row for block in placed.blocks)
        return
    _span(rows)
    headed = bool(rows) and _is_head(rows[0])
    for row in rows:
        yield from _row(row, headed)


def _rows(table: _Element) -> Iterator[_Element]:
    for row in _children(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None and not flag(row, "trPr/hidden"):
            yield row


def _children(node: _Element, name: str) -> Iterator[_Element]:
    """Rows or cells, those in content controls and inserted ones too."""
    for child in node:
        if child.tag == W + name:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{MC}AlternateContent"):
            yield from _children(child, name)


def _cells(row: _Element, at: int, read: Callable[[_Element], Iterator[Block]]) -> Iterator[_Placed]:
    column = _width(number(row, "trPr/gridBefore"), 0)
    header = bool(flag(row, "trPr/tblHeader"))
    for node in _children(row, "tc"):
        if node.find(f"{W}tcPr/{W}cellDel") is not None:
            continue
        width = _width(number(node, "tcPr/gridSpan"), 1)
        merged = node.find(f"{W}tcPr/{W}vMerge")
        continues = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        yield _Placed(list(read(node)), Cell(at, column, 1, width, header), continues)
        column += width


def _width(said: int | None, otherwise: int) -> int:
    return otherwise if said is None or said < otherwise else min(said, _WIDEST)


def _lays_out(rows: Sequence[Sequence[_Placed]]) -> bool:
    """No row has two cells, or a cell holds a text."""
    if all(len(row) < 2 for row in rows):
        return True
    return any(_holds_text(placed.blocks) for row in rows for placed in row)


def _holds_text(blocks: Sequence[Block]) -> bool:
    return len(blocks) >= _PARAGRAPHS and sum(len(block.text) for block in blocks) > _LONG_CELL


def _span(rows: Sequence[Sequence[_Placed]]) -> None:
    """Give the rows that a cell goes on through to the cell it began in."""
    open_at: dict[int, _Placed] = {}
    for row in rows:
        for placed in row:
            begun = open_at.get(placed.cell.column)
            if placed.continues and begun:
                begun.cell = replace(begun.cell, rowspan=placed.cell.row - begun.cell.row + 1)
            else:
                placed.continues = False
                open_at[placed.cell.column] = placed


def _is_head(row: Sequence[_Placed]) -> bool:
    """Bold in every cell, from end to end."""
    return all(placed.blocks and all(_is_bold(block) for block in placed.blocks) for placed in row)


def _is_bold(block: Block) -> bool:
    return any(span.kind == "bold" and span.end - span.start == len(block.text) for span in block.spans)


def _row(row: Sequence[_Placed], headed: bool) -> Iterator[Block]:
    """One block, where any of the row's own cells says something. Paragraphs of a cell are parted by a space."""
    text, spans, cells = "", list[Span](), list[Cell]()
    shown = [placed for placed in row if not placed.continues]
    for placed in shown:
        text += CELLS_APART if cells else ""
        start = len(text)
        for block in placed.blocks:
            text += (" " if len(text) > start else "") + block.marker
            spans += [replace(span, start=span.start + len(text), end=span.end + len(text)) for span in block.spans]
            text += block.text
        header = placed.cell.header or (headed and placed.cell.row == 0)
        cells.append(replace(placed.cell, header=header, start=start, end=len(text)))
    kept = text.rstrip(CELLS_APART + " ")
    lost = len(kept) - len(kept.lstrip(CELLS_APART + " "))
    if kept.strip(CELLS_APART + " "):
        spans = [replace(span, start=span.start - lost, end=span.end - lost) for span in spans]
        cells = [replace(cell, start=max(0, cell.start - lost), end=max(0, cell.end - lost)) for cell in cells]
        kept = kept[lost:]
        yield Block("table", kept, spans=fitted_spans(kept, spans), cells=fitted_cells(kept, cells))
