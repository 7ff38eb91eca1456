"""Captures cleaned: the pages of an article as one page, as its project wants it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from django.conf import settings

from reader.articles import queries
from reader.articles.versions import Absent, Extent, Source
from reader.cleaning import site_choices
from reader.extraction import Block, ExtractionError, Page
from reader.extraction.joining import in_order, joined, rows_in, same_address
from reader.models import Article, Project
from reader.sandbox.reading import extract

TITLE_LENGTH = 300
OPENING_LENGTH = 30


@dataclass(frozen=True)
class Capture:
    """What came in: the bytes, and what is known of them."""

    data: bytes
    url: str = ""
    content_type: str = ""
    filename: str = ""
    title: str = ""


def check_sizes(captures: Sequence[Capture]) -> None:
    """ExtractionError where one of them is larger than is taken in."""
    if any(len(capture.data) > settings.CAPTURE_LIMIT for capture in captures):
        raise ExtractionError("too_large", {"megabytes": settings.CAPTURE_LIMIT // 2**20})


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class Cleaned:
    """The pages of an article as one, what that joins, and each by itself."""

    page: Page
    extent: Extent
    pages: tuple[Page, ...]


def cleaned(
    project: Project,
    captures: Sequence[Capture],
    whole: bool = False,
    *,
    positions: Sequence[int] = (),
    absent: Sequence[Absent] = (),
    sort: bool = False,
) -> Cleaned:
    """The captures, pages of one article, cleaned and joined as the project wants it: in the order in which they come,
    or with `sort` in that of their addresses. `positions` are those of their snapshots; from 0 on if nothing is said.
    """
    pages = [_addressed(capture, page_of(capture, whole)) for capture in captures]
    order = in_order(pages) if sort else range(len(pages))
    pages, positions = [pages[at] for at in order], [(positions or range(len(pages)))[at] for at in order]
    one = joined(pages)
    reasons = {same_address(left.url): left for left in absent}
    lacking = [reasons.get(same_address(url), Absent(url)) for url in one.following]
    sources = zip(positions, map(rows_in, pages), strict=True)
    extent = Extent(tuple(Source(*source) for source in sources), tuple(lacking))
    page = site_choices.applied(project, _titled(captures[order[0]], one))
    return Cleaned(page, extent, tuple(pages))


def captures_in(article: Article, positions: Sequence[int]) -> list[Capture]:
    """Pages of the article as they came in, in the order asked for."""
    pages = queries.originals(article, positions)
    return [Capture(bytes(page.data), page.url, page.content_type, page.filename) for page in pages]


def page_of(capture: Capture, whole: bool = False) -> Page:
    """The capture cleaned; or, where no article is found and `whole` is wanted, all of its text."""
    try:
        return extract(capture.data, capture.url, capture.content_type)
    except ExtractionError as error:
        if not whole:
            raise
        page = _all_lines(error.text)
        if not page.blocks:
            raise
        return page


def all_text(capture: Capture) -> str:
    """The text that keeping the capture whole would keep."""
    return "\n".join(block.text for block in page_of(capture, whole=True).blocks)


def _all_lines(text: str) -> Page:
    return Page(blocks=tuple(Block("paragraph", line.strip()) for line in text.split("\n") if line.strip()))


def _addressed(capture: Capture, page: Page) -> Page:
    """The page under the address it came from, else the one it states."""
    return replace(page, url=capture.url, rules={**page.rules, "url": "capture"}) if capture.url else page


def _titled(capture: Capture, page: Page) -> Page:
    """The page under its own title, else the file's name, else the text's first words."""
    first = page.blocks[0].text if page.blocks else ""
    opening = first if len(first) <= OPENING_LENGTH else first[:OPENING_LENGTH] + "…"
    found = {page.rules.get("title", ""): page.title, "filename": PurePath(capture.filename).stem, "opening": opening}
    origin, title = next((origin, title) for origin, title in found.items() if title)
    return replace(page, title=title[:TITLE_LENGTH], rules={**page.rules, "title": origin})
