"""Imported notes take their place in a project: what is found becomes highlights, what is not is kept and listed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from annotations import access
from annotations.anchoring import Candidate, describe
from annotations.codebook import importing
from annotations.history.recording import Action, Change, record
from annotations.importing import queries
from annotations.importing.matching import Match, Shelf, arriving, one_line_end
from annotations.imports import Code, Notes, Passage, Source, codebook
from annotations.imports.codebook.description import parts
from annotations.imports.codebook.fitting import fitted as fitted_codes
from annotations.imports.document import Path
from annotations.limits import DEPTH, NAME_LENGTH
from annotations.marks import mark as marks_mark
from annotations.marks.mark import Mark
from annotations.models import Highlight, Unplaced
from annotations.naming import tidy
from annotations.refusals import Refusal
from annotations.themes import making
from reader.capture.importing import import_whole, keep_all
from reader.cleaning.captures import Capture
from reader.models import Article, Membership, Project

UNNAMED = "未命名"


@dataclass(frozen=True)
class Preview:
    """What an import would do. Passages of `texts`, which become articles, are among the placed."""

    placed: int
    known: int
    unplaced: tuple[Passage, ...]
    texts: tuple[Source, ...]
    themes: tuple[Path, ...]
    unread: tuple[str, ...]

    @property
    def brings(self) -> bool:
        """Whether anything would be other than it is."""
        return bool(self.placed or self.unplaced or self.texts or self.themes)


@dataclass(frozen=True)
class Outcome:
    placed: int
    known: int
    unplaced: int
    articles: int


def preview(project: Project, notes: Notes) -> Preview:
    shelf, texts = Shelf(project), arriving(Shelf(project), notes.sources)
    taken, _undone = _known(project, notes)
    own = {identity(passage): passage for passage in reversed(notes.passages)}
    fresh = [passage for id, passage in reversed(own.items()) if id not in taken]
    unplaced = [one for one in fresh if one.source not in texts and not shelf.match(one).is_placed]
    return Preview(
        placed=len(fresh) - len(unplaced),
        known=len(notes.passages) - len(fresh),
        unplaced=tuple(unplaced),
        texts=tuple(texts),
        themes=tuple(path for path in paths(notes) if not queries.has_path(project, path)),
        unread=notes.unread,
    )


@transaction.atomic
def place_all(membership: Membership, notes: Notes, origin: str) -> Outcome:
    """Take the notes in: texts the project lacks become articles, themes it lacks are made, as one step."""
    access.require_edit(membership)
    texts = arriving(Shelf(membership.project), notes.sources)
    for source in texts:
        _add_article(membership, source, [one for one in notes.passages if one.source == source])
    placing = Placing(membership, origin, notes)
    record(
        Action("import", membership.project_id, actor=membership.user_id), [*placing.themes.changes, *placing.marked]
    )
    return Outcome(placing.placed, placing.known, placing.unplaced, len(texts))


def _add_article(membership: Membership, source: Source, passages: list[Passage]) -> None:
    """The text cleaned; or all of it, where cleaning would take away words that are marked. It stands under its title,
    else its own first line would be taken for one and be lost."""
    text = f"{source.title}\n\n{source.text}"
    capture = Capture(text.encode(), title=source.title, filename=f"{source.title[:200]}.txt")
    article = import_whole(membership.project, membership.user, capture).article
    kept, title = article.current.text, source.title.strip()
    titled = title and kept.startswith(title) and not source.text.lstrip().startswith(title)
    if titled or any(one_line_end(passage.exact) not in kept for passage in passages):
        keep_all(article, source.text, membership.user)


def _known(project: Project, notes: Notes) -> tuple[set[UUID], dict[UUID, Highlight]]:
    """The passages that the project has, or has had and somebody deleted; and the marks of imports taken back."""
    ids = [identity(passage) for passage in notes.passages]
    undone = queries.undone(project, ids)
    return queries.taken(project, ids) - undone.keys(), undone


class Placing:
    """One import under way: the articles it looks into, the themes it has made, what it has changed."""

    def __init__(self, membership: Membership, origin: str, notes: Notes) -> None:
        self.membership, self.project, self.origin = membership, membership.project, origin
        self.shelf = Shelf(self.project)
        self.people = queries.members_by_name(self.project)
        self.themes = Themes(self.project, notes.codes)
        self.marked: list[Change] = []
        self.placed = self.known = self.unplaced = 0
        self.themes.of(paths(notes))
        taken, self.undone = _known(self.project, notes)
        for passage in notes.passages:
            self._take(passage, taken)

    def _take(self, passage: Passage, taken: set[UUID]) -> None:
        id = identity(passage)
        if id in taken:
            self.known += 1
            return
        taken.add(id)
        match = self.shelf.match(passage)
        if match.article and match.anchor.place:
            self._mark(passage, id, match.article, match.anchor.place)
        else:
            self._put_aside(passage, id, match)

    def _mark(self, passage: Passage, id: UUID, article: Article, place: Candidate) -> None:
        author = self.people.get(passage.author, self.membership.user_id)
        old = self.undone.get(id)
        row = Highlight(project=self.project, uuid=id, article=article, author_id=author)
        if old:
            row.revision = old.revision + 1
            old.delete()
        self.marked.append(mark(row, passage, place, self.themes.of(passage.themes), self.membership))
        self.placed += 1

    def _put_aside(self, passage: Passage, id: UUID, match: Match) -> None:
        row = Unplaced.objects.create(
            project=self.project,
            article=match.article,
            title=passage.source.title[:300],
            url=passage.source.url[:2000],
            exact=passage.exact,
            prefix=passage.prefix,
            suffix=passage.suffix,
            start=passage.start,
            note=passage.note,
            themes=[list(path) for path in passage.themes],
            author=passage.author[:150],
            made=passage.created,
            mark=id,
            origin=self.origin[:255],
            imported_by_id=self.membership.user_id,
        )
        self.marked.append(Change("unplaced", str(id), None, row.state()))
        self.unplaced += 1


class Themes:
    """The themes that imported notes name, made where the codebook lacks them, with what the file says of them;
    `changes` tells which."""

    def __init__(self, project: Project, codes: Iterable[Code] = ()) -> None:
        self.project = project
        self._said = {fitted(code.path): importing.fields(described(code)) for code in codes}
        self.changes: list[Change] = []
        self._ids: dict[Path, int] = {}

    def of(self, named: Iterable[Path]) -> tuple[int, ...]:
        """The ids of the themes of these paths, each once."""
        return tuple(dict.fromkeys(self._id(fitted(path)) for path in named if path))

    def _id(self, path: Path) -> int:
        if path not in self._ids:
            above = self._id(path[:-1]) if len(path) > 1 else None
            theme, made = making.ensure(self.project, above, path[-1], **self._said.get(path, {}))
            self.changes += [made] if made else []
            self._ids[path] = theme.pk
        return self._ids[path]


def described(code: Code) -> codebook.Code:
    """The entry that a project's code holds: its description is written as a codebook's is."""
    said: dict[str, Any] = parts(code.definition)
    plain = codebook.Code(tidy(code.path[-1]) or UNNAMED, colour=code.colour, **said)
    return fitted_codes([plain])[0].code


def mark(row: Highlight, passage: Passage, place: Candidate, themes: tuple[int, ...], membership: Membership) -> Change:
    """Keep the passage as this new highlight, at this place of its article's text."""
    version = row.article.current
    found = describe(version.text, place.start, place.end)
    said = Mark(version.pk, found.start, found.end, found.exact, found.prefix, found.suffix, passage.note, themes)
    marks_mark.create(row, said, membership.user)
    if passage.created:
        Highlight.objects.filter(project=membership.project, pk=row.pk).update(created=passage.created)
    return marks_mark.change(row, None, said)


def identity(passage: Passage) -> UUID:
    """The uuid it had elsewhere; else one that the same passage of the same file always gets."""
    if passage.id:
        return UUID(passage.id)
    source, made = passage.source, passage.created.isoformat() if passage.created else ""
    said = (source.title, source.url, passage.exact, passage.prefix, passage.start, passage.author, passage.note, made)
    return uuid5(NAMESPACE_URL, "\0".join(map(str, said)))


def paths(notes: Notes) -> list[Path]:
    """Every theme the notes name, fitted to the codebook, each once."""
    named = [code.path for code in notes.codes] + [path for passage in notes.passages for path in passage.themes]
    return list(dict.fromkeys(fitted(path) for path in named))


def fitted(path: Path) -> Path:
    """A path of at most three names the codebook can have: what lies deeper is joined, what is longer is cut."""
    if len(path) > DEPTH:
        path = (*path[: DEPTH - 1], " / ".join(path[DEPTH - 1 :]))
    return tuple(map(_fitted_name, path))


def _fitted_name(name: str) -> str:
    try:
        return making.cleaned(name[:NAME_LENGTH])
    except Refusal:
        return UNNAMED
