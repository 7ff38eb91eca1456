"""An article's blocks as paper shows them: paragraphs, and tables of rows that follow one another."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.exports.document import Article, Block
from annotations.exports.stretches import Stretch, stretches
from reader.articles.grid import Drawn, Placed, drawn, goes_on
from reader.extraction.page import Cell

Parts = list[Stretch]
# Word opens no table with more columns.
MOST = 63


@dataclass(frozen=True, slots=True)
class Passage:
    """One block with its stretches."""

    block: Block
    parts: Parts


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with the stretches in it; none where `filler`, which only holds its place."""

    cell: Cell
    parts: Parts
    filler: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """`block` is None for a row without text."""

    block: Block | None
    cells: tuple[TableCell, ...]

    @property
    def opens(self) -> bool:
        """Whether a mark begins in it."""
        return any(part.opens for cell in self.cells for part in cell.parts)


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[TableRow, ...]

    @property
    def columns(self) -> int:
        return max(one.cell.column + one.cell.colspan for row in self.rows for one in row.cells)

    @property
    def first(self) -> Block:
        return next(row.block for row in self.rows if row.block)

    @property
    def sound(self) -> bool:
        """Whether it can be set: not too wide, and no two cells in one place."""
        if self.columns > MOST:
            return False
        taken = [place for y, row in enumerate(self.rows) for one in row.cells for place in _taken(y, one.cell)]
        return len(taken) == len(set(taken))


def passages(article: Article) -> Iterator[Passage | Table]:
    """All blocks, in text order. The rows of a table that contradicts itself are passages."""
    table: list[Passage] = []
    for block, parts in stretches(article):
        if table and not goes_on(table[-1].block, block):
            yield from _together(table)
            table = []
        if block.cells:
            table.append(Passage(block, parts))
        else:
            yield Passage(block, parts)
    if table:
        yield from _together(table)


def _together(rows: Sequence[Passage]) -> Sequence[Passage | Table]:
    table = Table(tuple(_row(rows, one) for one in drawn([row.block for row in rows])))
    return [table] if table.sound else rows


def _taken(y: int, cell: Cell) -> Iterator[tuple[int, int]]:
    return ((x, y + down) for x in range(cell.column, cell.column + cell.colspan) for down in range(cell.rowspan))


def _row(rows: Sequence[Passage], one: Drawn) -> TableRow:
    if one.at is None:
        return TableRow(None, ())
    row = rows[one.at]
    real = [placed for placed in one.cells if not placed.filler]
    inside: list[Parts] = [[] for _ in real]
    firsts = [placed.first for placed in real]
    for part in row.parts:
        at = bisect_right(firsts, part.at) - 1
        inside[at] += _shown(part, real[at])
    filled = iter(inside)
    cells = (TableCell(one.cell, [], True) if one.filler else TableCell(one.cell, next(filled)) for one in one.cells)
    return TableRow(row.block, tuple(cells))


def _shown(part: Stretch, placed: Placed) -> Parts:
    """White space that parts a cell from the next takes no room, but marks may begin and end there."""
    if placed.cell.start <= part.at < placed.cell.end or part.text.strip() or not part.text:
        return [part]
    return [replace(part, text="")] if part.opens or part.closes else []
