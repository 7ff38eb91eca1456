"""An article in the Word report: set as it is read, its paragraphs numbered, its marks shaded and commented."""

from collections.abc import Sequence

from lxml.etree import _Element

from annotations.exports.colours import colours, wash
from annotations.exports.document import Article, Block, Document, Highlight
from annotations.exports.stretches import Stretch, stretches
from annotations.exports.word_comments import Comments
from annotations.exports.word_styles import DEEPEST, INDENTS
from annotations.exports.word_xml import add, bookmark, link, paragraph, properties, run
from annotations.exports.wording import person, published

# Bookmarks are numbered through the file: room for the blocks of one article.
PER_ARTICLE = 100_000
STYLES = {"caption": "Caption", "list": "ListItem", "quote": "InnerQuote", "table": "TableRow"}


def set_article(
    body: _Element, article: Article, document: Document, comments: Comments, number: int, *, new_page: bool
) -> None:
    """Append the article. `number` is that of its paragraph numbering."""
    title = paragraph(body, "Heading1")
    if new_page:
        add(properties(title), "pageBreakBefore")
    bookmark(title, start(article), article.id * PER_ARTICLE)
    run(title, article.title)
    _set_origin(body, article)
    set_legend(body, document, article.highlights)
    for block, parts in stretches(article):
        _set_block(paragraph(body, _style(block)), block, parts, article, document, comments, number)


def start(article: Article) -> str:
    """The name of the bookmark on the title."""
    return f"article{article.id}"


def place(article: Article, block: Block) -> str:
    """The name of the bookmark on a block."""
    return f"{start(article)}paragraph{block.number}"


def set_legend(body: _Element, document: Document, marks: Sequence[Highlight]) -> None:
    """Which shade is which theme, and how often it was given."""
    legend = paragraph(body, "Legend")
    for theme in document.themes:
        times = sum(theme.id in mark.themes for mark in marks)
        if times:
            run(legend, f" {' / '.join(theme.path)} ", fill=wash(theme.hex)[1:], colour=theme.hex[1:])
            run(legend, f" {times}　")


def _set_origin(body: _Element, article: Article) -> None:
    if article.authors:
        run(paragraph(body, "Byline"), "　".join(map(person, article.authors)))
    origin = " · ".join(filter(None, (article.source, published(article))))
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


def _set_block(
    into: _Element,
    block: Block,
    parts: list[Stretch],
    article: Article,
    document: Document,
    comments: Comments,
    number: int,
) -> None:
    numbering = add(properties(into), "numPr")
    add(numbering, "ilvl", val="0")
    add(numbering, "numId", val=str(number))
    if indent := INDENTS.get(_style(block)):
        add(properties(into), "ind", **indent)
    if any(part.opens for part in parts):
        bookmark(into, place(article, block), article.id * PER_ARTICLE + block.number)
    for part in parts:
        for mark in part.opens:
            comments.open(mark, into)
        _set_stretch(into, part, document)
        for mark in part.closes:
            comments.close(mark, into)


def _set_stretch(into: _Element, part: Stretch, document: Document) -> None:
    """The text washed in the colour of the innermost mark; a second theme or mark underlines it in its own."""
    shades = [colour for mark in reversed(part.marks) for colour in colours(document, mark)]
    if part.text:
        fill = wash(shades[0])[1:] if shades else ""
        line = next((shade[1:] for shade in shades[1:] if shade != shades[0]), "")
        run(into, part.text, fill=fill, line=line)
