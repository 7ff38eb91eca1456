"""The way back and forth through an article's versions: undoing makes a new version that says again what an earlier
one said. PURE: it reads the versions' reasons and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A version, and why it was made."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class History:
    """The versions undo and redo lead to; None where there is none."""

    undo: int | None
    redo: int | None


def history(steps: Iterable[Step]) -> History:
    """Replay the steps, oldest first: an undo moves the last thing done aside ("back" does, for many articles), a redo
    brings it back, anything else is something done, after which nothing can be redone."""
    done: list[int] = []
    undone: list[int] = []
    for step in steps:
        if step.reason in ("undo", "back"):
            undone.append(done.pop())
        elif step.reason == "redo":
            done.append(undone.pop())
        else:
            done.append(step.number)
            undone.clear()
    return History(done[-2] if len(done) > 1 else None, undone[-1] if undone else None)
