"""Taggings that change by themselves, not with their highlight: given to another theme, pinned as an example."""

from collections.abc import Iterable

from annotations import access
from annotations.history.recording import Change, State
from annotations.marks import queries
from annotations.models import Event, Tagging
from reader.models import Membership


def state_of(row: Tagging) -> State:
    """The row must have its highlight loaded."""
    return {
        "highlight": str(row.highlight.uuid),
        "theme": row.theme_id,
        "author": row.author_id,
        "pinned": row.pinned,
    }


def give(rows: Iterable[Tagging], theme_id: int) -> list[Change]:
    """The rows, locked, become taggings of the theme; on a highlight that has it already the two become one."""
    rows = list(rows)
    there = queries.taggings_of(rows[0].project_id, theme_id, [row.highlight_id for row in rows]) if rows else {}
    return [_give(row, theme_id, there.get(row.highlight_id)) for row in rows]


def _give(row: Tagging, theme_id: int, twin: Tagging | None) -> Change:
    key, before = str(row.pk), state_of(row)
    if twin is None:
        row.theme_id = theme_id
        row.save(update_fields=["theme"])
        return Change("tagging", key, before, state_of(row))
    if row.pinned and not twin.pinned:
        twin.pinned = True
        twin.save(update_fields=["pinned"])
    row.delete()
    return Change("tagging", key, before, None)


def restore(event: Event, membership: Membership) -> Change | None:
    """Take one such change back, as far as its highlight still is what the change made of it."""
    access.require_edit(membership)
    key, wanted, expected = event.subject_id, event.before, event.after
    there = wanted or expected
    if there is None:
        return None
    row = queries.tagging_of(membership.project, there["highlight"], there["theme"])
    return _back(row, key, wanted, expected, membership)


def _back(row: Tagging | None, key: str, wanted: State, expected: State, membership: Membership) -> Change | None:
    if wanted is None:
        return _unite(row, key)
    if expected is None:
        return None if row else _part(key, wanted, membership)
    held = queries.tagging_of(membership.project, expected["highlight"], expected["theme"])
    if held is None or (row and row.pk != held.pk):
        return None
    before = state_of(held)
    held.theme_id, held.pinned = wanted["theme"], wanted["pinned"]
    held.save(update_fields=["theme", "pinned"])
    return Change("tagging", str(held.pk), before, state_of(held))


def _unite(row: Tagging | None, key: str) -> Change | None:
    if row is None:
        return None
    before = state_of(row)
    row.delete()
    return Change("tagging", key, before, None)


def _part(key: str, wanted: dict, membership: Membership) -> Change | None:
    """The tagging returns under its old number, so to its old place among the highlight's themes."""
    highlight = queries.highlight_of(membership.project, wanted["highlight"])
    if highlight is None:
        return None
    made = Tagging.objects.create(
        pk=int(key),
        project=membership.project,
        highlight=highlight,
        theme_id=wanted["theme"],
        author_id=wanted["author"],
        pinned=wanted["pinned"],
    )
    return Change("tagging", key, None, state_of(made))
