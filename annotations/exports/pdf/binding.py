"""PDF files bound into one: the page numbers, the outline, and the links that lead from one file to another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Name, OutlineItem, Page, Pdf, String

from annotations.exports.characters import legal
from annotations.exports.document import Document
from annotations.exports.pdf.numbers import Numbers
from annotations.exports.pdf.press import Entry, Sheets, Spot

# What a link's address begins with whose place may be in another file.
SCHEME = "place:"
POINTS = 0.75


@dataclass
class Stack:
    """PDF files whose pages follow each other, and where in them is what."""

    files: list[bytes] = field(default_factory=list)
    pages: int = 0
    places: dict[str, Spot] = field(default_factory=dict)
    outline: list[Entry] = field(default_factory=list)

    def add(self, sheets: Sheets) -> None:
        self.files.append(sheets.file)
        self.places |= {name: spot.behind(self.pages) for name, spot in sheets.places.items()}
        self.outline += [entry.behind(self.pages) for entry in sheets.outline]
        self.pages += sheets.pages


def bind(opening: Stack, body: Stack, digits: bytes, document: Document, output: BinaryIO) -> None:
    """Write the two stacks as one file, the body's pages numbered from 1 in the digits of a PDF that shows them."""
    whole = Pdf.new()
    files = [Pdf.open(BytesIO(file)) for file in (*opening.files, *body.files)]
    for file in files:
        whole.pages.extend(file.pages)
    pages = list(whole.pages)
    numbers = Numbers(whole, digits)
    for number, page in enumerate(pages[opening.pages :], start=1):
        numbers.put(number, page)
    places = opening.places | {name: spot.behind(opening.pages) for name, spot in body.places.items()}
    for page in pages:
        for link in page.get("/Annots", ()):
            _lead(link, places, pages)
    _add_outline(whole, [*opening.outline, *(entry.behind(opening.pages) for entry in body.outline)], pages)
    whole.docinfo["/Title"] = String(legal(document.title))
    whole.docinfo["/Author"] = String(legal(document.exporter))
    whole.Root.Lang = String(document.language)
    whole.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _lead(link: Any, places: dict[str, Spot], pages: Sequence[Page]) -> None:
    """Let a link lead to its place, if its address is one."""
    address = str(link.get("/A", {}).get("/URI", ""))
    if not address.startswith(SCHEME):
        return
    spot = places[address.removeprefix(SCHEME)]
    del link["/A"]
    link["/Dest"] = Array([pages[spot.page].obj, Name.XYZ, None, _top(spot, pages), None])


def _add_outline(whole: Pdf, entries: Sequence[Entry], pages: Sequence[Page]) -> None:
    with whole.open_outline() as outline:
        over: list[tuple[int, Any]] = []
        for entry in entries:
            while over and over[-1][0] >= entry.level:
                over.pop()
            item = OutlineItem(entry.title, entry.spot.page, "XYZ", top=_top(entry.spot, pages))
            item.is_closed = True
            (over[-1][1].children if over else outline.root).append(item)
            over.append((entry.level, item))


def _top(spot: Spot, pages: Sequence[Page]) -> float:
    """Measured from the page's foot, as PDF does."""
    return float(pages[spot.page].mediabox[3]) - spot.below * POINTS
