"""CSV: the quote table, with a byte order mark so that Excel takes it for UTF-8."""

import csv
import io
from typing import BinaryIO

from annotations.exports.characters import legal
from annotations.exports.document import Document
from annotations.exports.table import COLUMNS, rows
from annotations.formulas import inert

_ = str
name = "csv"
extension = "csv"
media_type = "text/csv; charset=utf-8"
label = _("CSV 引文表")


def write(document: Document, output: BinaryIO) -> None:
    """Write the table row by row, lines ended by CR LF as RFC 4180 has them."""
    text = io.TextIOWrapper(output, encoding="utf-8-sig", newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows([inert(legal(cell)) for cell in row] for row in rows(document))
    text.detach()
