"""Gatherings of pages laid out one after the other, then bound into one PDF.

One layout of a large project would hold gigabytes of boxes; a gathering's are gone when its pages are written.
"""

import re
from typing import Any, BinaryIO

from weasyprint import CSS, HTML

from annotations.exports.document import Document
from annotations.exports.html_article import text
from annotations.exports.pdf_binding import SCHEME, Entry, Spot, Stack, bind
from annotations.exports.pdf_style import ROMAN, numbered, style

_LINK = re.compile(r'href="#([^"]+)"')


class Book:
    """The document's pages; its contents stand before them, in Roman numbers, for they are known last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._style = CSS(string=style(document))
        self._body = Stack()

    def add(self, markup: str) -> None:
        """Lay out what follows."""
        _pile(self._body, self._lay_out(markup, numbered(self._body.pages)))

    def bind(self, front: str, output: BinaryIO) -> None:
        """Write the file: the front's pages, then those that were added."""
        opening = Stack()
        if front:
            _pile(opening, self._lay_out(_LINK.sub(self._paged, front), ROMAN))
        bind(opening + self._body, self._document, output)

    def _lay_out(self, markup: str, more: str) -> Any:
        led = _LINK.sub(rf'href="{SCHEME}\1"', markup)
        page = f'<html lang="{text(self._document.language)}"><main>{led}</main>'
        return HTML(string=page).render(stylesheets=[self._style, CSS(string=more)])

    def _paged(self, link: re.Match[str]) -> str:
        return f'{link[0]} data-page="{self._body.places[link[1]].page + 1}"'


def _pile(stack: Stack, laid_out: Any) -> None:
    """Write a layout's pages onto the stack, and note what is where on them: what runs over several, on the first."""
    places: dict[str, Spot] = {}
    outline: list[Entry] = []
    for number, page in enumerate(laid_out.pages):
        places = {name: Spot(number, place[1]) for name, place in page.anchors.items()} | places
        outline += [Entry(level, title, Spot(number, place[1])) for level, title, place, _state in page.bookmarks]
    stack.add(laid_out.write_pdf(), len(laid_out.pages), places, outline)
