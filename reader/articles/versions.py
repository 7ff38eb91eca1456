"""Making an article's text versions, and reading one back as the rows it was made of."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.contrib.auth.models import User

from reader.articles import reposts
from reader.articles.inside import count_inside
from reader.articles.postings import index
from reader.articles.preparing import Draft, Prepared, fits, prepare
from reader.articles.rows import Edit, Row, blocks_of, removed_of, rows_of
from reader.articles.stored import block_of, cut_of, stored
from reader.extraction import Block, Page
from reader.extraction.joining import rows_in
from reader.models import Article, TextVersion
from reader.signals import text_version_created
from reader.text.reading_time import character_count

DETAIL_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A page of the article: its snapshot's position, and how many rows of the version come from it."""

    position: int
    rows: int


@dataclass(frozen=True)
class Absent:
    """A page of the article that is not here, and why not, where something stood in the way. Nothing is `lacking`
    where the address gives what another page says."""

    url: str
    template: str = ""
    parameters: dict = field(default_factory=dict)
    lacking: bool = True


@dataclass(frozen=True)
class Extent:
    """The pages a version joins, in order, and those it lacks."""

    pages: tuple[Source, ...]
    absent: tuple[Absent, ...] = ()

    @property
    def positions(self) -> list[int]:
        return [page.position for page in self.pages]

    @property
    def lacking(self) -> list[Absent]:
        return [one for one in self.absent if one.lacking]


@dataclass(frozen=True)
class Change:
    """Why a version is made: its reason and what that was about, the edits then in force, and the number of the
    version it repeats, where it does. Without an extent it joins the pages that the version before joined."""

    reason: str = TextVersion.Reason.IMPORT
    detail: str = ""
    edits: tuple[Edit, ...] = ()
    basis: int | None = field(default=None, kw_only=True)
    extent: Extent | None = field(default=None, kw_only=True)


def make_version(
    article: Article, page: Page, user: User, change: Change | None = None, prepared: Prepared | None = None
) -> TextVersion:
    """A new current version of the article's text; called inside a transaction, with what was prepared before it."""
    change = change or Change()
    previous = article.version
    prepared = fits(prepared, draft(article, page.blocks))
    reach = change.extent or (extent(previous) if previous else Extent((Source(0, rows_in(page)),)))
    text = prepared.text
    version = TextVersion.objects.create(
        project_id=article.project_id,
        article=article,
        number=previous.number + 1 if previous else 1,
        text=text,
        blocks=[stored(block) for block in page.blocks],
        removed=[stored(removed) for removed in page.removed],
        words=prepared.words,
        edits=[asdict(edit) for edit in change.edits],
        pages=[asdict(source) for source in reach.pages],
        absent=[asdict(one) for one in reach.absent],
        inside=count_inside(rows_of(page.blocks, page.removed)),
        reason=change.reason,
        detail=_shortened(change.detail),
        basis=change.basis,
        created_by_id=user.pk,
    )
    article.version, article.characters = version, character_count(text)
    article.save(update_fields=["version", "characters"])
    index(version, prepared.indexed)
    if previous is None or previous.text != text:
        reposts.settle(article, prepared.likeness)
    said = {"version": version, "previous": previous, "user": user, "received": prepared.received}
    text_version_created.send(TextVersion, **said)
    return version


def draft(article: Article, blocks: Iterable[Block]) -> Draft:
    return Draft(article.project, article.title, tuple(blocks), article)


def make_version_of(
    article: Article, rows: Iterable[Row], user: User, change: Change, prepared: Prepared | None = None
) -> TextVersion:
    """A new current version that keeps and cuts as the rows say."""
    rows = tuple(rows)
    return make_version(article, Page(blocks=blocks_of(rows), removed=removed_of(rows)), user, change, prepared)


def prepare_rows(article: Article, rows: Iterable[Row]) -> Prepared:
    """What such a version needs; called before the transaction."""
    return prepare(draft(article, blocks_of(tuple(rows))))


def rows(version: TextVersion) -> tuple[Row, ...]:
    """What the version keeps and cuts, in page order."""
    return rows_of([block_of(kept) for kept in version.blocks], map(cut_of, version.removed))


def edits(version: TextVersion) -> tuple[Edit, ...]:
    return tuple(Edit(**edit) for edit in version.edits)


def extent(version: TextVersion) -> Extent:
    """What the version joins; versions made before pages were joined have the first."""
    pages = tuple(Source(**page) for page in version.pages)
    whole = (Source(0, len(version.blocks) + len(version.removed)),)
    return Extent(pages or whole, tuple(Absent(**one) for one in version.absent))


def _shortened(text: str) -> str:
    return text if len(text) <= DETAIL_LENGTH else text[: DETAIL_LENGTH - 1] + "…"
