"""An article in the Word report: set as it is read, its paragraphs numbered, its marks shaded and commented."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml.etree import _Element

from annotations.exports.colours import colour, shades, wash
from annotations.exports.document import Article, Block, Document, Highlight
from annotations.exports.stretches import Stretch, stretches
from annotations.exports.word.comments import Comments
from annotations.exports.word.styles import DEEPEST, INDENTS
from annotations.exports.word.xml import add, bookmark, link, paragraph, properties, run
from annotations.exports.wording import labels, person, published

STYLES = {"caption": "Caption", "list": "ListItem", "quote": "InnerQuote", "table": "TableRow"}


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
    bookmark(title, start(article), next(setting.bookmarks))
    run(title, article.title)
    _set_origin(setting.body, article)
    set_memo(setting.body, article.memo)
    set_legend(setting.body, setting.document, article.highlights)
    for block, parts in stretches(article):
        into = paragraph(setting.body, _style(block))
        _number(into, _style(block), number)
        if any(part.opens for part in parts):
            bookmark(into, place(article, block), next(setting.bookmarks))
        for part in parts:
            _set_stretch(setting, into, part)


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
        run(line, origin)
        if article.url:
            run(line, " · " if origin else "")
            link(line, article.url, article.url)


def _style(block: Block) -> str:
    if block.kind == "heading":
        return f"Heading{min(max(block.level, 1) + 1, DEEPEST)}"
    return STYLES.get(block.kind, "BodyText")


def _number(into: _Element, style: str, number: int) -> None:
    numbering = add(properties(into), "numPr")
    add(numbering, "ilvl", val="0")
    add(numbering, "numId", val=str(number))
    if indent := INDENTS.get(style):
        add(properties(into), "ind", **indent)


def _set_stretch(setting: Setting, into: _Element, part: Stretch) -> None:
    """The text washed in the colour of the innermost mark; a second theme underlines it in its own."""
    for mark in part.opens:
        setting.comments.open(mark, into)
    found = shades(setting.document, part.marks)
    if part.text:
        fill = wash(colour(found[0]))[1:] if found else ""
        run(into, part.text, fill=fill, line=colour(found[1])[1:] if len(found) > 1 else "")
    for mark in part.closes:
        setting.comments.close(mark, into)
