"""The process beside the server, with a small script in manage.py's place."""

import os
import threading
import time

import pytest

from reader.server import background

PATIENCE = 10


@pytest.fixture
def log(tmp_path, monkeypatch):
    """What the started processes write, a line for each start."""
    script, log = tmp_path / "manage.py", tmp_path / "log"
    script.write_text(
        "import signal, sys, time\n"
        f"with open({str(log)!r}, 'a') as log: log.write(sys.argv[1] + '\\n')\n"
        "if sys.argv[1] == 'deaf': signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "if sys.argv[1] == 'deaf':\n"
        f"    with open({str(log)!r}, 'a') as log: log.write('ready\\n')\n"
        "if sys.argv[1] in ('deaf', 'stay'): time.sleep(60)\n"
    )
    log.touch()
    monkeypatch.setattr(background, "MANAGE", script)
    return log


def _until(log, lines):
    end = time.monotonic() + PATIENCE
    while log.read_text().splitlines()[: len(lines)] != lines:
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.02)


def test_a_process_that_ends_is_started_again(log):
    worker = background.Worker("work", pause=0)
    worker.start()
    _until(log, ["work", "work", "work"])
    worker.stop()


def test_stopping_ends_the_process_and_starts_no_other(log):
    worker = background.Worker("stay", pause=0)
    worker.start()
    _until(log, ["stay"])
    worker.stop()
    worker._thread.join(PATIENCE)
    assert not worker._thread.is_alive()
    assert log.read_text() == "stay\n"


def test_a_process_that_does_not_stop_is_ended(log):
    worker = background.Worker("deaf", pause=0)
    worker.start()
    _until(log, ["deaf", "ready"])
    worker.stop(patience=0.1)
    worker._thread.join(PATIENCE)
    assert not worker._thread.is_alive()


def test_the_server_forks_only_when_the_process_has_started(log, monkeypatch):
    order, starting, popen = [], threading.Event(), background.subprocess.Popen

    def slowly(*args, **options):
        starting.set()
        time.sleep(0.2)
        order.append("started")
        return popen(*args, **options)

    monkeypatch.setattr(background.subprocess, "Popen", slowly)
    worker = background.Worker("stay")
    worker.start()
    starting.wait(PATIENCE)
    child = os.fork()
    if not child:
        os._exit(0)
    order.append("forked")
    os.waitpid(child, 0)
    worker.stop()
    assert order == ["started", "forked"]


def test_stopping_before_anything_started_is_nothing():
    background.Worker().stop()
