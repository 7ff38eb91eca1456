"""Writing down what changed: the events of one action, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotations.exporting import tasks
from annotations.models import Event

State = dict[str, Any] | None

# Where these of a row's state change, the project's texts are cut anew (annotations.vocabulary).
WORDS = {
    "codebook": ("terms", "withheld"),
    "theme": ("name", "keywords", "archived", "merged_into"),
}


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
    if any(_changes_words(change) for change in changes):
        tasks.cut_texts.enqueue(action.project)


def _changes_words(change: Change) -> bool:
    before, after = change.before or {}, change.after or {}
    return any(before.get(name) != after.get(name) for name in WORDS.get(change.subject, ()))


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
