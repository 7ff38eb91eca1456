"""Markdown for Obsidian and GitHub: YAML front matter, then the quotes under their themes, then the sources."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from annotations.exports.citation import entries
from annotations.exports.document import Article, Document, local
from annotations.exports.grouping import Quote, Section, sections
from annotations.exports.markdown.tags import Path, tags
from annotations.exports.markdown.text import inline, link, note, paragraphs, quotation, scalar
from annotations.exports.wording import byline, described, extent, moment

_ = str
name = "markdown"
extension = "md"
media_type = "text/markdown; charset=utf-8"
label = _("Markdown（Obsidian）")

DEEPEST = 6


def write(document: Document, output: BinaryIO) -> None:
    """Write the document's notes as one UTF-8 file, a quote at a time."""
    for part in parts(document, entries(document.articles, document.citation)):
        output.write(part.encode() + b"\n\n")


def parts(document: Document, cited: dict[int, str]) -> Iterator[str]:
    """The file's blocks, in order. `cited` holds the entries of the reference list by article."""
    yield from filter(None, _parts(document, cited))


def _parts(document: Document, cited: dict[int, str]) -> Iterator[str]:
    yield front_matter(document)
    yield f"# {inline(document.title)}"
    yield from _introduction(document)
    listed: dict[str, str] = {}
    tagged = tags(document.themes)
    for section in sections(document):
        yield from _heading(section)
        for quote in section.quotes:
            yield from _quote(quote, cited[quote.article.id], listed, section.path[-1], tagged)
    if document.kind == "project" and cited:
        yield "## 文献"
        yield from _bibliography(cited, numbered=document.citation.form == "numeric")


def front_matter(document: Document) -> str:
    used = {id for article in document.articles for mark in article.highlights for id in mark.themes}
    tagged = tags(document.themes)
    given = [tagged[theme.path].removeprefix("#") for theme in document.themes if theme.id in used]
    fields = [("title", scalar(document.title)), ("project", scalar(document.project))]
    if document.kind == "article":
        fields += [field for article in document.articles for field in _fields(article)]
    fields += [("exported", f"{local(document.exported):%Y-%m-%dT%H:%M:%S}"), ("tags", _sequence(given))]
    return "\n".join(["---", *(f"{key}: {value}" for key, value in fields if value not in ('""', "[]")), "---"])


def _fields(article: Article) -> list[tuple[str, str]]:
    shown = "%Y-%m-%d" if article.published_precision in ("", "day") else "%Y-%m-%dT%H:%M:%S"
    return [
        ("authors", _sequence([author.name for author in article.authors])),
        ("source", scalar(article.source)),
        ("published", f"{local(article.published):{shown}}" if article.published else '""'),
        ("url", scalar(article.url)),
        ("quandian", scalar(article.address)),
    ]


def _sequence(values: list[str]) -> str:
    return f"[{', '.join(map(scalar, values))}]"


def _introduction(document: Document) -> Iterator[str]:
    if document.kind == "project":
        yield extent(document)
        yield from memo(document.memo)
    else:
        for article in document.articles:
            links = (link("原文", article.url) if article.url else "", link("在圈点中打开", article.address))
            yield inline(byline(article))
            yield " · ".join(filter(None, links))
            yield from memo(article.memo)
    if not any(article.highlights for article in document.articles):
        yield "还没有圈点。"


def _heading(section: Section) -> Iterator[str]:
    yield f"{'#' * min(len(section.path) + 1, DEEPEST)} {inline(section.path[-1])}"
    if section.theme:
        yield from paragraphs("\n".join(described(section.theme)))
        yield from memo(section.theme.memo)


def _quote(
    quote: Quote, citation: str, listed: dict[str, str], heading: str, tagged: Mapping[Path, str]
) -> Iterator[str]:
    """The quote and all that is known of it; its block id and its note only where it is listed first."""
    mark, before = quote.highlight, listed.get(quote.highlight.id)
    listed.setdefault(mark.id, heading)
    yield quotation(mark.exact)
    yield f"[同一处圈点{'，批注' if mark.note else ''}见“{inline(before)}”](#^{mark.id})" if before else f"^{mark.id}"
    if not before:
        yield from note("批注：", mark.note)
    yield facts(quote, tagged)
    yield f"引自：{inline(citation)}"


def facts(quote: Quote, tagged: Mapping[Path, str]) -> str:
    """Where the quote stands, its themes as tags, whose it is, and the way back."""
    mark = quote.highlight
    given = " ".join(tagged[theme.path] for theme in quote.themes)
    shown = (f"第 {quote.paragraph} 段", given, inline(mark.author), moment(mark.updated))
    return " · ".join(filter(None, (*shown, link("回到原文", quote.article.place(mark)))))


def memo(words: str) -> Iterator[str]:
    yield from note("备忘：", words)


def _bibliography(cited: dict[int, str], *, numbered: bool) -> Iterator[str]:
    for number, citation in enumerate(cited.values(), start=1):
        yield f"{number}. {inline(citation)}" if numbered else f"- {inline(citation)}"
