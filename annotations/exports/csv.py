"""CSV: the quote table, with a byte order mark so that Excel takes it for UTF-8."""

import csv
import io
from typing import BinaryIO

from annotations.exports.characters import legal
from annotations.exports.document import Document
from annotations.exports.table import COLUMNS, rows

_ = str
name = "csv"
extension = "csv"
media_type = "text/csv; charset=utf-8"
label = _("CSV 引文表")

# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(document: Document, output: BinaryIO) -> None:
    """Write the table row by row, lines ended by CR LF as RFC 4180 has them."""
    text = io.TextIOWrapper(output, encoding="utf-8-sig", newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows([_inert(legal(cell)) for cell in row] for row in rows(document))
    text.detach()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
