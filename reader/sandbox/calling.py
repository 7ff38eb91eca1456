"""Calling a function in a child process, from a process that goes on whatever becomes of the child."""

import pickle
import signal
import socket
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from reader.extraction import ExtractionError
from reader.sandbox import asking
from reader.sandbox.answer import Answer
from reader.sandbox.limits import Limits, present

P = ParamSpec("P")
T = TypeVar("T")

# A child that gets little of a busy machine's processor is waited for so many times its limit.
PATIENCE = 3
# What the system ends a child with: one that has used up its time; one that asked for memory where there was none.
_LATE, _FULL = {signal.SIGXCPU}, {0, signal.SIGABRT, signal.SIGKILL}


def bounded(function: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """What the function of a module returns or raises, called in a child within the present limits; ExtractionError
    slow or heavy where it meets one, broken where it brings the child down."""
    limits = present()
    until = time.monotonic() + PATIENCE * limits.seconds
    try:
        line, said = _asked(pickle.dumps((function, args, options, limits)), until)
    except (TimeoutError, asking.Died) as error:
        raise _refused(error, limits) from error
    answer: Answer = pickle.loads(said)  # noqa: S301  (a child of our own wrote it)
    if answer.again:
        asking.keep(line)
    else:
        line.close()
    if isinstance(answer.raised, MemoryError):
        raise _heavy(limits)
    if answer.raised:
        raise answer.raised
    return answer.value


def _asked(message: bytes, until: float) -> tuple[socket.socket, bytes]:
    """A child's line and its answer. One that is gone and nobody knows why may have gone with the process that forked
    it: another is asked, once."""
    try:
        return _answered(message, until)
    except asking.Died as error:
        if error.by:
            raise
        return _answered(message, until)


def _answered(message: bytes, until: float) -> tuple[socket.socket, bytes]:
    line = asking.child()
    try:
        return line, asking.ask(line, message, until)
    except BaseException:
        line.close()
        raise


def _refused(error: Exception, limits: Limits) -> ExtractionError:
    if isinstance(error, TimeoutError) or (isinstance(error, asking.Died) and error.by in _LATE):
        return ExtractionError("slow", {"seconds": limits.seconds})
    return _heavy(limits) if isinstance(error, asking.Died) and error.by in _FULL else ExtractionError("broken")


def _heavy(limits: Limits) -> ExtractionError:
    return ExtractionError("heavy", {"megabytes": limits.megabytes})
