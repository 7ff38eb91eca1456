"""HTML: one file that holds everything, reads well on a screen, in print and aloud, and runs nothing."""

from collections.abc import Iterator
from typing import BinaryIO

from annotations.exports.citation import entries
from annotations.exports.colours import UNTAGGED, wash
from annotations.exports.document import Document
from annotations.exports.grouping import Quote, Section, sections
from annotations.exports.html.article import article_parts, element, legend, memo, text
from annotations.exports.html.style import STYLE
from annotations.exports.wording import described, extent, moment

_ = str
name = "html"
extension = "html"
media_type = "text/html; charset=utf-8"
label = _("网页（单个文件，可打印）")

# Whatever slipped through the escaping would still neither run nor load anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(document: Document, output: BinaryIO) -> None:
    """Write the page in parts, in reading order."""
    for part in _parts(document):
        output.write(part.encode() + b"\n")


def _parts(document: Document) -> Iterator[str]:
    cited = entries(document.articles, document.citation)
    yield _head(document)
    yield "<main>"
    yield from front(document)
    for article in document.articles:
        yield from article_parts(article, document)
    yield from quotes(document, cited)
    yield from sources(document, cited)
    yield f"</main>\n<footer>{text(document.exporter)} {moment(document.exported)}</footer>\n</html>"


def quotes(document: Document, cited: dict[int, str]) -> Iterator[str]:
    """Every quote under its themes, a heading or a quote at a time."""
    yield '<section id="quotes"><h2>按主题摘录</h2>'
    listed: dict[str, tuple[str, ...]] = {}
    found = sections(document)
    for section in found:
        yield from _section(section, cited, listed)
    yield "</section>" if found else '<p class="facts">还没有圈点。</p></section>'


def sources(document: Document, cited: dict[int, str]) -> Iterator[str]:
    listing = "ol" if document.citation.form == "numeric" else "ul"
    yield f'<section id="sources"><h2>参考文献</h2><{listing} class="sources">'
    yield from (f'<li id="source-{id}">{text(citation)}</li>' for id, citation in cited.items())
    yield f"</{listing}></section>"


def _head(document: Document) -> str:
    return head(document.title, document.language, f"{STYLE}\n{text(colours(document))}")


def head(title: str, language: str, style: str) -> str:
    """All before the body of a page that runs and loads nothing. The style goes in as it is."""
    return (
        f'<!doctype html>\n<html lang="{text(language)}">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{style}\n</style>"
    )


def colours(document: Document) -> str:
    """The style sheet's part that is the document's own."""
    return "".join(_colour(theme.id, theme.hex) for theme in document.themes) + _colour(0, UNTAGGED)


def _colour(theme: int, hex: str) -> str:
    """A theme's colour, that of a second theme below it, and its wash for layouts that mix no colours themselves."""
    return f".t{theme}{{--c:{hex};--w:{wash(hex)}}}.u{theme}{{--d:{hex}}}"


def front(document: Document) -> Iterator[str]:
    """A project's title, memo, themes and contents; an article needs none."""
    if document.kind == "article":
        return
    marks = [mark for article in document.articles for mark in article.highlights]
    yield f'<h1>{text(document.title)}</h1><p class="facts">{extent(document)}</p>'
    yield memo(document.memo)
    yield legend(document, marks)
    yield '<nav aria-label="文章"><ol>'
    for article in document.articles:
        yield f'<li><a href="#article-{article.id}">{text(article.title)}（{len(article.highlights)}）</a></li>'
    yield '<li><a href="#quotes">按主题摘录</a></li><li><a href="#sources">参考文献</a></li></ol></nav>'


def _section(section: Section, cited: dict[int, str], listed: dict[str, tuple[str, ...]]) -> Iterator[str]:
    level = min(len(section.path) + 2, 6)
    yield f"<h{level}>{text(section.path[-1])}</h{level}>"
    for paragraph in described(section.theme) if section.theme else ():
        yield element("p", paragraph, "facts")
    yield memo(section.theme.memo if section.theme else "")
    for quote in section.quotes:
        first = listed.setdefault(quote.highlight.id, section.path) == section.path
        yield _quote(quote, section, cited[quote.article.id], "" if first else " / ".join(listed[quote.highlight.id]))


def _quote(quote: Quote, section: Section, citation: str, before: str) -> str:
    mark = quote.highlight
    note = element("p", mark.note if not before else f"批注见“{before}”", "note") if mark.note else ""
    place = f"article-{quote.article.id}-p{quote.paragraph}"
    others = (theme for theme in quote.themes if theme != section.theme)
    themes = "".join(f'<span class="theme t{theme.id}">{text(" / ".join(theme.path))}</span>' for theme in others)
    facts = " · ".join(filter(None, (text(mark.author), moment(mark.updated))))
    caption = f'<a href="#{place}">第 {quote.paragraph} 段</a> · {themes}{facts}<br>{text(citation)}'
    return (
        f'<figure class="t{section.theme.id if section.theme else 0}"><blockquote>{text(mark.exact)}</blockquote>'
        f"{note}<figcaption>{caption}</figcaption></figure>"
    )
