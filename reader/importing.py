"""Bytes, an address or a text become an article: snapshot → extract → article and version, in one transaction."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePath

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from reader import queries, site_choices
from reader.extraction import SUFFIXES, Block, ExtractionError, Page, extract
from reader.extraction.formats.archive import is_archive, members
from reader.metadata import columns_of, correct
from reader.models import Article, Project, Snapshot, TextVersion
from reader.versions import Change, make_version

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


@dataclass(frozen=True)
class Imported:
    """The article that now holds the capture; not `created` when the same bytes were there before."""

    article: Article
    created: bool
    restored: bool = False


def captures_of(data: bytes, filename: str) -> list[Capture]:
    """The file itself, or each file of a ZIP; ExtractionError says why a ZIP is not taken apart."""
    if not is_archive(data):
        return [Capture(data, filename=filename)]
    return [Capture(member.data, filename=member.name) for member in members(data, SUFFIXES)]


def import_capture(project: Project, user: User, capture: Capture) -> Imported:
    """Clean the capture and keep it; ExtractionError says why it cannot be."""
    return _keep(project, user, capture, whole=False)


def import_whole(project: Project, user: User, capture: Capture) -> Imported:
    """Keep all visible text of a page in which no article was found, as the reader asked."""
    return _keep(project, user, capture, whole=True)


def _keep(project: Project, user: User, capture: Capture, whole: bool) -> Imported:
    if len(capture.data) > settings.CAPTURE_LIMIT:
        raise ExtractionError("too_large", {"megabytes": settings.CAPTURE_LIMIT // 2**20})
    sha256 = hashlib.sha256(capture.data).hexdigest()
    known = _known(project, sha256)
    if known:
        return known
    page = page_of(capture, whole)
    reason = TextVersion.Reason.WHOLE if whole else TextVersion.Reason.IMPORT
    try:
        return Imported(_create(project, user, capture, sha256, page, Change(reason)), created=True)
    except IntegrityError:
        # Somebody saved the same bytes while this page was being cleaned.
        known = _known(project, sha256)
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
    make_version(article, _all_lines(text), user, Change(TextVersion.Reason.WHOLE))


@transaction.atomic
def _create(project: Project, user: User, capture: Capture, sha256: str, page: Page, change: Change) -> Article:
    page = site_choices.applied(project, named(capture, page))
    article = Article.objects.create(
        project=project,
        added_by_id=user.pk,
        origins=dict(page.rules),
        **columns_of(page),
    )
    Snapshot.objects.create(
        project=project,
        article=article,
        sha256=sha256,
        data=capture.data,
        size=len(capture.data),
        content_type=capture.content_type[:200],
        filename=PurePath(capture.filename).name[:255],
        url=capture.url[:2000],
    )
    if title := capture.title.strip():
        correct(article, user, {"title": [title[:TITLE_LENGTH]]})
    make_version(article, page, user, change)
    return article


def named(capture: Capture, page: Page) -> Page:
    """The page under the address it came from, else the one it states, and under a title."""
    if capture.url:
        page = replace(page, url=capture.url, rules={**page.rules, "url": "capture"})
    return _titled(capture, page)


def _titled(capture: Capture, page: Page) -> Page:
    """The page under its own title, else the file's name, else the text's first words."""
    first = page.blocks[0].text if page.blocks else ""
    opening = first if len(first) <= OPENING_LENGTH else first[:OPENING_LENGTH] + "…"
    found = {page.rules.get("title", ""): page.title, "filename": PurePath(capture.filename).stem, "opening": opening}
    origin, title = next((origin, title) for origin, title in found.items() if title)
    return replace(page, title=title[:TITLE_LENGTH], rules={**page.rules, "title": origin})


def restore(article: Article) -> None:
    article.deleted = None
    article.save(update_fields=["deleted"])
