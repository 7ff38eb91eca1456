"""A table of numbers and words as a file of its own: CSV, Excel, Word."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO, Generic, TypeVar

import docx
from lxml.etree import _Element
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from annotations.exports.characters import legal
from annotations.exports.csv import write_table
from annotations.exports.word.styles import dress
from annotations.exports.word.tables import Box, cell, table
from annotations.exports.word.xml import add, paragraph, run
from annotations.exports.xlsx import fitting

_ = str
# A Word page takes so many columns beside the first; wider tables go on below. Of more rows the rest is left out, and
# said so: Word takes minutes to open them.
ABREAST, MOST_ROWS = 8, 5000
_FIRST, _OTHERS = 32, 14

Cell = str | int | float | None
Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`said` tells what the table holds; `below` are paragraphs under it in Word. Rows are read once."""

    title: str
    said: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    below: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Writer(Generic[Content]):
    label: str
    media_type: str
    write: Callable[[Content, BinaryIO], None]


def write_csv(sheet: Sheet, output: BinaryIO) -> None:
    write_table(output, sheet.columns, (map(_shown, row) for row in sheet.rows))


def write_xlsx(sheet: Sheet, output: BinaryIO) -> None:
    with Workbook(output, {"constant_memory": True}) as book:
        add_sheet(book, sheet)


def add_sheet(book: Workbook, sheet: Sheet) -> Worksheet:
    """A worksheet with the table. What it holds is said in the corner where that has no name of its own."""
    page = book.add_worksheet(_("数表"))
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    page.set_column(0, 0, _FIRST)
    page.set_column(1, max(1, len(sheet.columns) - 1), _OTHERS)
    for column, name in enumerate(sheet.columns):
        page.write_string(0, column, legal(name or sheet.said), heading)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _write(page, number, column, value)
    page.freeze_panes(1, 1)
    return page


def _write(page: Worksheet, row: int, column: int, value: Cell) -> None:
    if isinstance(value, str):
        page.write_string(row, column, fitting(legal(value)))
    elif value is not None:
        page.write_number(row, column, value)


def write_docx(sheet: Sheet, output: BinaryIO) -> None:
    report = docx.Document()
    dress(report, sheet.title)
    body = report.element.body
    run(paragraph(body, "Heading1"), legal(sheet.title))
    run(paragraph(body, "BodyText"), legal(sheet.said))
    rows = list(islice(sheet.rows, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        run(paragraph(body, "BodyText"), _("这里只有前 {most} 行，全部在 Excel 和 CSV 里。").format(most=MOST_ROWS))
    for start in range(1, max(2, len(sheet.columns)), ABREAST):
        _set(body, sheet, rows[:MOST_ROWS], slice(start, start + ABREAST))
    for line in sheet.below:
        run(paragraph(body, "BodyText"), legal(line))
    body.append(body.sectPr)
    report.save(output)


def _set(body: _Element, sheet: Sheet, rows: Sequence[Sequence[Cell]], across: slice) -> None:
    names = [sheet.columns[0], *sheet.columns[across]]
    into = table(body, len(names))
    head = add(into, "tr")
    add(add(head, "trPr"), "tblHeader")
    for name in names:
        run(cell(head, Box(header=True), len(names)), legal(name), bold=True)
    for row in rows:
        line = add(into, "tr")
        for place, value in enumerate(chain([row[0]], row[across])):
            run(cell(line, Box(header=place == 0), len(names)), legal(_shown(value)))
    paragraph(body, "BodyText")


def _shown(value: Cell) -> str:
    return "" if value is None else value if isinstance(value, str) else f"{value:.15g}"


_OFFICE = "application/vnd.openxmlformats-officedocument."
WRITERS: dict[str, Writer[Sheet]] = {
    "xlsx": Writer("Excel", f"{_OFFICE}spreadsheetml.sheet", write_xlsx),
    "docx": Writer("Word", f"{_OFFICE}wordprocessingml.document", write_docx),
    "csv": Writer("CSV", "text/csv; charset=utf-8", write_csv),
}
