"""A mark returns to what it was before a change, if nobody has changed it since."""

from uuid import UUID

from annotations import access
from annotations.history.recording import Change
from annotations.marks import mark as marks_mark
from annotations.marks import queries
from annotations.models import Event
from annotations.refusals import Refusal
from annotations.themes import queries as themes_queries
from reader.models import Membership


def restore(event: Event, membership: Membership) -> Change | None:
    row = queries.locked_highlight(membership.project, UUID(event.subject_id))
    wanted, expected = marks_mark.mark_from(event.before), marks_mark.mark_from(event.after)
    named = {theme for mark in (wanted, expected) if mark for theme in mark.themes}
    meanings = themes_queries.locked_meanings(membership.project_id, named)
    if wanted and set(wanted.themes) - meanings.keys():
        raise Refusal("changed_since")
    wanted, expected = (mark and marks_mark.meant(mark, meanings) for mark in (wanted, expected))
    if row is None or marks_mark.mark_of(row) != expected:
        raise Refusal("changed_since")
    access.require_change(membership, row)
    marks_mark.write(row, wanted, membership.user)
    return marks_mark.change(row, expected, wanted)
