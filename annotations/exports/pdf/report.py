"""PDF: the HTML file laid out on A4 by WeasyPrint, its Chinese fonts embedded."""

from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import BinaryIO

from annotations.exports.citation import entries
from annotations.exports.document import Document
from annotations.exports.html import page
from annotations.exports.html.article import article_parts

_ = str
name = "pdf"
extension = "pdf"
media_type = "application/pdf"
label = _("PDF")

# Characters of HTML that are laid out together: what WeasyPrint holds in memory grows with them.
GATHERING = 150_000


class Unavailable(Exception):
    """The format cannot be written on this machine; says what to do."""


def write(document: Document, output: BinaryIO) -> None:
    """Lay the document out, gatherings of pages side by side. Nothing is fetched: the page holds all it shows."""
    try:
        from annotations.exports.pdf.book import write as write_book
    except OSError as error:
        raise Unavailable(
            _(
                "这台机器缺少排 PDF 用的系统库（Pango）。请安装它（Debian、Ubuntu：apt install libpango-1.0-0 "
                "libpangoft2-1.0-0；macOS：brew install pango），或改用 Word、网页格式。"
            )
        ) from error
    try:
        write_book(document, gatherings(_parts(document)), page.front(document), output)
    except BrokenProcessPool as error:
        raise Unavailable(
            _(
                "排版的进程被系统结束了，多半是内存不够。请把 QUANDIAN_PDF_PROCESSES 设小一些再试，"
                "或改用 Word、网页格式。"
            )
        ) from error


def gatherings(parts: Iterable[str]) -> Iterator[str]:
    """The parts joined to strings of about the wanted length, each beginning with a heading where one is near."""
    held: list[str] = []
    size = 0
    for part in parts:
        if size > GATHERING and (part.startswith(("<article", "<h", "<section")) or size > 2 * GATHERING):
            yield "".join(held)
            held, size = [], 0
        held.append(part)
        size += len(part)
    yield "".join(held)


def _parts(document: Document) -> Iterator[str]:
    """What may be laid out apart: each article, each heading and each quote, the sources."""
    cited = entries(document.articles, document.citation)
    articles = ("".join(article_parts(article, document)) for article in document.articles)
    return chain(articles, page.quotes(document, cited), ["".join(page.sources(document, cited))])
