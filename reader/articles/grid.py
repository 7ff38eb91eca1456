"""The grid of a table that is one block a row: which cells are drawn where, wherever the text is shown. PURE."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reader.extraction.page import Cell

# Rows that hold only their places are drawn so many at most: a number from elsewhere must not make a page of them.
_GAP = 50


class Row(Protocol):
    """A block with its text and its cells."""

    @property
    def text(self) -> str: ...

    @property
    def cells(self) -> tuple[Cell, ...]: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell as it is drawn, with the row's text from `first` up to `last`: its own, and what parts it from the next.
    `filler` stands where a row has no cell."""

    cell: Cell
    first: int = 0
    last: int = 0
    filler: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row by its place among the table's; None for one without text, which only holds its place."""

    at: int | None
    cells: tuple[Placed, ...] = ()


def goes_on(above: Row, block: Row) -> bool:
    """Whether the block is a further row of the table to which the one above belongs."""
    return bool(above.cells and block.cells) and block.cells[0].row > above.cells[0].row


def drawn(rows: Sequence[Row]) -> Iterator[Drawn]:
    """The rows of one table."""
    reaching: dict[int, int] = {}
    expected, last = rows[0].cells[0].row, rows[-1].cells[0].row
    for at, block in enumerate(rows):
        row = block.cells[0].row
        yield from [Drawn(None)] * min(row - expected, _GAP)
        yield Drawn(at, tuple(_placed(block, reaching, last)))
        expected = row + 1


def _placed(block: Row, reaching: dict[int, int], last: int) -> Iterator[Placed]:
    """The row's cells, with fillers in columns that neither they nor cells from above (`reaching`, column → last row)
    take: where a row above was struck."""
    row, column, ends = block.cells[0].row, 0, [cell.start for cell in block.cells[1:]] + [len(block.text)]
    for place, cell in enumerate(block.cells):
        while column < cell.column:
            if reaching.get(column, -1) < row:
                yield Placed(Cell(row, column), filler=True)
            column += 1
        tall = max(1, min(cell.rowspan, last - row + 1))
        yield Placed(replace(cell, rowspan=tall), cell.start if place else 0, ends[place])
        for one in range(cell.column, cell.column + cell.colspan) if tall > 1 else ():
            reaching[one] = row + tall - 1
        column = cell.column + cell.colspan
