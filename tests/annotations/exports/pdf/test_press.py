"""Pages laid out side by side: in order, only a few ahead, and no process outlives who wanted them."""

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

try:
    from annotations.exports.pdf import press
except OSError:
    pytest.skip("WeasyPrint's libraries are not on this machine", allow_module_level=True)

# A program that has pages laid out without end, and names the processes that do it.
PRESSING = """
import itertools, multiprocessing
from annotations.exports.pdf.press import press

if __name__ == "__main__":
    for sheets in press(itertools.repeat("<p>甲"), ""):
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""


def leaves(count):
    return (f'<p id="place{number}">第{number}页' for number in range(count))


def test_pages_come_in_their_order():
    found = list(press.press(leaves(7), ""))
    assert [list(sheets.places) for sheets in found] == [[f"place{number}"] for number in range(7)]
    assert all(sheets.file.startswith(b"%PDF") and sheets.pages == 1 for sheets in found)


def test_one_page_starts_no_process(monkeypatch):
    monkeypatch.setattr(press, "ProcessPoolExecutor", None)
    assert len(list(press.press(leaves(1), ""))) == 1
    assert list(press.press(leaves(0), "")) == []


def test_only_a_few_pages_are_taken_ahead(monkeypatch):
    monkeypatch.setenv("QUANDIAN_PDF_PROCESSES", "1")
    coming = leaves(50)
    pressed = press.press(coming, "")
    next(pressed)
    assert len(list(coming)) == 47
    pressed.close()


def test_who_stops_asking_leaves_no_process_behind():
    def cancelled():
        yield from leaves(3)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(press.press(cancelled(), ""))
    assert multiprocessing.active_children() == []


def test_who_waits_for_pages_can_be_stopped(monkeypatch):
    def cancelled():
        raise InterruptedError

    monkeypatch.setattr(press, "PATIENCE", 0.01)
    with pytest.raises(InterruptedError):
        list(press.press(leaves(2), "", cancelled))
    assert multiprocessing.active_children() == []


def test_processes_end_with_a_parent_that_is_killed(tmp_path):
    script = tmp_path / "pressing.py"
    script.write_text(PRESSING, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env={"PYTHONPATH": "."}) as parent:
        presses = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()
    assert presses
    deadline = time.monotonic() + 20
    while working := [pid for pid in presses if _works(pid)]:
        assert time.monotonic() < deadline, working
        time.sleep(0.1)


def _works(pid):
    """Whether the process is there, and not only waits for somebody to take note of its end."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or ") Z " not in status.read_text(encoding="utf-8")


def test_how_many_work_may_be_set(monkeypatch):
    monkeypatch.setenv("QUANDIAN_PDF_PROCESSES", "3")
    assert press.processes() == 3
    monkeypatch.delenv("QUANDIAN_PDF_PROCESSES")
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    assert press.processes() == press.MOST
