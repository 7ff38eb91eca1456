"""Making, changing and deleting a highlight, so that a repeated request does no harm and nobody's edit is lost."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404

from annotations import access
from annotations.history import queries as history_queries
from annotations.history import recording
from annotations.marks import mark as marks_mark
from annotations.marks import queries, reanchoring
from annotations.marks.mark import Mark
from annotations.models import Highlight
from annotations.refusals import Refusal
from annotations.themes import queries as themes_queries
from reader.articles import queries as articles_queries
from reader.models import Article, Membership


@dataclass(frozen=True)
class Kept:
    """`themes` of a mark that was created now, so that nobody asks for them again."""

    highlight: Highlight
    created: bool
    themes: tuple[int, ...] | None = None


class Overtaken(Refusal):
    """The row is not what the client thinks it is: None when there is none."""

    def __init__(self, highlight: Highlight | None) -> None:
        super().__init__("overtaken")
        self.highlight = highlight


@transaction.atomic
def put(membership: Membership, uuid: UUID, article: Article, mark: Mark, if_match: str | None) -> Kept:
    """Keep the mark under this uuid. `if_match` is the header of an edit, None on creation."""
    stored = queries.locked_highlight(membership.project, uuid)
    mark = _understood(membership, mark)
    if stored is None:
        if if_match is not None:
            raise Overtaken(None)
        _check(article, mark)
        try:
            with transaction.atomic():
                return Kept(_create(membership, uuid, article, mark), created=True, themes=mark.themes)
        except IntegrityError:
            # The same uuid came in twice at one moment: the one that came first is there by now.
            stored = queries.locked_highlight(membership.project, uuid)
            if stored is None:
                raise
    return Kept(_change(membership, stored, article, mark, if_match), created=False)


@transaction.atomic
def remove(membership: Membership, uuid: UUID, if_match: str | None) -> Highlight:
    """Delete the highlight, softly; one that is deleted already stays so."""
    stored = queries.locked_highlight(membership.project, uuid)
    if stored is None:
        raise Http404
    before = marks_mark.mark_of(stored)
    if before:
        access.require_change(membership, stored)
        _require_match(stored, if_match)
        marks_mark.write(stored, None, membership.user)
        _record("delete", membership, stored, before, None)
    return stored


def _create(membership: Membership, uuid: UUID, article: Article, mark: Mark) -> Highlight:
    highlight = Highlight(project=membership.project, uuid=uuid, article=article, author=membership.user)
    marks_mark.create(highlight, mark, membership.user)
    _record("create", membership, highlight, None, mark)
    reanchoring.follow(highlight, article)
    return highlight


def _change(membership: Membership, stored: Highlight, article: Article, mark: Mark, if_match: str | None) -> Highlight:
    before = marks_mark.mark_of(stored)
    here = stored.article_id == article.pk
    if here and _says(stored, before, mark):
        return stored
    access.require_change(membership, stored)
    _require_match(stored, if_match)
    if not here:
        raise Refusal("other_article")
    _check(article, mark)
    marks_mark.write(stored, mark, membership.user)
    _record("change" if before else "restore", membership, stored, before, mark)
    reanchoring.follow(stored, article)
    return stored


def _says(stored: Highlight, before: Mark | None, mark: Mark) -> bool:
    """Whether this is what is kept already, or what was before a new text version carried it on."""
    if before and before.version != mark.version:
        return history_queries.last_said(stored) == marks_mark.state_of(mark)
    return before == mark


def _require_match(stored: Highlight, if_match: str | None) -> None:
    tags = {tag.strip() for tag in (if_match or "").split(",")}
    if f'"{stored.revision}"' not in tags:
        raise Overtaken(stored)


def _check(article: Article, mark: Mark) -> None:
    text = articles_queries.version_text(article, mark.version)
    if text is None:
        raise Refusal("unknown_version")
    marks_mark.check(mark, text)


def _understood(membership: Membership, mark: Mark) -> Mark:
    """The mark with the themes it means: one that was merged while the mark was made is the one it went into."""
    meanings = themes_queries.locked_meanings(membership.project_id, mark.themes)
    unknown = sorted(set(mark.themes) - meanings.keys())
    if unknown:
        raise Refusal("unknown_theme", themes=unknown)
    return marks_mark.meant(mark, meanings)


def _record(name: str, membership: Membership, highlight: Highlight, before: Mark | None, after: Mark | None) -> None:
    action = recording.Action(name, membership.project_id, highlight.article_id, membership.user_id)
    recording.record(action, [marks_mark.change(highlight, before, after)])
