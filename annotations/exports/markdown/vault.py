"""Markdown as a ZIP for an Obsidian vault: a file for every article and every theme, and one that leads to them.

The block ids stand in the articles' files; the themes' files repeat the quotes and link to them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO
from urllib.parse import quote as encoded
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotations.exports.citation import entries
from annotations.exports.document import Document, local
from annotations.exports.filenames import filename
from annotations.exports.grouping import Section, sections
from annotations.exports.markdown import report
from annotations.exports.markdown.tags import Path, tags
from annotations.exports.markdown.text import inline, note, paragraphs, quotation
from annotations.exports.wording import described, extent

_ = str
name = "markdown-zip"
extension = "Markdown.zip"
media_type = "application/zip"
label = _("Markdown（Obsidian，每篇文章、每个主题一个文件）")

ARTICLES, THEMES = "文章", "主题"
# What Obsidian takes for the end of a file's name in a link.
_LINKING = str.maketrans("#^[]", "＃＾［］")


class Paths:
    """A path for everything, none of them twice, not even on a disk that knows no case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, folders: Iterable[str], title: str) -> str:
        title = title.translate(_LINKING)
        folder = "".join(f"{filename(name.translate(_LINKING), 'd').removesuffix('.d')}/" for name in folders)
        for number in range(1, len(self._taken) + 2):
            path = folder + filename(title if number == 1 else f"{title}（{number}）", "md")
            if path.casefold() not in self._taken:
                break
        self._taken.add(path.casefold())
        return path


def write(document: Document, output: BinaryIO) -> None:
    """Write the archive, a file at a time."""
    cited = entries(document.articles, document.citation)
    paths = Paths()
    index = paths.new((), document.title)
    articles = {article.id: paths.new((ARTICLES,), article.title) for article in document.articles}
    tagged = tags(document.themes)
    found = [(section, paths.new((THEMES, *section.path[:-1]), section.path[-1])) for section in sections(document)]
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        _store(archive, document, index, _index(document, articles, found))
        for article in document.articles:
            single = replace(document, title=article.title, kind="article", articles=(article,), memo="")
            _store(archive, document, articles[article.id], report.parts(single, cited))
        for section, path in found:
            _store(archive, document, path, _theme(section, path, articles, cited, tagged))


def _store(archive: ZipFile, document: Document, path: str, parts: Iterable[str]) -> None:
    entry = ZipInfo(path, local(document.exported).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, "".join(f"{part}\n\n" for part in parts if part))


def _index(document: Document, articles: dict[int, str], found: list[tuple[Section, str]]) -> Iterator[str]:
    yield report.front_matter(document)
    yield f"# {inline(document.title)}"
    yield extent(document)
    yield from report.memo(document.memo)
    yield f"## {ARTICLES}"
    yield "\n".join(
        _item(article.title, articles[article.id], len(article.highlights)) for article in document.articles
    )
    yield f"## {THEMES}"
    yield "\n".join(_item(" / ".join(section.path), path, len(section.quotes)) for section, path in found)


def _item(title: str, path: str, count: int) -> str:
    return f"- [{inline(title)}]({encoded(path)})（{count}）"


def _theme(
    section: Section, path: str, articles: dict[int, str], cited: dict[int, str], tagged: Mapping[Path, str]
) -> Iterator[str]:
    yield f"# {inline(' / '.join(section.path))}"
    if section.theme:
        yield from paragraphs("\n".join(described(section.theme)))
        yield from report.memo(section.theme.memo)
    up = "../" * path.count("/")
    for quote in section.quotes:
        mark, article = quote.highlight, quote.article
        yield quotation(mark.exact)
        yield f"[《{inline(article.title)}》]({up}{encoded(articles[article.id])}#^{mark.id})"
        yield from note("批注：", mark.note)
        yield report.facts(quote, tagged)
        yield f"引自：{inline(cited[article.id])}"
