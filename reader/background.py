"""Beside the web server: one process that runs queued tasks, started, replaced when it ends, and stopped with it."""

import subprocess
import sys
import threading
from pathlib import Path

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"
# Replaced after so many tasks, so that no leak grows for ever; finished tasks are forgotten at the same time.
COMMANDS = (
    ("prune_db_task_results", "--queue-name", "*", "--min-age-days", "7", "--verbosity", "0"),
    ("db_worker", "--queue-name", "*", "--max-tasks", "500", "--no-startup-delay", "--no-reload"),
)
# Seconds between two starts, and how long a task may go on when the server stops.
PAUSE = 2
PATIENCE = 20


class Worker:
    """Keeps the process alive from a thread of the server's, which must not wait for it itself."""

    def __init__(self, commands: tuple[tuple[str, ...], ...] = COMMANDS, pause: float = PAUSE) -> None:
        self._commands, self._pause = commands, pause
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
            for command in self._commands:
                self._run(command)
            self._stopping.wait(self._pause)

    def _run(self, command: tuple[str, ...]) -> None:
        with self._starting:
            if self._stopping.is_set():
                return
            # A session of its own: Ctrl-C in the terminal reaches the server alone, which then stops this once.
            self._process = subprocess.Popen([sys.executable, MANAGE, *command], start_new_session=True)  # noqa: S603
        self._process.wait()
