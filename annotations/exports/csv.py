"""CSV: the quote table, with a byte order mark so that Excel takes it for UTF-8."""

import csv
import io
from collections.abc import Iterable
from itertools import chain
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
    """Write the quote table, row by row."""
    write_table(output, COLUMNS, rows(document))


def write_table(output: BinaryIO, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a table whose cells no spreadsheet takes for formulas, lines ended by CR LF as RFC 4180 has them."""
    text = io.TextIOWrapper(output, encoding="utf-8-sig", newline="")
    table = csv.writer(text)
    table.writerows([inert(legal(cell)) for cell in row] for row in chain([columns], rows))
    text.detach()
