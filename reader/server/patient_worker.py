"""Gunicorn's worker with threads, whose threads get only requests that have arrived as a whole.

Gunicorn gives a connection to a thread at its first byte, and the thread then waits for the rest as long as the client
likes: as many half-sent requests as there are threads stop the site. Here the worker's own loop, which no client can
hold up, gathers every request; who sends too slowly is cut off. It overrides what all ways to a thread go through.
"""

import socket
import struct
import time
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from typing import Any

from django.conf import settings
from gunicorn.http import get_parser
from gunicorn.workers.gthread import TConn, ThreadWorker

from reader.server.arriving import MEMORY, Arriving, Gone, TooLarge

# Seconds in which a client must take some of what it is sent.
TAKING = 30
# Seconds for what a client still sends when it has its answer, which a connection closed at once would take along.
LINGER = 2
# Bodies over MEMORY that one worker gathers at a time.
LARGE = 20

_SHORT = b"Connection: close\r\nContent-Length: 0\r\n\r\n"
TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\n" + _SHORT
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\n" + _SHORT


class PatientWorker(ThreadWorker):
    """`arriving` holds the connections whose request is not whole yet, and those that are being closed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.arriving: set[TConn] = set()

    def enqueue_req(self, conn: TConn) -> None:
        """Called in the loop when a connection is new, or its next request begins."""
        if self.cfg.is_ssl:
            super().enqueue_req(conn)
            return
        if conn.parser is None:
            self._open(conn)
        else:
            conn.parser.unreader.sock.start()
        conn.sock.setblocking(False)
        self.arriving.add(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self._gather, conn))
        self._gather(conn, conn.sock)

    def finish_request(self, conn: TConn, fs: Any) -> None:
        """Called in the loop when a thread is done; gunicorn would wait in it for the client to close."""
        if self.cfg.is_ssl or (not fs.cancelled() and not fs.exception() and fs.result()):
            super().finish_request(conn, fs)
        else:
            self._linger(conn)

    def murder_pending(self) -> None:
        """Called every second: cut off who is late, and when stopping whoever has not begun."""
        super().murder_pending()
        now = time.monotonic()
        for conn in list(self.arriving):
            request = conn.parser.unreader.sock
            if request.deadline < now or not (self.alive or request.begun):
                self._close(conn)

    def _keepalive_after(self, conn: TConn, keepalive: bool) -> bool:
        """A request sent ahead of the answer is dropped with the connection, as HTTP allows: the client asks again."""
        if not self.cfg.is_ssl and conn.parser.unreader.sock.surplus:
            return False
        return super()._keepalive_after(conn, keepalive)

    def _open(self, conn: TConn) -> None:
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", TAKING, 0))
        request = Arriving(conn.sock, settings.REQUEST_LIMIT)
        conn.parser = get_parser(self.cfg, request, conn.client)
        # What gunicorn would do at the first byte is done.
        conn.initialized = conn.data_ready = True

    def _gather(self, conn: TConn, _sock: socket.socket) -> None:
        request = conn.parser.unreader.sock
        try:
            whole = request.gather()
        except TooLarge:
            self._refuse(conn, TOO_LARGE)
        except (Gone, OSError):
            self._close(conn)
        else:
            if whole:
                self._forget(conn)
                super().enqueue_req(conn)
            elif self._too_many(request):
                self._refuse(conn, BUSY)

    def _too_many(self, request: Arriving) -> bool:
        if request.length <= MEMORY:
            return False
        return sum(conn.parser.unreader.sock.length > MEMORY for conn in self.arriving) > LARGE

    def _refuse(self, conn: TConn, answer: bytes) -> None:
        self._forget(conn)
        with suppress(OSError):
            conn.sock.send(answer)
        self._linger(conn)

    def _linger(self, conn: TConn) -> None:
        conn.sock.setblocking(False)
        conn.parser.unreader.sock.end(LINGER)
        try:
            conn.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self._end(conn)
            return
        self.arriving.add(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self._drain, conn))

    def _drain(self, conn: TConn, sock: socket.socket) -> None:
        try:
            if not sock.recv(MEMORY):
                self._close(conn)
        except BlockingIOError:
            return
        except OSError:
            self._close(conn)

    def _forget(self, conn: TConn) -> None:
        self.arriving.discard(conn)
        self.poller.unregister(conn.sock)

    def _close(self, conn: TConn) -> None:
        self._forget(conn)
        self._end(conn)

    def _end(self, conn: TConn) -> None:
        self.nr_conns -= 1
        conn.parser.unreader.sock.end(0)
        conn.close()
