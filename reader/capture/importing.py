"""Bytes, an address or a text become an article: read and prepared first, then written in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from reader.articles import queries
from reader.articles.bin import restore
from reader.articles.preparing import Draft, Prepared, prepare
from reader.articles.versions import Absent, Change, Extent, Source, draft, make_version
from reader.cleaning.captures import TITLE_LENGTH, Capture, _all_lines, check_sizes, cleaned, sha256_of
from reader.cleaning.metadata import columns_of, correct
from reader.extraction import Page
from reader.extraction.joining import rows_in
from reader.models import Article, Project, Snapshot, TextVersion


@dataclass(frozen=True)
class Imported:
    """The article that now holds the capture; not `created` when the same bytes were there before,
    `extended` when further pages were added to it."""

    article: Article
    created: bool
    restored: bool = False
    extended: bool = False


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


def _keep(
    project: Project, user: User, captures: Sequence[Capture], whole: bool, absent: Sequence[Absent] = ()
) -> Imported:
    check_sizes(captures)
    first = sha256_of(captures[0].data)
    known = _known(project, first)
    if known:
        return known
    came = cleaned(project, captures, whole, absent=absent)
    prepared = prepare(Draft(project, _title(captures[0]) or came.page.title, came.page.blocks))
    reason = TextVersion.Reason.WHOLE if whole else TextVersion.Reason.IMPORT
    try:
        change = Change(reason, extent=came.extent)
        return Imported(_create(project, user, captures, came.page, change, prepared), created=True)
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


def _title(capture: Capture) -> str:
    """What the reader calls it, if anything."""
    return capture.title.strip()[:TITLE_LENGTH]


def keep_all(article: Article, text: str, user: User) -> None:
    """A version with every line of the text, for a reader who needs words that cleaning takes away."""
    page = _all_lines(text)
    extent = Extent((Source(0, rows_in(page)),))
    prepared = prepare(draft(article, page.blocks))
    with transaction.atomic():
        make_version(article, page, user, Change(TextVersion.Reason.WHOLE, extent=extent), prepared)


@transaction.atomic
def _create(
    project: Project, user: User, captures: Sequence[Capture], page: Page, change: Change, prepared: Prepared
) -> Article:
    article = Article.objects.create(
        project=project,
        added_by_id=user.pk,
        origins=dict(page.rules),
        **columns_of(page),
    )
    for position, capture in enumerate(captures):
        keep_bytes(article, capture, position)
    if title := _title(captures[0]):
        correct(article, user, {"title": [title]})
    make_version(article, page, user, change, prepared)
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
