"""Calling a function in a child process, from a process that goes on whatever becomes of the child."""

import pickle
import signal
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
    line = asking.child()
    try:
        said = asking.ask(line, pickle.dumps((function, args, options, limits)), until)
    except BaseException as error:
        line.close()
        if isinstance(error, TimeoutError | asking.Died):
            raise _refused(error, limits) from error
        raise
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


def _refused(error: Exception, limits: Limits) -> ExtractionError:
    if isinstance(error, TimeoutError) or (isinstance(error, asking.Died) and error.by in _LATE):
        return ExtractionError("slow", {"seconds": limits.seconds})
    return _heavy(limits) if isinstance(error, asking.Died) and error.by in _FULL else ExtractionError("broken")


def _heavy(limits: Limits) -> ExtractionError:
    return ExtractionError("heavy", {"megabytes": limits.megabytes})
