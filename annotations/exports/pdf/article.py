"""An article in the PDF: its text with marks, each with a number that leads to its note and on to its themes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from annotations.exports.colours import colour, shades, wash
from annotations.exports.document import Article, Block, Document, Highlight, Theme
from annotations.exports.passages import Table, passages
from annotations.exports.pdf.content import Box, Element, Line, Span, dated, element, lines, to
from annotations.exports.pdf.places import Places, web
from annotations.exports.quoting import signature
from annotations.exports.stretches import Stretch
from annotations.exports.wording import byline

SEPARATOR = " · "
LOOKS = {kind: kind for kind in ("caption", "heading", "list", "table")} | {"note": "footnote", "quote": "inner-quote"}


def article_elements(article: Article, document: Document, places: Places) -> Iterator[Element]:
    """The article's title and facts, its blocks, its notes."""
    level = 2 if document.kind == "project" else 1
    yield element("heading", article.title, places.article(article), title=article.title, level=level)
    yield from _facts(article)
    yield from memo(article.memo)
    yield from legend(document, article.highlights, places)
    for one in passages(article):
        if isinstance(one, Table):
            yield _table(one, document, places)
        else:
            yield _block(one.block, one.parts, document, places, level)
    if article.highlights:
        yield Element("notes", ())
    for mark in article.highlights:
        yield _note(article, mark, document, places)


def memo(words: str) -> Iterator[Element]:
    if words:
        yield element("memo", words)


def legend(document: Document, marks: Sequence[Highlight], places: Places) -> Iterator[Element]:
    """Which colour is which theme, and how often it was given."""
    times = Counter(id for mark in marks for id in mark.themes)
    used = [theme for theme in document.themes if theme.id in times]
    if used:
        spans = (span for theme in used for span in (chip(theme, places), Span(f" {times[theme.id]}　")))
        yield Element("legend", (Line(tuple(spans)),))


def chip(theme: Theme, places: Places) -> Span:
    """A theme's name beside its colour, leading to its quotes."""
    return Span(" / ".join(theme.path), dot=colour(theme), to=to(places.theme(theme)))


def separated(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans with dots between them."""
    return tuple(part for span in spans for part in (Span(SEPARATOR), span))[1:]


def signed(mark: Highlight, document: Document) -> list[Span]:
    """Whose the mark is and of when, where that is to be said."""
    return [Span(fact, whole=True) for fact in signature(mark, document)]


def _facts(article: Article) -> Iterator[Element]:
    spans = dated(byline(article))
    if address := web(article.url):
        spans += (Span(SEPARATOR if spans else ""), Span("原文", to=address))
    if spans:
        yield Element("facts", (Line(spans),))


def _block(block: Block, parts: list[Stretch], document: Document, places: Places, level: int) -> Element:
    sign = (Span(f"{block.sign} "),) if block.sign else ()
    spans = (*sign, *_all_spans(parts, document, places))
    depth = max(block.level, 1) + level if block.kind == "heading" else block.level
    return Element(LOOKS.get(block.kind, "paragraph"), (Line(spans),), level=depth, number=str(block.number))


def _table(table: Table, document: Document, places: Places) -> Element:
    """The table, with the number of its first row."""
    boxes, lines = [], []
    for y, row in enumerate(table.rows):
        for one in row.cells:
            cell = one.cell
            boxes.append(Box(cell.column, y, cell.colspan, cell.rowspan, cell.header))
            lines.append(Line(_all_spans(one.parts, document, places)))
    return Element("table", tuple(lines), number=str(table.first.number), boxes=tuple(boxes))


def _all_spans(parts: list[Stretch], document: Document, places: Places) -> tuple[Span, ...]:
    return tuple(span for part in parts for span in _spans(part, document, places))


def _spans(part: Stretch, document: Document, places: Places) -> Iterator[Span]:
    """The text in the colour of the innermost mark, underlined in a second theme's; then the ways to the notes."""
    found = [colour(theme) for theme in shades(document, part.marks)]
    starts = tuple(places.mark(mark) for mark in part.opens)
    if part.text or starts:
        fill = wash(found[0]) if part.text and found else ""
        line = found[1] if fill and len(found) > 1 else ""
        bold, dotted = "bold" in part.looks, "emphasis" in part.looks
        yield Span(part.text, fill=fill, line=line, places=starts, bold=bold, dotted=dotted)
    for mark in part.closes:
        yield Span(places.number(mark), to=to(places.note(mark)), raised=True)


def _note(article: Article, mark: Highlight, document: Document, places: Places) -> Element:
    themes = [chip(theme, places) for theme in document.themes_of(mark)]
    facts = signed(mark, document)
    back = Span(f"回到第 {article.block_at(mark.start).number} 段", to=to(places.mark(mark)))
    head = Line(separated([*themes, *facts, back]), "head")
    return Element("note", (head, *lines(mark.note)), places.note(mark), number=places.number(mark))
