"""A program that forks a child for each call: `forker.py LINE MODULE…`. On its line come the ends of pipes, one
for each child; when everybody who held the other end of the line is gone, it ends, and its children with it.

It has one thread and runs nothing that strangers sent, so that forking it is safe and every child begins the same.
"""

import gc
import os
import select
import signal
import socket
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module

from reader.sandbox.child import run


class Forker:
    """`calls` are the ends of the pipes on which children answer, by the child's process id."""

    def __init__(self, line: socket.socket) -> None:
        self._line, self._own = line, os.getpid()
        self._calls: dict[int, socket.socket] = {}
        self._poll = select.poll()
        self._poll.register(line, select.POLLIN)
        self._died, writing = os.pipe()
        os.set_blocking(self._died, False)
        os.set_blocking(writing, False)
        self._poll.register(self._died, select.POLLIN)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def serve(self) -> None:
        while True:
            for number, _ in self._poll.poll():
                if number == self._line.fileno():
                    if not self._take():
                        return
                elif number == self._died:
                    self._bury()
                else:
                    self._end(number)

    def _take(self) -> bool:
        """Fork a child for the call that came; False when none will come any more."""
        said, ends, _, _ = socket.recv_fds(self._line, 1, 1)
        if not said:
            return False
        for number in ends:
            call = socket.socket(fileno=number)
            if not (child := os.fork()):
                self._become_child(call)
            self._calls[child] = call
            # A hang-up is told in any case, and nothing else is waited for.
            self._poll.register(call, 0)
        return True

    def _become_child(self, call: socket.socket) -> None:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for other in (self._line, *self._calls.values()):
            other.close()
        run(call, self._own)

    def end(self) -> None:
        for child in self._calls:
            os.kill(child, signal.SIGKILL)

    def _end(self, number: int) -> None:
        """Nobody listens to the call of this number: its child need not go on."""
        child = next((child for child, call in self._calls.items() if call.fileno() == number), None)
        self._poll.unregister(number)
        if child:
            os.kill(child, signal.SIGKILL)

    def _bury(self) -> None:
        """Say how the children that died did."""
        os.read(self._died, 512)
        while True:
            try:
                child, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not child:
                return
            call = self._calls.pop(child)
            with suppress(KeyError):
                self._poll.unregister(call)
            with call, suppress(OSError):
                call.setblocking(False)
                call.send(bytes([os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)]))


def main(line: int, modules: Iterable[str]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for module in modules:
        import_module(module)
    gc.collect()
    gc.freeze()
    forker = Forker(socket.socket(fileno=line))
    try:
        forker.serve()
    finally:
        forker.end()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
