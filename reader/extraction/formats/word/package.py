"""A .docx file's parts, found by what the document's relationships call them."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from zipfile import ZipFile

from lxml.etree import XMLSyntaxError, _Element

from reader.extraction.formats.archive import DAMAGED, LARGEST, LARGEST_TOTAL, WORD_PART, held
from reader.extraction.formats.word.xml import root_of
from reader.extraction.page import ExtractionError

_RELATIONSHIPS = "word/_rels/document.xml.rels"
# A document has a header and a footer for each section and sort of page; so many are read.
_MOST_HEADS = 60


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the parts; `heads` are page headers and footers."""

    document: _Element
    styles: _Element | None = None
    numbering: _Element | None = None
    footnotes: _Element | None = None
    endnotes: _Element | None = None
    heads: tuple[_Element, ...] = ()


def parts_of(data: bytes) -> Parts:
    """Raises ExtractionError: broken, unsafe, archive_too_large."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _Package(archive).parts()
    except (*DAMAGED, KeyError, XMLSyntaxError) as error:
        raise ExtractionError("broken") from error


class _Package:
    """`left` is how many bytes the parts still to be read may have together."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.left = LARGEST_TOTAL
        self.names = set(archive.namelist())
        self.related = list(self._related())

    def parts(self) -> Parts:
        heads = [name for kind, name in self.related if kind in ("header", "footer")]
        return Parts(
            self._read(WORD_PART),
            self._only("styles"),
            self._only("numbering"),
            self._only("footnotes"),
            self._only("endnotes"),
            tuple(self._read(name) for name in dict.fromkeys(heads[:_MOST_HEADS])),
        )

    def _related(self) -> Iterator[tuple[str, str]]:
        """Kind and name of the parts that are there."""
        if _RELATIONSHIPS not in self.names:
            return
        for node in self._read(_RELATIONSHIPS):
            kind, target = node.get("Type", "").rsplit("/", 1)[-1], node.get("Target", "")
            name = target.lstrip("/") if target.startswith("/") else normpath(join("word", target))
            if node.get("TargetMode") != "External" and name in self.names:
                yield kind, name

    def _only(self, kind: str) -> _Element | None:
        name = next((name for said, name in self.related if said == kind), None)
        return None if name is None else self._read(name)

    def _read(self, name: str) -> _Element:
        data = held(self.archive, self.archive.getinfo(name), min(LARGEST, self.left))
        self.left -= len(data)
        return root_of(data)
