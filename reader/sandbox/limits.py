"""How much time and memory the reading of a file may take: less where somebody waits for the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of processor time, and megabytes of memory."""

    seconds: int
    megabytes: int


REQUEST, TASK = Limits(10, 500), Limits(120, 1000)
_limits: ContextVar[Limits] = ContextVar("limits", default=TASK)


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """What is read meanwhile, by this thread, is read within these limits."""
    before = _limits.set(limits)
    try:
        yield
    finally:
        _limits.reset(before)


def present() -> Limits:
    return _limits.get()
