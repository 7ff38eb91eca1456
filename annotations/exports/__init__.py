"""Notes that leave: one module per format behind one registry, each a pure function of one Document."""

from importlib import import_module
from typing import BinaryIO, Protocol, cast

from annotations.exports.document import Document

MODULES = (
    *("bibtex", "csljson", "csv", "csv_themes", "html.page", "jsonld", "markdown.report", "markdown.vault"),
    *("pdf.report", "refi.qdc", "refi.qdpx", "ris", "word.excerpts", "word.report", "xlsx"),
)


class Format(Protocol):
    """What a format's module holds; `label` is what the export menu says, `write` streams where the format can.

    No two formats share an `extension`, which may have two parts: files of one project lie in one folder.
    """

    name: str
    extension: str
    media_type: str
    label: str

    def write(self, document: Document, output: BinaryIO) -> None: ...


def _format(module: str) -> Format:
    return cast(Format, import_module(f"{__name__}.{module}"))


FORMATS: dict[str, Format] = {format.name: format for format in sorted(map(_format, MODULES), key=lambda it: it.name)}
