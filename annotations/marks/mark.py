"""What a highlight says, as a value: checked against the text, compared, written to its row."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import takewhile

from django.contrib.auth.models import User
from django.utils import timezone

from annotations.history.recording import Change, State
from annotations.limits import CONTEXT
from annotations.marks import queries
from annotations.models import Highlight, Tagging
from annotations.refusals import Refusal


@dataclass(frozen=True)
class Mark:
    """A passage of one text version, its note, and the ids of its themes in the order they were given."""

    version: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    note: str
    themes: tuple[int, ...]


def mark_of(highlight: Highlight) -> Mark | None:
    """What the row says; None while it is deleted."""
    if highlight.deleted:
        return None
    return mark_with(highlight, [tagging.theme_id for tagging in queries.taggings(highlight)])


def mark_with(highlight: Highlight, themes: Iterable[int]) -> Mark:
    """What the row says, its themes already known."""
    return Mark(
        version=highlight.version_id,
        start=highlight.start,
        end=highlight.end,
        exact=highlight.exact,
        prefix=highlight.prefix,
        suffix=highlight.suffix,
        note=highlight.note,
        themes=tuple(themes),
    )


def state_of(mark: Mark | None) -> State:
    return None if mark is None else {**asdict(mark), "themes": list(mark.themes)}


def mark_from(state: State) -> Mark | None:
    return None if state is None else Mark(**{**state, "themes": tuple(state["themes"])})


def meant(mark: Mark, meanings: Mapping[int, int]) -> Mark:
    """The mark with what its themes mean by now: a merged one its target, each once."""
    return replace(mark, themes=tuple(dict.fromkeys(meanings.get(id, id) for id in mark.themes)))


def change(highlight: Highlight, before: Mark | None, after: Mark | None) -> Change:
    return Change("highlight", str(highlight.uuid), state_of(before), state_of(after))


def check(mark: Mark, text: str) -> None:
    """Refuse a mark whose place, quote or context is not that of the text."""
    start, end = mark.start, mark.end
    if not 0 <= start < end <= len(text):
        raise Refusal("out_of_range")
    found = text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if found != (mark.exact, mark.prefix, mark.suffix):
        raise Refusal("quote_mismatch")


def create(highlight: Highlight, mark: Mark, user: User) -> None:
    """Keep a new row, filled in but for what the mark says."""
    fill(highlight, mark)
    highlight.save(force_insert=True)
    _tag(highlight, mark.themes, {}, user)


def write(highlight: Highlight, mark: Mark | None, user: User | None) -> None:
    """Make the row say this from now on, one revision later; None deletes it, its content and themes kept."""
    highlight.deleted = None if mark else timezone.now()
    highlight.revision += 1
    changed = ["deleted", "revision", "updated"]
    if mark:
        changed += fill(highlight, mark)
        _retag(highlight, mark.themes, user)
    highlight.save(update_fields=changed)


def fill(highlight: Highlight, mark: Mark) -> list[str]:
    """Set the row's fields to what the mark says; their names."""
    highlight.version_id = mark.version
    fields = ["start", "end", "exact", "prefix", "suffix", "note"]
    for field in fields:
        setattr(highlight, field, getattr(mark, field))
    return ["version", *fields]


def _retag(highlight: Highlight, themes: tuple[int, ...], user: User | None) -> None:
    """Taggings stand in the order given: rows that are in order stay, the others are made anew as they were."""
    rows = list(queries.taggings(highlight))
    known = {row.theme_id: row for row in rows}
    rows = [row for row in rows if row.theme_id in themes]
    leading = takewhile(lambda pair: pair[0].theme_id == pair[1], zip(rows, themes, strict=False))
    staying = [row.pk for row, _ in leading]
    if len(staying) < len(known):
        queries.taggings(highlight).exclude(pk__in=staying).delete()
    _tag(highlight, themes[len(staying) :], known, user)


def _tag(highlight: Highlight, themes: Iterable[int], known: Mapping[int, Tagging], user: User | None) -> None:
    tagger = user.pk if user else None
    Tagging.objects.bulk_create(
        Tagging(
            project_id=highlight.project_id,
            highlight=highlight,
            theme_id=theme,
            author_id=known[theme].author_id if theme in known else tagger,
            pinned=theme in known and known[theme].pinned,
        )
        for theme in themes
    )
