"""Children that answer, and the line to the process that forks them: one for all who were forked from whoever started
it."""

import os
import socket
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What reading needs, loaded once where children are forked from; the apps built on this one name theirs.
_warm = ["reader.sandbox.warming", "reader.cleaning.safe_original"]
# So many children wait for this process' next call; each holds some 20 MB of its own.
MOST_IDLE = 1
SIZE = struct.Struct("!Q")
_CHUNK = 2**18
_starting = threading.Lock()
# The line, and the process, which is kept in mind as long as it is used.
_line: list[tuple[socket.socket, subprocess.Popen[bytes]]] = []
_idle: list[socket.socket] = []


class Died(Exception):
    """The child ended without an answer, by this signal; by 0 where nobody knows."""

    def __init__(self, by: int) -> None:
        super().__init__(by)
        self.by = by


def warm(module: str) -> None:
    """Have the module loaded where children are forked from."""
    _warm.append(module)


def start() -> None:
    """Start the process, if this one or the one it was forked from has not."""
    with _starting:
        if not _line:
            _line.append(_started())


def child() -> socket.socket:
    """The line to a child that waits for a call."""
    while True:
        try:
            line = _idle.pop()
        except IndexError:
            break
        if _waits(line):
            return line
        line.close()
    ours, theirs = socket.socketpair()
    with theirs:
        _hand_over(theirs)
    return ours


def _waits(line: socket.socket) -> bool:
    """Whether nothing has ended the child meanwhile: who waits says nothing."""
    line.setblocking(False)
    try:
        line.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return True
    except ConnectionResetError:
        return False
    return False


def keep(line: socket.socket) -> None:
    """The child may wait for the next call, if it is needed; it ends when its line is closed."""
    if len(_idle) < MOST_IDLE:
        _idle.append(line)
    else:
        line.close()


def ask(line: socket.socket, said: bytes, until: float) -> bytes:
    """What the child answers; Died, or TimeoutError where it is still at it at `until`, a time.monotonic() value."""
    line.settimeout(_left(until))
    with suppress(BrokenPipeError, ConnectionResetError):  # Why it went is told below.
        line.sendall(SIZE.pack(len(said)) + said)
    (size,) = SIZE.unpack(_received(line, SIZE.size, until))
    return _received(line, size, until)


def _received(line: socket.socket, size: int, until: float) -> bytes:
    """So many bytes; where there are fewer, the last is how the child ended."""
    held = bytearray()
    while len(held) < size:
        line.settimeout(_left(until))
        try:
            piece = line.recv(min(size - len(held), _CHUNK))
        except ConnectionResetError:
            piece = b""
        if not piece:
            raise Died(held[-1] if held else 0)
        held += piece
    return bytes(held)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _hand_over(end: socket.socket) -> None:
    """A process that has gone, for want of memory say, is replaced."""
    start()
    held = _line[0]
    try:
        socket.send_fds(held[0], [b"."], [end.fileno()])
    except (BrokenPipeError, ConnectionResetError):
        with _starting:
            if _line[0] is held:
                _line[:] = [_started()]
        socket.send_fds(_line[0][0], [b"."], [end.fileno()])


def _started() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """A session of its own: Ctrl-C in the terminal is not meant for it, which ends when this line does."""
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-m", "reader.sandbox.forker", str(theirs.fileno()), *_warm]
    with theirs:
        ends, nothing = [theirs.fileno()], subprocess.DEVNULL
        return ours, subprocess.Popen(command, cwd=ROOT, pass_fds=ends, stdin=nothing, start_new_session=True)  # noqa: S603


def _forget() -> None:
    """The children that waited are those of the process this one was forked from."""
    while _idle:
        _idle.pop().close()


os.register_at_fork(after_in_child=_forget)
