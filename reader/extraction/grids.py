"""Where an HTML table's cells stand: the grid that rowspan and colspan make of its rows."""

from typing import Any

from reader.extraction.page import Cell

# What browsers take at most, so that no attribute makes a grid of millions.
_WIDEST, _TALLEST = 1000, 65_534
_PARTS = frozenset({"thead", "tbody", "tfoot"})


class Grid:
    """`open` is told of each element of the table as it begins, `close` as it ends; row and column count from 0."""

    def __init__(self) -> None:
        self.row, self.column, self.head = -1, 0, False
        self._covered: dict[int, int] = {}

    def open(self, name: str) -> None:
        if name == "tr":
            self.row, self.column = self.row + 1, 0
            self._covered = {at: rows - 1 for at, rows in self._covered.items() if rows > 1}
        elif name in _PARTS:
            self.head = name == "thead"

    def close(self, name: str) -> None:
        if name in _PARTS:
            self.head = False

    def cell(self, name: str, node: Any, start: int) -> Cell:
        """The cell that begins, at the next place that no cell above reaches into."""
        while self.column in self._covered:
            self.column += 1
        wide, tall = _told(node.get("colspan"), _WIDEST), _told(node.get("rowspan"), _TALLEST)
        column, self.column = self.column, self.column + wide
        if tall > 1:
            self._covered |= dict.fromkeys(range(column, column + wide), tall)
        return Cell(max(self.row, 0), column, tall, wide, name == "th" or self.head, start, start)


def _told(said: str | None, most: int) -> int:
    plain = said.strip() if said else ""
    return min(max(int(plain), 1), most) if plain.isascii() and plain.isdigit() and len(plain) < 9 else 1
