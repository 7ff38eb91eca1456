"""PDF: set on A4 by Typst, its Chinese fonts embedded, tagged for screen readers."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from annotations.exports.citation import entries
from annotations.exports.course import Course
from annotations.exports.document import Document
from annotations.exports.pdf.article import article_elements
from annotations.exports.pdf.binding import Volume, bind
from annotations.exports.pdf.content import Element
from annotations.exports.pdf.front import front_elements
from annotations.exports.pdf.glyphs import Glyphs
from annotations.exports.pdf.places import Places
from annotations.exports.pdf.press import Killed, Press
from annotations.exports.pdf.quotes import quote_elements, source_elements

_ = str
name = "pdf"
extension = "pdf"
media_type = "application/pdf"
label = _("PDF")

# Characters that are set together: Typst holds half a kilobyte to a whole one for each.
GATHERING = 150_000


class Unavailable(Exception):
    """The format cannot be written on this machine; says what to do."""


def write(document: Document, output: BinaryIO) -> None:
    """Set the document, a gathering of pages after the other, then the contents, and bind them. Nothing is fetched."""
    places = Places(document)
    course = Course(document, sum(element.size for element in _elements(document, places)))
    press = Press(document, course.tell)
    glyphs = Glyphs(press)
    body, opening = Volume(), Volume()
    try:
        for gathering in gatherings(_body(document, places, glyphs)):
            body.add(press.sheets(gathering, first=body.last + 1), gathering)
            course.tell(sum(element.size for element in gathering))
        front = list(front_elements(document, places, body.numbers))
        if front:
            opening.add(press.sheets(front, numbering="i"), front)
    except Killed as error:
        raise Unavailable(
            _("排版的进程被系统结束了，多半是内存不够。请等机器空一些再试，或改用 Word、网页格式。")
        ) from error
    bind(opening, body, dict(places.titles()), document, output)


def gatherings(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """The elements in lists of about the wanted length, each beginning with an article or a theme where one is near."""
    held: list[Element] = []
    size = 0
    for element in elements:
        if size > GATHERING and (element.title or size > 2 * GATHERING):
            yield held
            held, size = [], 0
        held.append(element)
        size += element.size
    if held:
        yield held


def _body(document: Document, places: Places, glyphs: Glyphs) -> Iterator[Element]:
    yield from glyphs.noted(_elements(document, places))
    yield from glyphs.missing()


def _elements(document: Document, places: Places) -> Iterator[Element]:
    cited = entries(document.articles, document.citation)
    for article in document.articles:
        yield from article_elements(article, document, places)
    yield from quote_elements(document, cited, places)
    yield from source_elements(document, cited, places)
