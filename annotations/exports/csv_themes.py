"""CSV: the codebook, a theme a row, as an import reads it again; with a byte order mark so that Excel takes it for
UTF-8."""

from typing import BinaryIO

from annotations.exports.csv import write_table
from annotations.exports.document import Document, Theme
from annotations.imports.codebook.parents import written
from annotations.imports.codebook.table import COLUMNS, YES

_ = str
name = "csv-themes"
extension = "主题表.csv"
media_type = "text/csv; charset=utf-8"
label = _("CSV 主题表")


def write(document: Document, output: BinaryIO) -> None:
    """Write every theme of the document, used or not, a parent before its children."""
    write_table(output, [names[0] for names in COLUMNS.values()], map(_row, document.themes))


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
