"""Bytes, an address or a text become an article: snapshot → extract → article and version, in one transaction."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from reader.articles import queries, reposts
from reader.articles.versions import Absent, Change, Extent, Source, make_version
from reader.cleaning import site_choices
from reader.cleaning.metadata import columns_of, correct
from reader.extraction import SUFFIXES, Block, ExtractionError, Page, extract, grouping
from reader.extraction.formats.archive import is_archive, members
from reader.extraction.grouping import Trace, trace_of
from reader.extraction.joining import in_order, joined, rows_in, same_address
from reader.models import Article, Project, Snapshot, TextVersion

TITLE_LENGTH = 300
OPENING_LENGTH = 30
# A saved page this large is one long text; looking whether it is a page of another would only cost time.
TRACED = 3 * 2**20


@dataclass(frozen=True)
class Capture:
    """What came in: the bytes, and what is known of them."""

    data: bytes
    url: str = ""
    content_type: str = ""
    filename: str = ""
    title: str = ""


@dataclass(frozen=True)
class Imported:
    """The article that now holds the capture; not `created` when the same bytes were there before,
    `extended` when further pages were added to it."""

    article: Article
    created: bool
    restored: bool = False
    extended: bool = False


def captures_of(data: bytes, filename: str) -> list[Capture]:
    """The file itself, or each file of a ZIP; ExtractionError says why a ZIP is not taken apart."""
    if not is_archive(data):
        return [Capture(data, filename=filename)]
    return [Capture(member.data, filename=member.name) for member in members(data, SUFFIXES)]


def together(captures: Sequence[Capture]) -> list[list[Capture]]:
    """The captures article by article: saved pages that belong together in one list, in order."""
    traces = [trace(capture) for capture in captures] if len(captures) > 1 else [None] * len(captures)
    return [[captures[at] for at in group] for group in grouping.together(traces)]


def trace(capture: Capture) -> Trace | None:
    """What tells which article the capture is a page of; nothing of documents, which have their pages within, of
    archives, and of what holds no article."""
    if len(capture.data) > TRACED or PurePath(capture.filename).suffix.lower() in (".docx", ".pdf"):
        return None
    try:
        return trace_of(extract(capture.data, capture.url, capture.content_type), capture.filename, capture.url)
    except ExtractionError:
        return None


def import_capture(project: Project, user: User, capture: Capture) -> Imported:
    """Clean the capture and keep it; ExtractionError says why it cannot be."""
    return import_pages(project, user, [capture])


def import_pages(project: Project, user: User, captures: Sequence[Capture], absent: Sequence[Absent] = ()) -> Imported:
    """Clean the pages of one article, the first first, and keep them as one. `absent` says why pages are not among
    them; ExtractionError why they cannot be kept."""
    return _keep(project, user, captures, whole=False, absent=absent)


def import_whole(project: Project, user: User, capture: Capture) -> Imported:
    """Keep all visible text of a page in which no article was found, as the reader asked."""
    return _keep(project, user, [capture], whole=True)


def check_sizes(captures: Sequence[Capture]) -> None:
    """ExtractionError where one of them is larger than is taken in."""
    if any(len(capture.data) > settings.CAPTURE_LIMIT for capture in captures):
        raise ExtractionError("too_large", {"megabytes": settings.CAPTURE_LIMIT // 2**20})


def _keep(
    project: Project, user: User, captures: Sequence[Capture], whole: bool, absent: Sequence[Absent] = ()
) -> Imported:
    check_sizes(captures)
    first = sha256_of(captures[0].data)
    known = _known(project, first)
    if known:
        return known
    came = cleaned(project, captures, whole, absent=absent)
    reason = TextVersion.Reason.WHOLE if whole else TextVersion.Reason.IMPORT
    try:
        return Imported(_create(project, user, captures, came, Change(reason, extent=came.extent)), created=True)
    except IntegrityError:
        # Somebody saved the same bytes while this page was being cleaned.
        known = _known(project, first)
        if known is None:
            raise
        return known


def _known(project: Project, sha256: str) -> Imported | None:
    article = queries.article_with_bytes(project, sha256)
    if article is None:
        return None
    restored = article.deleted is not None
    if restored:
        restore(article)
    return Imported(article, created=False, restored=restored)


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


@transaction.atomic
def keep_all(article: Article, text: str, user: User) -> None:
    """A version with every line of the text, for a reader who needs words that cleaning takes away."""
    page = _all_lines(text)
    extent = Extent((Source(0, rows_in(page)),))
    make_version(article, page, user, Change(TextVersion.Reason.WHOLE, extent=extent))


@transaction.atomic
def _create(project: Project, user: User, captures: Sequence[Capture], came: Cleaned, change: Change) -> Article:
    page = came.page
    article = Article.objects.create(
        project=project,
        added_by_id=user.pk,
        origins=dict(page.rules),
        **columns_of(page),
    )
    for position, capture in enumerate(captures):
        keep_bytes(article, capture, position)
    if title := captures[0].title.strip():
        correct(article, user, {"title": [title[:TITLE_LENGTH]]})
    make_version(article, page, user, change)
    return article


def keep_bytes(article: Article, capture: Capture, position: int) -> Snapshot:
    """The capture's bytes as a page of the article."""
    return Snapshot.objects.create(
        project_id=article.project_id,
        article=article,
        position=position,
        sha256=sha256_of(capture.data),
        data=capture.data,
        size=len(capture.data),
        content_type=capture.content_type[:200],
        filename=PurePath(capture.filename).name[:255],
        url=capture.url[:2000],
    )


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


@transaction.atomic
def delete(article: Article) -> None:
    """Into the bin, from which it can be restored."""
    article.deleted = timezone.now()
    article.save(update_fields=["deleted"])
    reposts.let_go(article)


@transaction.atomic
def restore(article: Article) -> None:
    article.deleted = None
    article.save(update_fields=["deleted"])
    reposts.link(article)
