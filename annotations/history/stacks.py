"""Undo and redo: which step of a person's is next, found by replaying their steps in one article."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One action by the id of its first event; `reverses` is the step it took back, None for a plain one."""

    id: int
    reverses: int | None = None


@dataclass(frozen=True)
class Stacks:
    """The ids of the steps that can be taken back: by an undo (the last first), and by a redo."""

    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()


def replay(steps: Iterable[Step]) -> Stacks:
    """The stacks after these steps, oldest first. An undo is itself a step, which the redo takes back, and so on.

    A plain step empties the redo stack.
    """
    done: list[int] = []
    undone: list[int] = []
    for step in steps:
        if step.reverses is None:
            done.append(step.id)
            undone.clear()
        elif done and done[-1] == step.reverses:
            done.pop()
            undone.append(step.id)
        elif undone and undone[-1] == step.reverses:
            undone.pop()
            done.append(step.id)
    return Stacks(tuple(done), tuple(undone))


def origin(steps: Iterable[Step], id: int) -> int:
    """The plain step at the bottom of a chain of undos and redos."""
    reverses = {step.id: step.reverses for step in steps}
    while (before := reverses.get(id)) is not None:
        id = before
    return id
