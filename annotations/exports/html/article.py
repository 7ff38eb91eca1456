"""An article in the HTML file: its text with marks, each with a number that leads to its note and back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from annotations.exports.characters import legal
from annotations.exports.colours import shades
from annotations.exports.document import Article, Block, Document, Highlight
from annotations.exports.passages import Passage, Table, TableCell, TableRow, passages
from annotations.exports.stretches import Stretch
from annotations.exports.wording import byline, moment

LOOKS = {"caption": "caption", "list": "list", "note": "footnote", "table": "row"}
EMPHASIS = {"bold": "strong", "emphasis": "em"}
# Deeper lists are set like this one.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """The article that is set, the document it belongs to, the numbers of its marks, its title's level."""

    article: Article
    document: Document
    numbers: dict[str, int]
    level: int

    def place(self, block: Block) -> str:
        return f"article-{self.article.id}-p{block.number}"


def text(words: str) -> str:
    """The words as they are, in an element or an attribute."""
    return escape(legal(words))


def element(tag: str, words: str, of: str) -> str:
    return f'<{tag} class="{of}">{text(words)}</{tag}>'


def memo(words: str) -> str:
    return f'<div class="memo" role="note" aria-label="备忘">{text(words)}</div>' if words else ""


def legend(document: Document, marks: Sequence[Highlight]) -> str:
    """Which colour is which theme, and how often it was given."""
    times = Counter(id for mark in marks for id in mark.themes)
    listed = "".join(
        f'<li class="t{theme.id}">{text(" / ".join(theme.path))} {times[theme.id]}</li>'
        for theme in document.themes
        if theme.id in times
    )
    return f'<ul class="legend" aria-label="主题">{listed}</ul>' if listed else ""


def article_parts(article: Article, document: Document) -> Iterator[str]:
    """The article in HTML, a block at a time."""
    level = 2 if document.kind == "project" else 1
    yield f'<article id="article-{article.id}"><h{level}>{text(article.title)}</h{level}>'
    original = f'<a href="{text(article.url)}">原文</a>' if article.url.startswith(("http://", "https://")) else ""
    yield f'<p class="facts">{" · ".join(filter(None, (text(byline(article)), original)))}</p>'
    yield memo(article.memo)
    yield legend(document, article.highlights)
    numbers = {mark.id: number for number, mark in enumerate(article.highlights, start=1)}
    setting = Setting(article, document, numbers, level)
    for one in passages(article):
        yield _table(setting, one) if isinstance(one, Table) else _block(setting, one)
    if article.highlights:
        yield '<ol class="notes" aria-label="批注">'
        yield from (_note(mark, document) for mark in article.highlights)
        yield "</ol>"
    yield "</article>"


def _block(setting: Setting, passage: Passage) -> str:
    block = passage.block
    tag = "blockquote" if block.kind == "quote" else "p"
    if block.kind == "heading":
        tag = f"h{min(max(block.level, 1) + setting.level, 6)}"
    look = " ".join(filter(None, ("block", LOOKS.get(block.kind, ""), _depth(block))))
    sign = f'<span class="sign">{text(block.sign)}</span> ' if block.sign else ""
    id = setting.place(block)
    return f'<{tag} class="{look}" id="{id}">{_number(setting, block)}{sign}{_body(setting, passage.parts)}</{tag}>'


def _depth(block: Block) -> str:
    return f"deep{min(block.level, DEEPEST)}" if block.kind == "list" and block.level > 0 else ""


def _number(setting: Setting, block: Block) -> str:
    label = f"第 {block.number} 段"
    return f'<a class="number" href="#{setting.place(block)}" aria-label="{label}">{block.number}</a>'


def _table(setting: Setting, table: Table) -> str:
    """Each row is a block, with its number beside it."""
    rows = "".join(_row(setting, row) for row in table.rows)
    return f'<div class="block table"><table>{rows}</table></div>'


def _row(setting: Setting, row: TableRow) -> str:
    if row.block is None:
        return "<tr></tr>"
    number, *cells = _number(setting, row.block), *(_cell(setting, cell) for cell in row.cells)
    return f'<tr id="{setting.place(row.block)}"><td class="beside">{number}</td>{"".join(cells)}</tr>'


def _cell(setting: Setting, one: TableCell) -> str:
    tag, cell = "th" if one.cell.header else "td", one.cell
    said = [("rowspan", cell.rowspan), ("colspan", cell.colspan)]
    spanned = "".join(f' {name}="{size}"' for name, size in said if size > 1)
    scope = ' scope="row"' if cell.header and cell.column == 0 < cell.row else ' scope="col"' if cell.header else ""
    return f"<{tag}{spanned}{scope}>{_body(setting, one.parts)}</{tag}>"


def _body(setting: Setting, parts: list[Stretch]) -> str:
    return "".join(_stretch(part, setting.document, setting.numbers) for part in parts)


def _stretch(part: Stretch, document: Document, numbers: dict[str, int]) -> str:
    """The text in the colour of the innermost mark, underlined in a second theme's."""
    found = [theme.id if theme else 0 for theme in shades(document, part.marks)]
    words = text(part.text)
    for kind, tag in EMPHASIS.items():
        words = f"<{tag}>{words}</{tag}>" if words and kind in part.looks else words
    if found and words:
        more = f" two u{found[1]}" if len(found) > 1 else ""
        words = f'<mark class="t{found[0]}{more}">{words}</mark>'
    return words + "".join(_to_note(mark, numbers[mark.id]) for mark in part.closes)


def _to_note(mark: Highlight, number: int) -> str:
    id = text(mark.id)
    return f'<a class="to-note" id="mark-{id}" href="#note-{id}" aria-label="批注 {number}">{number}</a>'


def _note(mark: Highlight, document: Document) -> str:
    id = text(mark.id)
    themes = "".join(
        f'<span class="theme t{theme.id}">{text(" / ".join(theme.path))}</span>' for theme in document.themes_of(mark)
    )
    note = f"<p>{text(mark.note)}</p>" if mark.note else ""
    author = " · ".join(filter(None, (text(mark.author), moment(mark.updated))))
    back = f'<a href="#mark-{id}" aria-label="回到正文">↩</a>'
    return f'<li id="note-{id}">{themes}{author} {back}{note}</li>'
