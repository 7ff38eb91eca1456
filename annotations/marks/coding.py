"""Marking many passages with one theme, as one step of the codebook's."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import transaction

from annotations.anchoring import describe
from annotations.history.recording import Action, Change, record
from annotations.marks import mark as marks_mark
from annotations.marks.mark import Mark
from annotations.models import Event, Highlight, Tagging
from annotations.refusals import Refusal
from annotations.themes import queries as themes_queries
from reader.models import Article, Membership

# So many passages are read through before they are marked, and taken back at once.
MOST = 500


@dataclass(frozen=True)
class Passage:
    """[start, end) in code points of an article's text version."""

    article: int
    version: int
    start: int
    end: int


@dataclass(frozen=True)
class Coded:
    """How many marks were made; how many passages were left out, for their article has another text by now."""

    made: int
    moved: int


@transaction.atomic
def code(membership: Membership, passages: Sequence[Passage], theme: int, run: UUID, origin: dict[str, str]) -> Coded:
    """Mark the passages. What the same run has marked already is not marked again; `origin`, with its "name", is what
    found them and stays with the step. Refused: unknown_theme, out_of_range."""
    meant = themes_queries.locked_meanings(membership.project_id, [theme]).get(theme)
    if meant is None:
        raise Refusal("unknown_theme")
    texts = _texts(membership, passages)
    there = [passage for passage in passages if passage.version in texts]
    marks = {_id(run, membership, passage, theme): (passage, _mark(passage, texts, meant)) for passage in there}
    known = Highlight.objects.filter(project=membership.project, uuid__in=marks).values_list("uuid", flat=True)
    for uuid in known:
        del marks[uuid]
    rows = [_row(membership, uuid, passage, mark) for uuid, (passage, mark) in marks.items()]
    Highlight.objects.bulk_create(rows)
    tagged = {"project": membership.project, "theme_id": meant, "author": membership.user}
    Tagging.objects.bulk_create(Tagging(highlight=row, **tagged) for row in rows)
    made = [marks_mark.change(row, None, mark) for row, (_passage, mark) in zip(rows, marks.values(), strict=True)]
    if made:
        action = Action("code", membership.project_id, None, membership.user_id)
        record(action, [Change("coding", str(run), None, origin), *made])
    return Coded(len(made), len(passages) - len(there))


def restore(event: Event, membership: Membership) -> Change | None:
    """What found the passages goes and comes back with their marks."""
    return Change("coding", event.subject_id, event.after, event.before)


def _texts(membership: Membership, passages: Sequence[Passage]) -> dict[int, str]:
    """The texts shown of the passages' articles, by version; held until the transaction ends."""
    wanted = {passage.article for passage in passages}
    shown = Article.objects.select_for_update(of=("self",)).filter(project=membership.project, deleted=None)
    found = shown.filter(pk__in=wanted, version__project=membership.project).order_by("pk")
    return dict(found.values_list("version", "version__text"))


def _id(run: UUID, membership: Membership, passage: Passage, theme: int) -> UUID:
    place = (membership.project_id, passage.version, passage.start, passage.end, theme)
    return uuid5(run, "/".join(map(str, place)))


def _mark(passage: Passage, texts: dict[int, str], theme: int) -> Mark:
    try:
        said = describe(texts[passage.version], passage.start, passage.end)
    except ValueError:
        raise Refusal("out_of_range") from None
    return Mark(passage.version, passage.start, passage.end, said.exact, said.prefix, said.suffix, "", (theme,))


def _row(membership: Membership, uuid: UUID, passage: Passage, mark: Mark) -> Highlight:
    row = Highlight(project=membership.project, uuid=uuid, article_id=passage.article, author=membership.user)
    marks_mark.fill(row, mark)
    return row
