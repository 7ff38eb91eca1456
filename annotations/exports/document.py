"""What every format writes: one frozen tree of articles, themes and highlights, and no database."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal
from zoneinfo import ZoneInfo

from reader.extraction.page import Cell, Span

SHANGHAI = ZoneInfo("Asia/Shanghai")

CitationKind = Literal["", "N", "N/OL", "EB/OL", "J", "J/OL", "R", "R/OL", "Z"]


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """GB/T 7714: which edition, and numeric (顺序编码制) or author-year (著者-出版年制)."""

    edition: Literal[2025, 2015] = 2025
    form: Literal["numeric", "author-year"] = "numeric"


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Where the text stood in print, as far as known. `page` is a newspaper's 版, `pages` a journal's 页."""

    printed: date | None = None
    page: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article's text. `start` counts code points; `number` is the one shown, from 1. Its marker, spans
    and cells stand beside the text, as the text version has them (reader.extraction.page)."""

    kind: str
    text: str
    level: int
    start: int
    number: int
    marker: str = ""
    spans: tuple[Span, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def sign(self) -> str:
        """The marker, but of a note whose text says it itself."""
        return "" if self.kind == "note" and self.text.startswith(self.marker) else self.marker


@dataclass(frozen=True, slots=True)
class Theme:
    """`path` holds the names from the root down to this theme's; `hex` is its colour on paper, as #2f5f9e, and
    `foreign` the one it had elsewhere, where the palette lacks that."""

    id: int
    name: str
    path: tuple[str, ...]
    colour: int
    hex: str
    definition: str = ""
    memo: str = ""
    use_when: str = ""
    avoid_when: str = ""
    keywords: tuple[str, ...] = ()
    foreign: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage: code points [start, end) of its article's text, and the ids of its themes. `author` is a name
    that nobody else in the document has, `account` the user name."""

    id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    note: str
    author: str
    created: datetime
    updated: datetime
    themes: tuple[int, ...] = ()
    account: str = ""


@dataclass(frozen=True)
class Article:
    """One text with its metadata and marks. `url` is the original's address, `address` its page in this app.

    `published_precision` is "second", "minute", "day" or "" (unknown). `citation_kind` is the reader's
    choice, "" where none was made. `highlights` stand in text order.
    """

    id: int
    title: str
    source: str = ""
    published: datetime | None = None
    published_precision: str = ""
    authors: tuple[Author, ...] = ()
    editor: str = ""
    channel: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    url: str = ""
    address: str = ""
    accessed: date | None = None
    citation_kind: CitationKind = ""
    edition: Edition = Edition()
    memo: str = ""
    blocks: tuple[Block, ...] = ()
    highlights: tuple[Highlight, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication where the portals are: midnight in Shanghai is still yesterday in UTC."""
        return local(self.published).date() if self.published else None

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, position: int) -> Block:
        """The block that holds the code point `position`; the newline after a block counts as its own."""
        return self.blocks[max(bisect_right(self._starts, position) - 1, 0)]

    def headings(self, block: Block) -> tuple[str, ...]:
        """The headings over a block, the outermost first; a heading's own are those over it."""
        found: list[Block] = []
        for above in reversed(self.blocks[: block.number - 1]):
            level = found[-1].level if found else block.level if block.kind == "heading" else above.level + 1
            if above.kind == "heading" and above.level < level:
                found.append(above)
        return tuple(heading.text for heading in reversed(found))

    def place(self, highlight: Highlight) -> str:
        """The address in this app of the paragraph where a highlight begins."""
        return f"{self.address}#p{self.block_at(highlight.start).number}"


def _nobody(part: float) -> None:
    """Whom a document is told to that nobody watches."""


@dataclass(frozen=True)
class Document:
    """An article's or a project's notes, ready to be written. `exporter` is the person who asked for them.

    `people` asks for every mark's coder and minute on paper, where otherwise they stand only if coders are several.
    """

    title: str
    kind: Literal["article", "project"]
    exported: datetime
    project: str = ""
    exporter: str = ""
    language: str = "zh-CN"
    citation: CitationStyle = CitationStyle()
    memo: str = ""
    articles: tuple[Article, ...] = ()
    themes: tuple[Theme, ...] = ()
    people: bool = False
    told: Callable[[float], None] = field(default=_nobody, compare=False, repr=False)

    @cached_property
    def signed(self) -> bool:
        """Whether paper says whose each mark is and when it was made."""
        return self.people or len({mark.author for article in self.articles for mark in article.highlights}) > 1

    def tell(self, part: float) -> None:
        """Say how much of the file is written, from 0 to 1, as formats that take long do now and then: whoever watches
        may stop them there."""
        self.told(part)

    @cached_property
    def _rank(self) -> dict[int, int]:
        return {theme.id: rank for rank, theme in enumerate(self.themes)}

    def themes_of(self, highlight: Highlight) -> tuple[Theme, ...]:
        """The highlight's themes, in the order the document lists them; ids it does not list are an error."""
        return tuple(self.themes[rank] for rank in sorted(self._rank[id] for id in highlight.themes))


def local(moment: datetime) -> datetime:
    """An aware time as clocks in China show it; a naive one is taken to be that already."""
    return moment.astimezone(SHANGHAI) if moment.tzinfo else moment


def blocks(rows: Iterable[tuple[Any, ...]]) -> Iterator[Block]:
    """Blocks with their starts and numbers, from (kind, text, level) rows in text order, each with its marker, spans
    and cells where it has any."""
    start = 0
    for number, (kind, text, level, *beside) in enumerate(rows, start=1):
        yield Block(kind, text, level, start, number, *beside)
        start += len(text) + 1
