"""An article in the HTML file: its text with marks, each with a number that leads to its note and back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from annotations.exports.characters import legal
from annotations.exports.colours import shades
from annotations.exports.document import Article, Block, Document, Highlight
from annotations.exports.stretches import Stretch, stretches
from annotations.exports.wording import byline, moment

ELEMENTS = {"caption": "p", "list": "p", "quote": "blockquote", "table": "p"}


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
    for block, parts in stretches(article):
        yield _block(article, block, parts, document, numbers, level)
    if article.highlights:
        yield '<ol class="notes" aria-label="批注">'
        yield from (_note(mark, document) for mark in article.highlights)
        yield "</ol>"
    yield "</article>"


def _block(
    article: Article, block: Block, parts: list[Stretch], document: Document, numbers: dict[str, int], level: int
) -> str:
    id = f"article-{article.id}-p{block.number}"
    tag = ELEMENTS.get(block.kind, "p")
    if block.kind == "heading":
        tag = f"h{min(max(block.level, 1) + level, 6)}"
    number = f'<a class="number" href="#{id}" aria-label="第 {block.number} 段">{block.number}</a>'
    body = "".join(_stretch(part, document, numbers) for part in parts)
    return f'<{tag} class="block" id="{id}">{number}{body}</{tag}>'


def _stretch(part: Stretch, document: Document, numbers: dict[str, int]) -> str:
    """The text in the colour of the innermost mark, underlined in a second theme's."""
    found = [theme.id if theme else 0 for theme in shades(document, part.marks)]
    words = text(part.text)
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
