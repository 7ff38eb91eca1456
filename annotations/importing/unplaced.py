"""Passages of an import that were found nowhere: where they may belong, and putting them there by hand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db import transaction

from annotations import access
from annotations.anchoring import Candidate
from annotations.exports import document
from annotations.exports.context import context
from annotations.history.recording import Action, Change, record
from annotations.importing import placing
from annotations.importing.matching import Place, Shelf
from annotations.importing.people import People
from annotations.importing.themes import Themes
from annotations.imports import Notes, Passage, Source
from annotations.models import Event, Highlight, Unplaced
from reader.models import Article, Membership, Project


@dataclass(frozen=True)
class Offered:
    """A place where a passage may belong: the number of its paragraph, its words between the rest of their sentences,
    and where it is seen in its article."""

    article: Article
    candidate: Candidate
    paragraph: int
    before: str
    words: str
    after: str
    address: str


@dataclass(frozen=True)
class Listed:
    row: Unplaced
    places: tuple[Offered, ...]


def listed(project: Project, rows: Iterable[Unplaced]) -> list[Listed]:
    """The passages with their likeliest places, looked for in the articles as they are now."""
    shelf = Shelf(project)
    text_of = cache(_text)
    return [Listed(row, tuple(_offered(place, text_of) for place in _places(shelf, row))) for row in rows]


def _offered(place: Place, text_of: Callable[[Article], document.Article]) -> Offered:
    text = text_of(place.article)
    paragraph = text.block_at(place.candidate.start).number
    address = f"{place.article.get_absolute_url()}#p{paragraph}"
    return Offered(place.article, place.candidate, paragraph, *context(text, place.candidate), address)


def _text(article: Article) -> document.Article:
    blocks = document.blocks((block["kind"], block["text"], block["level"]) for block in article.current.blocks)
    return document.Article(article.pk, article.title, blocks=tuple(blocks))


def _places(shelf: Shelf, row: Unplaced) -> tuple[Place, ...]:
    return shelf.match(passage(row)).candidates


def chosen(row: Unplaced, article: str, start: str) -> tuple[Article, Candidate] | None:
    """The place of these numbers, if it is still one of the candidates."""
    places = _places(Shelf(row.project), row)
    wanted = (place for place in places if (str(place.article.pk), str(place.candidate.start)) == (article, start))
    return next(((place.article, place.candidate) for place in wanted), None)


@transaction.atomic
def place(membership: Membership, row: Unplaced, article: Article, candidate: Candidate) -> None:
    said = passage(row)
    themes = Themes(membership.project, Notes("", (said,)))
    ids = themes.of(said.themes)
    author = People(membership.project).whose(said) or membership.user_id
    made = Highlight(project=membership.project, uuid=UUID(str(row.mark)), article=article, author_id=author)
    change = placing.mark(made, said, candidate, ids, membership)
    _record("import", membership, article.pk, [*themes.changes, change, _taken(row)])


@transaction.atomic
def drop(membership: Membership, row: Unplaced) -> None:
    _record("drop_passage", membership, None, [_taken(row)])


def _record(name: str, membership: Membership, article: int | None, changes: list[Change]) -> None:
    record(Action(name, membership.project_id, article, membership.user_id), changes)


def _taken(row: Unplaced) -> Change:
    """The row goes; an undo brings it back."""
    change = Change("unplaced", str(row.mark), row.state(), None)
    row.delete()
    return change


def restore(event: Event, membership: Membership) -> Change | None:
    """Let the passage wait again, or no longer."""
    access.require_edit(membership)
    key, wanted, expected = event.subject_id, event.before, event.after
    rows = Unplaced.objects.filter(project=membership.project, mark=UUID(key))
    if wanted is None:
        return Change("unplaced", key, expected, None) if rows.delete()[0] else None
    if rows.exists():
        return None
    made = datetime.fromisoformat(wanted["made"]) if wanted["made"] else None
    who = {"author": wanted["by"], "made": made, "imported_by": membership.user}
    what = {
        "article_id": wanted["article"],
        "themes": wanted["paths"],
        **{name: wanted[name] for name in Unplaced.PLAIN},
    }
    Unplaced.objects.create(project=membership.project, mark=UUID(key), **what, **who)
    return Change("unplaced", key, None, wanted)


def passage(row: Unplaced) -> Passage:
    return Passage(
        source=Source(title=row.title, url=row.url),
        exact=row.exact,
        prefix=row.prefix,
        suffix=row.suffix,
        start=row.start,
        note=row.note,
        themes=tuple(tuple(path) for path in row.themes),
        author=row.author,
        created=row.made,
        id=str(row.mark),
    )
