"""A request while it arrives: gathered by the server's loop, then read by gunicorn's parser like a socket."""

import re
import time
from socket import socket
from tempfile import SpooledTemporaryFile

# Bytes of a request's head, and of a body that is kept in memory.
HEAD = 64 * 1024
MEMORY = 64 * 1024
# Seconds for a head; for a body besides what the slowest line that is waited for takes, in bytes a second.
PATIENCE = 10
SLOWEST = 16 * 1024

_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)


class Gone(Exception):
    """The client closed the connection before its request was whole."""


class TooLarge(Exception):
    """A head of more than HEAD bytes."""


class Arriving:
    """One request after the other on one connection. `limit` is the largest body that is waited for."""

    def __init__(self, sock: socket, limit: int) -> None:
        self._sock, self._limit = sock, limit
        self._file = SpooledTemporaryFile(MEMORY)  # noqa: SIM115
        self.start()

    def start(self) -> None:
        """Wait for the next request, the one before being answered."""
        self.deadline = time.monotonic() + PATIENCE
        self.length = 0
        self._head = bytearray()
        self._missing: int | None = None
        self._file.close()
        self._file = SpooledTemporaryFile(MEMORY)  # noqa: SIM115

    @property
    def begun(self) -> bool:
        return bool(self._head)

    @property
    def surplus(self) -> bool:
        """More came than the request declared: a next one sent ahead, or rubbish."""
        return (self._missing or 0) < 0

    def gather(self) -> bool:
        """Take what is there; True when the request is whole."""
        try:
            data = self._sock.recv(MEMORY)
        except BlockingIOError:
            return False
        if not data:
            raise Gone
        self._file.write(data)
        if self._missing is None:
            self._take_head(data)
        else:
            self._missing -= len(data)
        if self._missing is None or self._missing > 0:
            return False
        self._file.seek(0)
        return True

    def recv(self, size: int) -> bytes:
        """What gunicorn's parser asks for; nothing is left when it has read what arrived."""
        return self._file.read(size)

    def end(self, patience: float) -> None:
        """Let go of what arrived; nothing more is waited for than so many seconds for the client to close."""
        self._file.close()
        self.length = 0
        self.deadline = time.monotonic() + patience

    def _take_head(self, data: bytes) -> None:
        self._head += data
        end = self._head.find(_END)
        if end < 0:
            if len(self._head) > HEAD:
                raise TooLarge
            return
        self.length = self._declared(self._head[: end + 2])
        self._missing = self.length - (len(self._head) - end - len(_END))
        self.deadline = time.monotonic() + PATIENCE + self.length / SLOWEST
        if self._missing > 0 and _EXPECTS.search(self._head, 0, end + 2):
            self._sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _declared(self, head: bytearray) -> int:
        """The body's bytes; 0 for one that is too large, which the product refuses unread. What comes in chunks Django
        does not read."""
        found = _LENGTH.search(head)
        length = int(found[1]) if found else 0
        return length if length <= self._limit else 0
