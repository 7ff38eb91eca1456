"""Beside the web server: one process that runs queued tasks, started, replaced when it ends, and stopped with it."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"
# Seconds between two starts, how long a task may go on when the server stops, and how often its death is looked for.
PAUSE = 2
PATIENCE = 20
LOOK = 1
# No worker of the server's is forked while the process starts: a copy of the pipe on which its start is told would
# stay open in the worker, and the thread would wait at it for ever.
_FORKING = threading.Lock()
os.register_at_fork(before=_FORKING.acquire, after_in_parent=_FORKING.release, after_in_child=_FORKING.release)


class Worker:
    """Keeps the process alive from a thread of the server's, which must not wait for it itself."""

    def __init__(self, command: str = "runtasks", pause: float = PAUSE) -> None:
        self._command, self._pause = command, pause
        self._stopping = threading.Event()
        self._starting = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep, name="background", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, patience: float = PATIENCE) -> None:
        """Let the running task end within `patience` seconds, then end it."""
        with self._starting:
            self._stopping.set()
            process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()

    def _keep(self) -> None:
        while not self._stopping.is_set():
            self._run()
            self._stopping.wait(self._pause)

    def _run(self) -> None:
        with self._starting:
            if self._stopping.is_set():
                return
            # A session of its own: Ctrl-C in the terminal reaches the server alone, which then stops this once.
            command = [sys.executable, str(MANAGE), self._command, "--beside", str(os.getpid())]
            with _FORKING:
                self._process = subprocess.Popen(command, start_new_session=True)  # noqa: S603
        self._process.wait()


def end_with(server: int, patience: float = PATIENCE) -> None:
    """In the process itself: stop when the server is gone, which a hard kill leaves no time to say."""

    def watch() -> None:
        while os.getppid() == server:
            time.sleep(LOOK)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(patience)
        os._exit(1)

    threading.Thread(target=watch, name="server watch", daemon=True).start()
