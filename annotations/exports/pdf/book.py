"""A document as a book: gatherings of pages laid out side by side, the contents before them, bound into one PDF.

One layout of a large project would hold gigabytes of boxes; a gathering's are gone when its pages are written.
"""

import re
from collections.abc import Iterable
from typing import BinaryIO

from annotations.exports.document import Document
from annotations.exports.html.article import text
from annotations.exports.pdf.binding import SCHEME, Stack, bind
from annotations.exports.pdf.press import lay_out, press
from annotations.exports.pdf.style import DIGITS, ROMAN, style

_LINK = re.compile(r'href="#([^"]+)"')


def write(document: Document, gatherings: Iterable[str], front: Iterable[str], output: BinaryIO) -> None:
    """Write the file: the front's pages, numbered in Roman for they are known last, then the gatherings'."""
    sheet = style(document)
    body = Stack()
    for sheets in press((_page(document, markup) for markup in gatherings), sheet, document.breathe):
        body.add(sheets)
        document.breathe()
    opening = Stack()
    if contents := "".join(front):
        opening.add(lay_out(_page(document, _LINK.sub(lambda link: _paged(link, body), contents)), sheet + ROMAN))
    bind(opening, body, lay_out(*DIGITS).file, document, output)


def _page(document: Document, markup: str) -> str:
    led = _LINK.sub(rf'href="{SCHEME}\1"', markup)
    return f'<html lang="{text(document.language)}"><main>{led}</main>'


def _paged(link: re.Match[str], body: Stack) -> str:
    return f'{link[0]} data-page="{body.places[link[1]].page + 1}"'
