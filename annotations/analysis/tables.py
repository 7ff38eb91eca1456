"""Tables of findings as files, CSV and Excel."""

from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from xlsxwriter.workbook import Workbook

from annotations.exports.characters import legal
from annotations.exports.csv import write_table

Cell = str | float | None


def write_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]], output: BinaryIO) -> None:
    write_table(output, heads, ([_said(cell) for cell in row] for row in rows))


def write_xlsx(heads: Sequence[str], rows: Iterable[Sequence[Cell]], output: BinaryIO) -> None:
    """Numbers stay numbers; text is written as text, whatever it begins with."""
    with Workbook(output, {"in_memory": True}) as book:
        page, heading = book.add_worksheet(), book.add_format({"bold": True})
        for place, name in enumerate(heads):
            page.write_string(0, place, legal(name), heading)
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(number, place, legal(cell))
                elif cell is not None:
                    page.write_number(number, place, cell)
        page.freeze_panes(1, 0)


def _said(cell: Cell) -> str:
    return "" if cell is None else cell if isinstance(cell, str) else f"{cell:.15g}"


WRITERS: dict[str, tuple[str, Callable[[Sequence[str], Iterable[Sequence[Cell]], BinaryIO], None]]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
    "csv": ("text/csv; charset=utf-8", write_csv),
}
