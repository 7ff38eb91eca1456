"""An article in the Word report: set as it is read, its paragraphs numbered, its marks shaded and commented."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml.etree import _Element

from annotations.exports.colours import colour, shades, wash
from annotations.exports.document import Article, Block, Document, Highlight
from annotations.exports.passages import Passage, Table, passages
from annotations.exports.stretches import Stretch
from annotations.exports.word.comments import Comments
from annotations.exports.word.styles import DEEPEST, INDENTS
from annotations.exports.word.tables import cell, grid, table
from annotations.exports.word.titles import narrow
from annotations.exports.word.xml import add, bookmark, link, paragraph, properties, run
from annotations.exports.wording import labels, person, published

STYLES = {"caption": "Caption", "list": "ListItem", "note": "Footnote", "quote": "InnerQuote", "table": "TableRow"}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the articles are set: the report's body, the document they belong to, and the report's comments.

    Bookmarks are numbered through the file, in 32 bits.
    """

    body: _Element
    document: Document
    comments: Comments
    bookmarks: Iterator[int] = field(default_factory=count)


def set_article(setting: Setting, article: Article, number: int, *, new_page: bool) -> None:
    """Append the article. `number` is that of its paragraph numbering."""
    title = paragraph(setting.body, "Heading1")
    if new_page:
        add(properties(title), "pageBreakBefore")
    narrow(title, "Heading1", article.title)
    bookmark(title, start(article), next(setting.bookmarks))
    run(title, article.title)
    _set_origin(setting.body, article)
    set_memo(setting.body, article.memo)
    set_legend(setting.body, setting.document, article.highlights)
    for one in passages(article):
        if isinstance(one, Passage):
            _set_block(setting, article, one, number)
        else:
            _set_table(setting, article, one, number)


def _set_block(setting: Setting, article: Article, one: Passage, number: int) -> None:
    into = paragraph(setting.body, _style(one.block))
    _number(into, one.block, number)
    if one.block.kind == "heading":
        narrow(into, _style(one.block), one.block.text)
    if any(part.opens for part in one.parts):
        bookmark(into, place(article, one.block), next(setting.bookmarks))
    if one.block.sign:
        run(into, f"{one.block.sign} ")
    for part in one.parts:
        _set_stretch(setting, into, part)


def _set_table(setting: Setting, article: Article, rows: Table, number: int) -> None:
    """A row is a numbered block; its number stands in its first cell. A paragraph parts it from the next table."""
    created = table(setting.body, rows.columns)
    for row, boxes, head in grid(rows):
        line = add(created, "tr")
        if head:
            add(add(line, "trPr"), "tblHeader")
        paragraphs = [cell(line, box, rows.columns) for box in boxes]
        if row.block:
            own = next((into for into, box in zip(paragraphs, boxes, strict=True) if box.parts), paragraphs[0])
            _number(own, row.block, number)
            if row.opens:
                bookmark(own, place(article, row.block), next(setting.bookmarks))
        for into, box in zip(paragraphs, boxes, strict=True):
            for part in box.parts:
                _set_stretch(setting, into, part, bold=box.header)
    paragraph(setting.body, "TableRow")


def start(article: Article) -> str:
    """The name of the bookmark on the title."""
    return f"article{article.id}"


def place(article: Article, block: Block) -> str:
    """The name of the bookmark on a block."""
    return f"{start(article)}paragraph{block.number}"


def set_legend(body: _Element, document: Document, marks: Sequence[Highlight]) -> None:
    """Which shade is which theme, and how often it was given."""
    legend = paragraph(body, "Legend")
    times = Counter(id for mark in marks for id in mark.themes)
    for theme in document.themes:
        if theme.id in times:
            run(legend, f" {' / '.join(theme.path)} ", fill=wash(theme.hex)[1:], colour=theme.hex[1:])
            run(legend, f" {times[theme.id]}　")


def set_memo(body: _Element, memo: str) -> None:
    for place, line in enumerate(line for line in memo.splitlines() if line.strip()):
        run(paragraph(body, "Memo"), line if place else f"备忘：{line}")


def _set_origin(body: _Element, article: Article) -> None:
    if article.authors:
        run(paragraph(body, "Byline"), "　".join(map(person, article.authors)))
    origin = " · ".join(filter(None, (article.source, published(article), labels(article))))
    if origin or article.url:
        line = paragraph(body, "Source")
        run(line, origin, dated=True)
        if article.url:
            run(line, " · " if origin else "")
            link(line, article.url, article.url)


def _style(block: Block) -> str:
    if block.kind == "heading":
        return f"Heading{min(max(block.level, 1) + 1, DEEPEST)}"
    return STYLES.get(block.kind, "BodyText")


def _number(into: _Element, block: Block, number: int) -> None:
    numbering = add(properties(into), "numPr")
    add(numbering, "ilvl", val="0")
    add(numbering, "numId", val=str(number))
    if indent := INDENTS.get(_style(block)):
        deeper = {"left": str(int(indent["left"]) * (block.level + 1))} if block.kind == "list" else {}
        add(properties(into), "ind", **indent | deeper)


def _set_stretch(setting: Setting, into: _Element, part: Stretch, *, bold: bool = False) -> None:
    """The text washed in the colour of the innermost mark; a second theme underlines it in its own."""
    for mark in part.opens:
        setting.comments.open(mark, into)
    found = shades(setting.document, part.marks)
    if part.text:
        fill = wash(colour(found[0]))[1:] if found else ""
        line = colour(found[1])[1:] if len(found) > 1 else ""
        run(into, part.text, fill=fill, line=line, bold=bold or "bold" in part.looks, dotted="emphasis" in part.looks)
    for mark in part.closes:
        setting.comments.close(mark, into)
