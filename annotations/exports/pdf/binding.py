"""Parts of a PDF bound into one: pages, structure, links from part to part, the outline."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import BinaryIO

from annotations.exports.characters import legal
from annotations.exports.document import Document
from annotations.exports.pdf.content import Element
from annotations.exports.pdf.objects import REFERENCE, File, Unbound, Writer, references, rewritten, taken_apart, text
from annotations.exports.pdf.outline import Entry, write_outline
from annotations.exports.pdf.press import Sheets, Spot

# The objects that a file has but once, by number.
ROOT, PAGES, STRUCTURE, INFO, OUTLINE = 1, 2, 3, 4, 5
# Points: A4's height, and how much of what stands above a place is shown with it.
HEIGHT, ABOVE = 841.89, 24
_LINK = re.compile(rb"/A<</Type/Action/S/URI/URI\(place:(\w+)\)>>")
_CALLED = re.compile(rb"/Contents\(place:\w+\)")
_STRUCTURE = re.compile(
    rb"<</Type/StructTreeRoot(?P<roles>/RoleMap<<[^<>]*>>)/K\[(?P<kids>[^]]*)\]"
    rb"/ParentTree<</Nums\[(?P<keys>[^]]*)\]>>/ParentTreeNextKey (?P<next>\d+)>>"
)
_KEY = re.compile(rb"(\d+) (\d+) 0 R")


@dataclass
class Volume:
    """Parts whose pages follow each other, and where in them is what; `numbers` are those printed on the pages."""

    files: list[bytes] = field(default_factory=list)
    pages: int = 0
    last: int = 0
    places: dict[str, Spot] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    headings: list[Element] = field(default_factory=list)

    def add(self, sheets: Sheets, elements: Sequence[Element]) -> None:
        self.files.append(sheets.file)
        for name, spot in sheets.places.items():
            self.places[name] = Spot(spot.page + self.pages, spot.below)
            self.numbers[name] = self.last + spot.page + 1
        self.headings += [element for element in elements if element.title and element.place]
        self.pages += sheets.last - self.last
        self.last = sheets.last


def bind(opening: Volume, body: Volume, titles: Mapping[str, str], document: Document, output: BinaryIO) -> None:
    """Write the two volumes as one file. `titles` are what links are called, by the name of their place."""
    writer = Writer(output, OUTLINE)
    first = writer.take(opening.pages + body.pages)
    places = opening.places | {name: Spot(spot.page + opening.pages, spot.below) for name, spot in body.places.items()}
    destinations = {name: _destination(spot, first) for name, spot in places.items()}
    binding = _Binding(writer, first, destinations, titles)
    for data in (*opening.files, *body.files):
        binding.add(taken_apart(data))
    headings = (*opening.headings, *body.headings)
    write_outline(writer, OUTLINE, [Entry(it.level, legal(it.title), destinations[it.place]) for it in headings])
    binding.end(document, opening.pages)


def _destination(spot: Spot, first: int) -> bytes:
    return b"[%d 0 R/XYZ null %.2f null]" % (first + spot.page, min(HEIGHT - spot.below + ABOVE, HEIGHT))


class _Binding:
    """Files put behind each other. The pages' numbers are known before the files, for links lead forwards too."""

    def __init__(
        self, writer: Writer, first: int, destinations: Mapping[str, bytes], titles: Mapping[str, str]
    ) -> None:
        self._writer, self._first, self._pages = writer, first, 0
        self._destinations, self._titles = destinations, titles
        self._trees: list[int] = []
        self._keys: list[bytes] = []
        self._key = 0
        self._roles = b""

    def add(self, file: File) -> None:
        base = self._writer.take(max(file.objects) + 1)
        page = self._first + self._pages
        numbers = {number: page + place for place, number in enumerate(file.pages)}
        numbers |= {file.whole["pages"]: PAGES, file.whole["structure"]: STRUCTURE}

        def number(old: int) -> int:
            return numbers.get(old, base + old)

        for old, body in file.objects.items():
            written = rewritten(body, number, lambda place: self._key + place)
            self._writer.put(number(old), self._led(written) if body.startswith(b"<</Type/Annot/") else written)
        self._pages += len(file.pages)
        self._add_structure(file, number)

    def _led(self, link: bytes) -> bytes:
        """A link to a place leads there, and is called what the place is."""
        found = _LINK.search(link)
        if not found:
            return link
        place = found[1].decode()
        title = b"/Contents" + text(legal(self._titles[place]))
        return _CALLED.sub(title, link.replace(found[0], b"/Dest" + self._destinations[place]))

    def _add_structure(self, file: File, number: Callable[[int], int]) -> None:
        tree = _STRUCTURE.fullmatch(file.structure)
        if not tree:
            raise Unbound("the structure is not as expected")
        self._roles = tree["roles"]
        self._trees += [number(int(kid)) for kid in REFERENCE.findall(tree["kids"])]
        for key, kid in _KEY.findall(tree["keys"]):
            self._keys.append(b"%d %d 0 R" % (self._key + int(key), number(int(kid))))
        self._key += int(tree["next"])

    def end(self, document: Document, roman: int) -> None:
        put = self._writer.put
        pages = range(self._first, self._first + self._pages)
        put(PAGES, b"<</Type/Pages/Count %d/Kids" % self._pages, references(pages), b">>")
        keys = b"/ParentTree<</Nums[", b" ".join(self._keys), b"]>>/ParentTreeNextKey %d" % self._key
        put(STRUCTURE, b"<</Type/StructTreeRoot", self._roles, b"/K", references(self._trees), *keys, b">>")
        put(INFO, b"<<", *_info(document), b">>")
        labels = b"/PageLabels<</Nums[%s%d<</S/D>>]>>" % (b"0<</S/r>>" if roman else b"", roman)
        put(
            ROOT,
            b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R" % (PAGES, STRUCTURE, OUTLINE),
            b"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines",
            labels + b"/Lang" + text(document.language) + b">>",
        )
        self._writer.end(b"/Root %d 0 R/Info %d 0 R" % (ROOT, INFO))


def _info(document: Document) -> Iterator[bytes]:
    yield b"/Title" + text(legal(document.title))
    yield b"/Author" + text(legal(document.exporter))
    yield b"/CreationDate(D:%sZ)" % f"{document.exported.astimezone(UTC):%Y%m%d%H%M%S}".encode()
