"""A matrix as a file: CSV, Excel with charts of its own, Word."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import docx
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from lxml.etree import _Element
from xlsxwriter.workbook import Workbook

from annotations.analysis.asked import MEASURES
from annotations.analysis.shown import EVERY, Table
from annotations.exports.characters import legal
from annotations.exports.csv import write_table
from annotations.exports.word.styles import dress
from annotations.exports.word.tables import Box, cell, table
from annotations.exports.word.xml import add, paragraph, run

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

# Excel's charts take so many rows and columns of numbers and stay legible.
CHARTED = 30
# A Word page takes so many columns of numbers beside their names; wider tables go on below.
ABREAST = 8


@dataclass(frozen=True)
class Writer:
    label: "str | StrPromise"
    media_type: str
    write: Callable[[Table, str, BinaryIO], None]


def said(laid: Table) -> str:
    """What the numbers are, and what was left out of them."""
    measure = str(dict(MEASURES)[laid.asked.measure])
    left = _("，转载里重复的 %(n)d 处没有再算") % {"n": laid.again} if laid.again else ""
    return _("%(measure)s；共 %(total)d 处圈点%(left)s") % {"measure": measure, "total": laid.total, "left": left}


def _numbers(laid: Table) -> Iterator[tuple[str, list[float]]]:
    for row in laid.rows:
        yield "　" * row.depth + row.name, [round(laid.value(row, column), 2) for column in laid.columns]


def _csv(laid: Table, title: str, output: BinaryIO) -> None:
    heads = ["", *(column.name for column in laid.columns)]
    write_table(output, heads, ([name, *(f"{value:g}" for value in values)] for name, values in _numbers(laid)))


def _xlsx(laid: Table, title: str, output: BinaryIO) -> None:
    with Workbook(output, {"in_memory": True}) as book:
        page, heading = (
            book.add_worksheet(_("数表")),
            book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        )
        page.set_column(0, 0, 32)
        page.write_string(0, 0, legal(said(laid)), heading)
        for place, column in enumerate(laid.columns, start=1):
            page.write_string(0, place, legal(column.name), heading)
        for number, (name, values) in enumerate(_numbers(laid), start=1):
            page.write_string(number, 0, legal(name))
            for place, value in enumerate(values, start=1):
                page.write_number(number, place, value)
        page.freeze_panes(1, 1)
        if laid.columns:
            _chart(book, page.get_name(), laid)


def _chart(book: Workbook, sheet: str, laid: Table) -> None:
    """Columns of bars, one series for each row; what counts all marks stays out."""
    chart = book.add_chart({"type": "column"})
    across = [place for place, column in enumerate(laid.columns, start=1) if column.key != EVERY][:CHARTED]
    down = [number for number, row in enumerate(laid.rows, start=1) if row.key != EVERY][:CHARTED]
    if not across or not down:
        return
    for number in down:
        names, values = [sheet, 0, across[0], 0, across[-1]], [sheet, number, across[0], number, across[-1]]
        chart.add_series({"name": [sheet, number, 0], "categories": names, "values": values})
    chart.set_title({"name": str(dict(MEASURES)[laid.asked.measure])})
    chart.set_size({"width": 1100, "height": 560})
    book.add_worksheet(_("图")).insert_chart("A1", chart)


def _docx(laid: Table, title: str, output: BinaryIO) -> None:
    report = docx.Document()
    dress(report, title)
    body = report.element.body
    run(paragraph(body, "Heading1"), legal(title))
    run(paragraph(body, "BodyText"), legal(said(laid)))
    for start in range(0, len(laid.columns) or 1, ABREAST):
        _set_table(body, laid, start)
    body.append(body.sectPr)
    report.save(output)


def _set_table(body: _Element, laid: Table, start: int) -> None:
    across = laid.columns[start : start + ABREAST]
    width = len(across) + 1
    into = table(body, width)
    head = add(into, "tr")
    add(add(head, "trPr"), "tblHeader")
    for name in ("", *(column.name for column in across)):
        run(cell(head, Box(header=True), width), legal(name), bold=True)
    for name, values in _numbers(laid):
        line = add(into, "tr")
        run(cell(line, Box(header=True), width), legal(name))
        for value in values[start : start + ABREAST]:
            run(cell(line, Box(), width), f"{value:g}")
    paragraph(body, "BodyText")


_OFFICE = "application/vnd.openxmlformats-officedocument."
WRITERS: dict[str, Writer] = {
    "xlsx": Writer(gettext_lazy("Excel（带图）"), f"{_OFFICE}spreadsheetml.sheet", _xlsx),
    "docx": Writer("Word", f"{_OFFICE}wordprocessingml.document", _docx),
    "csv": Writer("CSV", "text/csv; charset=utf-8", _csv),
}
