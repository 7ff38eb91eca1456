"""Imported notes take their place in a project: what is found becomes highlights, what is not is kept and listed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from annotations import access
from annotations.anchoring import Candidate, describe
from annotations.history.recording import Action, Change, record
from annotations.importing import queries, texts
from annotations.importing.matching import Match, Place, Shelf, best, offered
from annotations.importing.people import People
from annotations.importing.themes import Themes
from annotations.imports import Notes, Passage, Source
from annotations.imports.document import Memo, Path, Unread
from annotations.marks import mark as marks_mark
from annotations.marks.mark import Mark
from annotations.memos import keeping
from annotations.models import Highlight, Unplaced
from reader.models import Article, Membership, Project


@dataclass(frozen=True)
class Changed:
    """A passage that stands in its article in slightly other words."""

    said: str
    words: str
    title: str


@dataclass(frozen=True)
class Preview:
    """What an import would do. Passages of `texts`, which become articles, are among the placed; `strangers` are
    authors who are no members, whose marks become the importer's."""

    placed: int
    known: int
    unplaced: tuple[Passage, ...]
    texts: tuple[Source, ...]
    themes: tuple[Path, ...]
    unread: tuple[Unread, ...]
    changed: tuple[Changed, ...] = ()
    strangers: tuple[str, ...] = ()
    memos: int = 0

    @property
    def brings(self) -> bool:
        """Whether anything would be other than it is."""
        return bool(self.placed or self.unplaced or self.texts or self.themes or self.memos)


@dataclass(frozen=True)
class Outcome:
    placed: int
    known: int
    unplaced: int
    articles: int
    memos: int = 0
    changed: tuple[Changed, ...] = ()
    strangers: tuple[str, ...] = ()


class Matching:
    """Every passage of the notes with its place: in its source's own text, where that brings one, else by its words."""

    def __init__(self, project: Project, notes: Notes) -> None:
        self.shelf = Shelf(project)
        self.owned: dict[Source, list[Passage]] = defaultdict(list)
        for passage in notes.passages:
            self.owned[passage.source].append(passage)
        there = texts.Texts(project, self.shelf.articles)
        bringing = [source for source in dict.fromkeys(notes.sources) if source.text.strip()]
        self.articles = {source: there.known(source, self.owned[source]) for source in bringing}
        self._found: dict[int, Match] = {}

    @property
    def arriving(self) -> list[Source]:
        """The sources whose text the project lacks."""
        return [source for source, article in self.articles.items() if article is None]

    def match(self, passage: Passage) -> Match:
        article = self.articles.get(passage.source)
        if article is None:
            return self.shelf.match(passage)
        if id(passage) not in self._found:
            self._carry(passage.source, article)
        return self._found[id(passage)]

    def _carry(self, source: Source, article: Article) -> None:
        passages = self.owned[source]
        anchors = texts.Carrying(source.text, article.current.text).find(passages)
        for passage, anchor in zip(passages, anchors, strict=True):
            found = best([(article, anchor)], passage) if anchor.place else offered(article, anchor)
            self._found[id(passage)] = found


def preview(project: Project, notes: Notes) -> Preview:
    matching, people = Matching(project, notes), People(project)
    taken, _undone = _known(project, notes)
    own = dict(reversed(list(zip(identities(notes.passages), notes.passages, strict=True))))
    fresh = [passage for id, passage in reversed(own.items()) if id not in taken]
    coming = set(matching.arriving)
    found = [(passage, None if passage.source in coming else matching.match(passage)) for passage in fresh]
    unplaced = [passage for passage, match in found if match and not match.place]
    return Preview(
        placed=len(fresh) - len(unplaced),
        known=len(notes.passages) - len(fresh),
        unplaced=tuple(unplaced),
        texts=tuple(matching.arriving),
        themes=tuple(Themes(project, notes).lacking()),
        unread=notes.unread,
        changed=tuple(changed for passage, match in found if match and (changed := _changed(passage, match.place))),
        strangers=tuple(dict.fromkeys(filter(None, map(people.stranger, fresh)))),
        memos=len(notes.memos),
    )


@transaction.atomic
def place_all(membership: Membership, notes: Notes, origin: str) -> Outcome:
    """Take the notes in: texts the project lacks become articles, themes it lacks are made, as one step."""
    access.require_edit(membership)
    matching = Matching(membership.project, notes)
    arriving = matching.arriving
    matching.articles |= {source: texts.take_in(membership, source) for source in arriving}
    placing = Placing(membership, origin, notes, matching)
    changes = [*placing.themes.changes, *placing.marked, *placing.memos]
    record(Action("import", membership.project_id, actor=membership.user_id), changes)
    return placing.outcome(len(arriving))


def _changed(passage: Passage, place: Place | None) -> Changed | None:
    if place is None or not place.candidate.errors:
        return None
    return Changed(passage.exact, place.words, place.article.title)


def _known(project: Project, notes: Notes) -> tuple[set[UUID], dict[UUID, Highlight]]:
    """The passages that the project has, or has had and somebody deleted; and the marks of imports taken back."""
    ids = identities(notes.passages)
    undone = queries.undone(project, ids)
    return queries.taken(project, ids) - undone.keys(), undone


class Placing:
    """One import under way: the themes it has made, what it has changed."""

    def __init__(self, membership: Membership, origin: str, notes: Notes, matching: Matching) -> None:
        self.membership, self.project, self.origin = membership, membership.project, origin
        self.matching, self.people = matching, People(membership.project)
        self.themes = Themes(self.project, notes)
        self.marked: list[Change] = []
        self.changed: list[Changed] = []
        self.strangers: list[str] = []
        self.placed = self.known = self.unplaced = 0
        self.themes.make()
        taken, self.undone = _known(self.project, notes)
        for id, passage in zip(identities(notes.passages), notes.passages, strict=True):
            self._take(passage, id, taken)
        self.memos = [change for memo in notes.memos for change in self._remember(memo)]

    def outcome(self, articles: int) -> Outcome:
        strangers = tuple(dict.fromkeys(filter(None, self.strangers)))
        return Outcome(
            self.placed, self.known, self.unplaced, articles, len(self.memos), tuple(self.changed), strangers
        )

    def _take(self, passage: Passage, id: UUID, taken: set[UUID]) -> None:
        if id in taken:
            self.known += 1
            return
        taken.add(id)
        self.strangers.append(self.people.stranger(passage))
        match = self.matching.match(passage)
        if match.place:
            self._mark(passage, id, match.place)
        else:
            self._put_aside(passage, id, match)

    def _remember(self, memo: Memo) -> list[Change]:
        """The memo joins what is written there already, where that does not say it."""
        theme = self.themes.of([memo.theme])[0] if memo.theme else None
        article = self.matching.articles.get(memo.source) if memo.source else None
        added = keeping.add(self.membership, article, theme, memo.text)
        return [added] if added else []

    def _mark(self, passage: Passage, id: UUID, place: Place) -> None:
        author = self.people.whose(passage) or self.membership.user_id
        old = self.undone.get(id)
        row = Highlight(project=self.project, uuid=id, article=place.article, author_id=author)
        if old:
            row.revision = old.revision + 1
            old.delete()
        self.marked.append(mark(row, passage, place.candidate, self.themes.of(passage.themes), self.membership))
        self.changed += filter(None, [_changed(passage, place)])
        self.placed += 1

    def _put_aside(self, passage: Passage, id: UUID, match: Match) -> None:
        row = Unplaced.objects.create(
            project=self.project,
            article=match.article,
            title=passage.source.title[:300],
            url=(passage.source.url or passage.source.page)[:2000],
            exact=passage.exact,
            prefix=passage.prefix,
            suffix=passage.suffix,
            start=passage.start,
            note=passage.note,
            themes=[list(self.themes.fitted(path).path) for path in passage.themes],
            author=(passage.author or passage.account)[:150],
            made=passage.created,
            mark=id,
            origin=self.origin[:255],
            imported_by_id=self.membership.user_id,
        )
        self.marked.append(Change("unplaced", str(id), None, row.state()))
        self.unplaced += 1


def mark(row: Highlight, passage: Passage, place: Candidate, themes: tuple[int, ...], membership: Membership) -> Change:
    """Keep the passage as this new highlight, at this place of its article's text."""
    version = row.article.current
    found = describe(version.text, place.start, place.end)
    said = Mark(version.pk, found.start, found.end, found.exact, found.prefix, found.suffix, passage.note, themes)
    marks_mark.create(row, said, membership.user)
    times = {"created": passage.created, "updated": passage.updated}
    if said_times := {name: time for name, time in times.items() if time}:
        Highlight.objects.filter(project=membership.project, pk=row.pk).update(**said_times)
    return marks_mark.change(row, None, said)


def identities(passages: Sequence[Passage]) -> list[UUID]:
    """Each passage's, in their order: those that differ in something else still are two."""
    first: dict[UUID, Passage] = {}
    found = [(identity(passage), passage) for passage in passages]
    return [id if first.setdefault(id, one) == one else uuid5(id, f"{one.suffix}\0{one.themes}") for id, one in found]


def identity(passage: Passage) -> UUID:
    """The uuid it had elsewhere; else one that the same passage of the same file always gets."""
    if passage.id:
        return UUID(passage.id)
    source, made = passage.source, passage.created.isoformat() if passage.created else ""
    said = (source.title, source.url, passage.exact, passage.prefix, passage.start, passage.author, passage.note, made)
    more = [number for number, none in ((passage.paragraph, 0), (passage.offset, -1)) if number != none]
    return uuid5(NAMESPACE_URL, "\0".join(map(str, (*said, *more))))
