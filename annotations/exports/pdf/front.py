"""The PDF's first pages: a project's title, memo, themes, and the contents with their page numbers."""

from collections.abc import Iterator, Mapping

from annotations.exports.document import Document
from annotations.exports.pdf.article import legend, memo
from annotations.exports.pdf.content import Element, Line, Span, element, to
from annotations.exports.pdf.places import PARTS, Places
from annotations.exports.wording import extent, moment

COVER = "cover"


def front_elements(document: Document, places: Places, pages: Mapping[str, int]) -> Iterator[Element]:
    """The elements, none for a single article. `pages` are the numbers of the pages on which places lie."""
    if document.kind == "article":
        return
    yield element("title", document.title, COVER, title=document.title, level=1)
    said = (extent(document), document.exporter, moment(document.exported))
    yield element("facts", " · ".join(filter(None, said)))
    yield from memo(document.memo)
    marks = [mark for article in document.articles for mark in article.highlights]
    yield from legend(document, marks, places)
    for article in document.articles:
        place = places.article(article)
        yield _entry(f"{article.title}（{len(article.highlights)}）", place, pages[place])
    for place, title in PARTS.items():
        yield _entry(title, place, pages[place])


def _entry(title: str, place: str, page: int) -> Element:
    return Element("entry", (Line((Span(title, to=to(place)),)),), number=str(page))
