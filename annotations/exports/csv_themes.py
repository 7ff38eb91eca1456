"""CSV: the codebook, a theme a row, as an import reads it again; with a byte order mark so that Excel takes it for
UTF-8."""

import csv
import io
from typing import BinaryIO

from annotations.codebook_files.parents import written
from annotations.codebook_files.table import COLUMNS, YES
from annotations.exports.characters import legal
from annotations.exports.document import Document, Theme
from annotations.formulas import inert

_ = str
name = "csv-themes"
extension = "csv"
media_type = "text/csv; charset=utf-8"
label = _("CSV 主题表")


def write(document: Document, output: BinaryIO) -> None:
    """Write every theme of the document, used or not, a parent before its children."""
    text = io.TextIOWrapper(output, encoding="utf-8-sig", newline="")
    table = csv.writer(text)
    table.writerow([names[0] for names in COLUMNS.values()])
    table.writerows([inert(legal(cell)) for cell in _row(theme)] for theme in document.themes)
    text.detach()


def _row(theme: Theme) -> tuple[str, ...]:
    """The cells, in the order of COLUMNS."""
    return (
        theme.name,
        written(theme.path[:-1]),
        theme.definition,
        theme.foreign or theme.hex,
        "、".join(theme.keywords),
        theme.use_when,
        theme.avoid_when,
        YES[0] if theme.archived else "",
    )
