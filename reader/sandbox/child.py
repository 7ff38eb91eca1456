"""In the child: limits first, then the call, then the answer; and the next call, as long as that stays small."""

import ctypes
import os
import pickle
import resource
import signal
import socket
import sys
import traceback
from collections.abc import Iterator
from math import ceil
from typing import Any, NoReturn

from reader.sandbox.answer import Answer
from reader.sandbox.asking import SIZE
from reader.sandbox.limits import Limits

# A child that has grown by so much, or was called so often, makes room for a fresh one.
GROWN, CALLS = 64 * 2**20, 100
_PARENT_DEATH_SIGNAL = 1
_CHUNK = 2**18
# In these units the system tells how large a process has been.
_UNIT = 1 if sys.platform == "darwin" else 2**10
# Loaded before children are forked.
_prctl = getattr(ctypes.CDLL(None), "prctl", None)


def run(line: socket.socket, parent: int) -> NoReturn:
    """Answer calls until nobody has any. Never returns: what the forker has to tidy is not the child's."""
    try:
        _end_with(parent)
        _serve(line)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _serve(line: socket.socket) -> None:
    begun = _size()
    for number, (function, args, options, limits) in enumerate(_calls(line), 1):
        _hold(limits)
        said = _answered(function, args, options, lambda n=number: n < CALLS and _size() - begun < GROWN)
        line.sendall(SIZE.pack(len(said)) + said)


def _end_with(parent: int) -> None:
    """Die when the forker does: where the system can see to that, at once; elsewhere when the line is closed, or its
    time runs out."""
    if _prctl and sys.platform == "linux":
        _prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _size() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def _hold(limits: Limits) -> None:
    """So much more time, and so much memory: RLIMIT_DATA counts what was there before, too. macOS does not keep to it,
    and holds by time alone."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(_used()) + limits.seconds, most))
    resource.setrlimit(resource.RLIMIT_DATA, (limits.megabytes * 2**20, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _answered(function: Any, args: Any, options: Any, again: Any) -> bytes:
    try:
        value = function(*args, **options)
        return pickle.dumps(Answer(value, again=again()), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps(Answer(raised=MemoryError(), again=False))
    except Exception as error:
        error.add_note(traceback.format_exc())
        return pickle.dumps(Answer(raised=error, again=again()))


def _calls(line: socket.socket) -> Iterator[Any]:
    """The calls that come, until the line is closed."""
    while head := _received(line, SIZE.size):
        yield pickle.loads(_received(line, *SIZE.unpack(head)))  # noqa: S301  (they come from our own process)


def _received(line: socket.socket, size: int) -> bytes:
    held = bytearray()
    while len(held) < size and (piece := line.recv(min(size - len(held), _CHUNK))):
        held += piece
    return bytes(held)
