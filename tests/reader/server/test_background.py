"""The process beside the server, with a small script in manage.py's place."""

import os
import subprocess
import sys
import threading
import time

import pytest

from reader.server import background

PATIENCE = 10
ROOT = background.MANAGE.parent


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


# A server that starts what ends with it, and then only waits. What it starts says that it is there, and how it ends.
SERVER = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2]], start_new_session=True)
time.sleep(60)
"""
BESIDE = """
import os, signal, sys, time
from reader.server import background
def told(word):
    with open(sys.argv[1], "a") as log: log.write(word + "\\n")
def ended(*_):
    told("asked to end")
    if {polite}: sys.exit()
signal.signal(signal.SIGTERM, ended)
server = os.getppid()
told(str(os.getpid()))
if {late}:
    while os.getppid() == server: time.sleep(0.01)
background.end_with(server, patience=0.2)
end = time.monotonic() + 60
while time.monotonic() < end: pass
"""


@pytest.mark.parametrize(("polite", "late"), [(True, False), (False, False), (True, True), (False, True)])
def test_what_runs_beside_a_killed_server_ends(tmp_path, polite, late):
    """Whether it heeds the signal or is busy, and whether the server dies before or after it looks."""
    log = tmp_path / "log"
    log.touch()
    code = BESIDE.format(polite=polite, late=late)
    server = subprocess.Popen([sys.executable, "-c", SERVER, code, str(log)], cwd=ROOT)
    while not log.read_text().endswith("\n"):
        time.sleep(0.02)
    beside = int(log.read_text())
    server.kill()
    server.wait()
    end = time.monotonic() + PATIENCE
    while _runs(beside):
        assert time.monotonic() < end
        time.sleep(0.02)
    assert log.read_text().splitlines()[1:] == ["asked to end"]


def _runs(process):
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()[:1] not in ("", "Z")


def test_stopping_before_anything_started_is_nothing():
    background.Worker().stop()
