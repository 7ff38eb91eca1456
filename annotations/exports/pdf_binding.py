"""PDF files bound into one: the outline, and the links that lead from one to another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, BinaryIO, Self

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, Fit, FloatObject, NameObject, NullObject, TextStringObject

from annotations.exports.document import Document

# What a link's address begins with whose place may be in another file.
SCHEME = "place:"
POINTS = 0.75


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a stack of pages: which one, from 0, and how far below its top, in CSS pixels."""

    page: int
    below: float

    def behind(self, pages: int) -> "Spot":
        return Spot(self.page + pages, self.below)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline."""

    level: int
    title: str
    spot: Spot


@dataclass
class Stack:
    """PDF files whose pages follow each other, and where in them is what."""

    files: list[bytes] = field(default_factory=list)
    pages: int = 0
    places: dict[str, Spot] = field(default_factory=dict)
    outline: list[Entry] = field(default_factory=list)

    def add(self, file: bytes, pages: int, places: dict[str, Spot], outline: Sequence[Entry]) -> None:
        self.files.append(file)
        self.places |= {name: spot.behind(self.pages) for name, spot in places.items()}
        self.outline += [Entry(entry.level, entry.title, entry.spot.behind(self.pages)) for entry in outline]
        self.pages += pages

    def __add__(self, other: Self) -> "Stack":
        both = Stack([*self.files], self.pages, dict(self.places), [*self.outline])
        both.add(b"", other.pages, other.places, other.outline)
        both.files = self.files + other.files
        return both


def bind(stack: Stack, document: Document, output: BinaryIO) -> None:
    """Write the stack's files as one."""
    writer = PdfWriter()
    for file in stack.files:
        writer.append(BytesIO(file), import_outline=False)
    pages = list(writer.pages)
    for page in pages:
        for link in page.get("/Annots", ()):
            _lead(link.get_object(), stack, pages)
    _add_outline(writer, stack, pages)
    writer.add_metadata({"/Title": document.title, "/Author": document.exporter})
    writer.root_object[NameObject("/Lang")] = TextStringObject(document.language)
    writer.write(output)


def _lead(link: Any, stack: Stack, pages: Sequence[Any]) -> None:
    """Let a link lead to its place, if its address is one."""
    address = link.get("/A", {}).get("/URI", "")
    if not address.startswith(SCHEME):
        return
    spot = stack.places[address.removeprefix(SCHEME)]
    del link["/A"]
    top = FloatObject(_top(spot, pages))
    fit = (NameObject("/XYZ"), NullObject(), top, NullObject())
    link[NameObject("/Dest")] = ArrayObject([pages[spot.page].indirect_reference, *fit])


def _add_outline(writer: PdfWriter, stack: Stack, pages: Sequence[Any]) -> None:
    over: list[tuple[int, Any]] = []
    for entry in stack.outline:
        while over and over[-1][0] >= entry.level:
            over.pop()
        page, fit = pages[entry.spot.page], Fit.xyz(top=_top(entry.spot, pages))
        parent = over[-1][1] if over else None
        added = writer.add_outline_item(title=entry.title, page_number=page, parent=parent, fit=fit, is_open=False)
        over.append((entry.level, added))


def _top(spot: Spot, pages: Sequence[Any]) -> float:
    """Measured from the page's foot, as PDF does."""
    return float(pages[spot.page].mediabox.height) - spot.below * POINTS
