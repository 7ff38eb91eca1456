"""Correcting a cleaning: every change makes a new version of the text and leaves the old ones as they are."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from django.contrib.auth.models import User
from django.db import transaction

from reader.articles import queries, versions
from reader.articles.preparing import Prepared
from reader.articles.rows import Action, Edit, Row, edit_of, edited, flipped, joined, missing, rows_of
from reader.articles.versions import Absent, Change, Extent, make_version_of
from reader.cleaning import metadata
from reader.cleaning.captures import Capture, Cleaned, captures_in, cleaned
from reader.cleaning.history import Step, history
from reader.models import Article, Project, TextVersion

Reason = TextVersion.Reason
# Marks a text for the catalogue; whoever shows it translates it.
_ = str

SENTENCES: dict[str, str] = {
    "edited_by_hand": _("有人手工恢复或划去过，没有动；请在清理记录里单独重新清理。"),
    "in_bin": _("在回收站里，没有动。"),
    "kept_whole": _("收的是全部文字，没有动；请在清理记录里单独重新清理。"),
    "many_pages": _("页数太多，一篇最多 %(pages)d 页。"),
    "metadata_since": _("之后有人更正了元数据，没有撤销。"),
    "no_original": _("没有原件，不能重新清理。"),
    "no_page_left": _("至少要留一页，没有改动。"),
    "nothing_left": _("正文不能一段不留，没有改动。"),
    "nothing_to_redo": _("没有可以重做的改动。"),
    "nothing_to_undo": _("没有可以撤销的改动。"),
    "outdated": _("这篇文章刚刚有了新的一版，请看过再改。"),
    "page_repeats": _("这一页的文字前面都有了，没有接上。"),
    "page_there": _("这一页已经在这篇文章里了。"),
    "returned_by_hand": _("有人选回了旧的一版，没有动；请在清理记录里单独重新清理。"),
    "text_since": _("之后又有了新的一版，没有撤销。"),
    "undone_by_hand": _("重新清理后有人撤销过，没有动；请在清理记录里单独重新清理。"),
    "unchanged": _("和现在一样，没有改动。"),
}


class CleaningRefused(Exception):
    """Why no version was made: a code and its parameters. `str()` is Chinese."""

    def __init__(self, code: str, parameters: dict | None = None) -> None:
        super().__init__(code)
        self.code, self.parameters = code, parameters or {}

    @property
    def template(self) -> str:
        return SENTENCES[self.code]

    def __str__(self) -> str:
        return self.template % self.parameters


@dataclass(frozen=True)
class Seen:
    """The article, and the number of the version the reader had before them when they asked for a change."""

    project: Project
    article: int
    version: int


def flip(seen: Seen, user: User, indexes: Sequence[int], action: Action) -> TextVersion:
    """Restore or strike rows, named by their places in the version seen."""
    article = current(seen)
    rows = versions.rows(article.current)
    said = [edit_of(rows, index, action) for index in indexes if index < len(rows)]
    chosen = set(indexes)
    changed = tuple(flipped(row, action) if index in chosen else row for index, row in enumerate(rows))
    edits = joined(versions.edits(article.current), said)
    detail = " / ".join(edit.text for edit in said)
    return _made(seen, article, changed, user, Change(action, detail, edits))


def undo(seen: Seen, user: User) -> TextVersion:
    """Say again what the version before the last change said."""
    return _step(seen, user, Reason.UNDO)


def redo(seen: Seen, user: User) -> TextVersion:
    return _step(seen, user, Reason.REDO)


def return_to(seen: Seen, user: User, number: int) -> TextVersion:
    """Say again what an older version said."""
    return _repeat(seen, current(seen), number, user, Reason.RETURN)


def reclean(seen: Seen, user: User) -> tuple[Edit, ...]:
    """Clean the original by the present rules. What readers restored and struck stays so where its text still is;
    the edits for which it no longer is come back."""
    article = current(seen)
    anew = cleaned_anew(article)
    edits = versions.edits(article.current)
    found = rows_of(anew.page.blocks, anew.page.removed)
    rows = edited(found, edits)
    same = _is_so(article, rows, anew.extent)
    prepared = None if same else versions.prepare_rows(article, rows)
    with locked(seen) as article:
        learnt = metadata.refresh(article, anew.page)
        if not (learnt and same):
            make(article, rows, user, Change(Reason.CLEAN, edits=edits, extent=anew.extent), prepared)
    return missing(found, edits)


def current(seen: Seen) -> Article:
    """The article as it was seen, to compute from; nothing is locked, so that `locked` looks again."""
    article = queries.article(seen.project, seen.article)
    if article.current.number != seen.version:
        raise CleaningRefused("outdated")
    return article


@contextmanager
def locked(seen: Seen) -> Iterator[Article]:
    """The article as it was seen, its row locked to the end of the transaction."""
    with transaction.atomic():
        article = queries.locked_article(seen.project, seen.article)
        if article.current.number != seen.version:
            raise CleaningRefused("outdated")
        yield article


def make(
    article: Article, rows: tuple[Row, ...], user: User, change: Change, prepared: Prepared | None = None
) -> TextVersion:
    check(article, rows, change)
    return make_version_of(article, rows, user, change, prepared)


def check(article: Article, rows: tuple[Row, ...], change: Change) -> None:
    """CleaningRefused where the rows make no version."""
    if not any(row.kept for row in rows):
        raise CleaningRefused("nothing_left")
    if _is_so(article, rows, change.extent):
        raise CleaningRefused("unchanged")


def _made(seen: Seen, article: Article, rows: tuple[Row, ...], user: User, change: Change) -> TextVersion:
    """The version, computed from the article as it was seen, then written."""
    check(article, rows, change)
    prepared = versions.prepare_rows(article, rows)
    with locked(seen) as article:
        return make(article, rows, user, change, prepared)


def prepare_again(article: Article, number: int) -> Prepared:
    """What a version needs that says again what that of the number said; called before the transaction."""
    return versions.prepare_rows(article, versions.rows(queries.version(article, number)))


def repeat(article: Article, number: int, user: User, reason: Reason, prepared: Prepared | None = None) -> TextVersion:
    """A version that says again what that of the number said. Called inside a transaction that holds the article."""
    old = queries.version(article, number)
    change = Change(reason, old.detail, versions.edits(old), basis=number, extent=versions.extent(old))
    return make_version_of(article, versions.rows(old), user, change, prepared)


def _is_so(article: Article, rows: tuple[Row, ...], extent: Extent | None) -> bool:
    """Whether the article's text is so already, and made of these pages."""
    return rows == versions.rows(article.current) and extent in (None, versions.extent(article.current))


def _step(seen: Seen, user: User, reason: Reason) -> TextVersion:
    article = current(seen)
    past = history(Step(version.number, version.reason) for version in queries.versions(article))
    number = past.undo if reason == Reason.UNDO else past.redo
    if number is None:
        raise CleaningRefused(f"nothing_to_{reason}")
    return _repeat(seen, article, number, user, reason)


def _repeat(seen: Seen, article: Article, number: int, user: User, reason: Reason) -> TextVersion:
    prepared = prepare_again(article, number)
    with locked(seen) as article:
        return repeat(article, number, user, reason, prepared)


def cleaned_anew(
    article: Article,
    positions: Sequence[int] = (),
    absent: Sequence[Absent] = (),
    *,
    sort: bool = False,
    fresh: Mapping[int, Capture] = MappingProxyType({}),
) -> Cleaned:
    """The article's pages, those at the positions or those it has now, cleaned anew, and put in order where that is
    wanted; kept whole again where they had to be kept whole when they came. Those that are `fresh` are not kept yet."""
    extent = versions.extent(article.current)
    positions = positions or extent.positions
    whole = queries.versions(article).filter(reason=Reason.WHOLE).exists()
    held = [position for position in positions if position not in fresh]
    known = {**dict(zip(held, captures_in(article, held), strict=True)), **fresh}
    came = [known[position] for position in positions]
    lacking = (*extent.absent, *absent)
    return cleaned(article.project, came, whole, positions=positions, absent=lacking, sort=sort)
