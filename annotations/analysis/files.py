"""A matrix as a file: CSV, Excel with a chart of its own, Word."""

from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _
from xlsxwriter.workbook import Workbook

from annotations.analysis.asked import MEASURES
from annotations.analysis.shown import EVERY, Table
from annotations.exports import tabular
from annotations.exports.tabular import Sheet

# Excel's charts take so many rows and columns of numbers and stay legible.
CHARTED = 30


def write(form: str, laid: Table, title: str, output: BinaryIO) -> None:
    sheet = Sheet(title, said(laid), ["", *(column.name for column in laid.columns)], _rows(laid))
    if form == "xlsx":
        _with_chart(sheet, laid, output)
    else:
        tabular.WRITERS[form].write(sheet, output)


def said(laid: Table) -> str:
    """What the numbers are, and what was left out of them."""
    measure = str(dict(MEASURES)[laid.asked.measure])
    left = _("，转载里重复的 %(n)d 处没有再算") % {"n": laid.again} if laid.again else ""
    return _("%(measure)s；共 %(total)d 处圈点%(left)s") % {"measure": measure, "total": laid.total, "left": left}


def _rows(laid: Table) -> Iterator[list[str | float]]:
    for row in laid.rows:
        yield ["　" * row.depth + row.name, *(round(laid.value(row, column), 2) for column in laid.columns)]


def _with_chart(sheet: Sheet, laid: Table, output: BinaryIO) -> None:
    with Workbook(output, {"in_memory": True}) as book:
        page = tabular.add_sheet(book, sheet)
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
