"""Writing down what changed: the events of one action, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotations.history.signals import step_recorded
from annotations.models import Event

State = dict[str, Any] | None


@dataclass(frozen=True)
class Change:
    """One row's state before and after; None where it was not there."""

    subject: str
    subject_id: str
    before: State
    after: State


@dataclass(frozen=True)
class Action:
    """What somebody did, and where, by their ids. No actor: the machine did it, and nobody's undo takes it back."""

    name: str
    project: int
    article: int | None = None
    actor: int | None = None
    reverses: int | None = None


def record(action: Action, changes: Sequence[Change]) -> None:
    """Keep the changes, in order, as one step; no changes leave no trace."""
    if not changes:
        return
    first = _event(action, changes[0])
    first.save()
    Event.objects.bulk_create(_event(action, change, first) for change in changes[1:])
    step_recorded.send(Event, action=action, changes=changes)


def _event(action: Action, change: Change, first: Event | None = None) -> Event:
    return Event(
        project_id=action.project,
        article_id=action.article,
        actor_id=action.actor,
        action=action.name,
        subject=change.subject,
        subject_id=change.subject_id,
        before=change.before,
        after=change.after,
        step=first,
        reverses_id=action.reverses,
    )
