"""Notes that leave: one module per format behind one registry, each a pure function of one Document."""

from typing import BinaryIO, Protocol

from annotations.exports import (
    bibtex,
    csljson,
    csv,
    html,
    jsonld,
    markdown,
    markdown_vault,
    pdf,
    qdc,
    qdpx,
    ris,
    word,
    word_excerpts,
    xlsx,
)
from annotations.exports.document import Document


class Format(Protocol):
    """What a format's module holds; `label` is what the export menu says, `write` streams where the format can."""

    name: str
    extension: str
    media_type: str
    label: str

    def write(self, document: Document, output: BinaryIO) -> None: ...


_MODULES: tuple[Format, ...] = (
    bibtex,
    csljson,
    csv,
    html,
    jsonld,
    markdown,
    markdown_vault,
    pdf,
    qdc,
    qdpx,
    ris,
    word,
    word_excerpts,
    xlsx,
)

FORMATS: dict[str, Format] = {module.name: module for module in sorted(_MODULES, key=lambda module: module.name)}
