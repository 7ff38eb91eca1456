"""Calls in child processes: what comes back, what is ended, and that nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from reader.extraction import ExtractionError, extract
from reader.sandbox import Limits, asking, bounded, calling, limited

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30


def whose(number):
    return os.getpid(), number


def hold(megabytes):
    return len(bytearray(megabytes * 2**20))


def spin():
    while True:
        pass


def end(by):
    os.kill(os.getpid(), by)


def fail():
    raise LookupError("没有这一页")


def refused(*call):
    with pytest.raises(ExtractionError) as caught:
        bounded(*call)
    return caught.value


def gone(process):
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()[:1] in ("", "Z")


def until(true):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_the_value_comes_from_another_process():
    process, number = bounded(whose, 7)
    assert (process != os.getpid(), number) == (True, 7)


def test_small_calls_are_answered_by_one_child():
    assert bounded(whose, 1)[0] == bounded(whose, 2)[0]


def test_a_child_that_has_grown_is_not_asked_again():
    first, _ = bounded(whose, 1)
    bounded(hold, 100)
    assert bounded(whose, 2)[0] != first


def test_an_exception_is_raised_here_and_tells_where_it_came_from():
    with pytest.raises(LookupError, match="没有这一页") as caught:
        bounded(fail)
    assert "in fail" in caught.value.__notes__[0]


def test_a_refusal_keeps_its_code_and_text():
    caught = refused(extract, "<html><body><a>登录</a></body></html>".encode())
    assert (caught.code, caught.text) == ("no_article", "登录")


def test_what_takes_too_long_is_ended():
    with limited(Limits(1, 500)):
        error = refused(spin)
    assert str(error) == "读这份文件要花的时间太长（最多 1 秒），没有收取。"


def test_a_child_asked_often_has_its_time_for_each_call():
    with limited(Limits(1, 500)):
        for _ in range(3):
            began = time.process_time()
            with suppress(ExtractionError):
                bounded(time.sleep, 0.01)
            assert time.process_time() - began < 1
        assert bounded(whose, 1)


def test_what_waits_for_ever_is_ended_too(monkeypatch):
    monkeypatch.setattr(calling, "PATIENCE", 0.5)
    child, _ = bounded(whose, 1)
    with limited(Limits(1, 500)):
        assert refused(time.sleep, 600).code == "slow"
    until(lambda: gone(child))


def test_what_takes_too_much_memory_is_refused():
    with limited(Limits(10, 200)):
        assert str(refused(hold, 300)) == "读这份文件要用的内存太多（最多 200 MB），没有收取。"
        assert bounded(hold, 50) == 50 * 2**20


@pytest.mark.parametrize(("by", "code"), [(signal.SIGSEGV, "broken"), (signal.SIGABRT, "heavy")])
def test_what_brings_its_child_down_is_refused(by, code):
    assert refused(end, by).code == code
    assert bounded(whose, 1)


def test_a_child_that_died_while_it_waited_is_not_missed():
    child, _ = bounded(whose, 1)
    os.kill(child, signal.SIGKILL)
    until(lambda: gone(child))
    assert bounded(whose, 2)[0] != child


def test_the_process_that_forks_is_replaced_when_it_dies():
    bounded(whose, 1)
    _, forker = asking._line[0]
    forker.kill()
    forker.wait()
    assert bounded(whose, 2)[1] == 2


def test_many_threads_ask_at_once():
    with ThreadPoolExecutor(8) as pool:
        assert [number for _, number in pool.map(lambda n: bounded(whose, n), range(40))] == list(range(40))


def test_who_is_forked_asks_by_the_same_line_and_not_the_same_child():
    child, _ = bounded(whose, 1)
    reading, writing = os.pipe()
    if not os.fork():
        os.write(writing, str(bounded(whose, 2)[0]).encode())
        os._exit(0)
    os.wait()
    assert int(os.read(reading, 20)) != child
    assert bounded(whose, 3)[0] == child


ASKING = """
import os, sys, threading, time
from reader.sandbox import asking, bounded
from tests.reader.sandbox import test_bounded
child, _ = bounded(test_bounded.whose, 1)
threading.Thread(target=bounded, args=[{call}], daemon=True).start()
time.sleep(0.1)
print(asking._line[0][1].pid, child, flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("call", ["test_bounded.whose, 2", "test_bounded.spin", "time.sleep, 600"])
@pytest.mark.parametrize("killed", ["asker", "forker"])
def test_nothing_is_left_of_a_killed_process(call, killed):
    """Whether the child waits, computes or sleeps."""
    command = [sys.executable, "-c", ASKING.format(call=call)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as asker:
        forker, child = map(int, asker.stdout.readline().split())
        os.kill(asker.pid if killed == "asker" else forker, signal.SIGKILL)
        until(lambda: gone(forker) and gone(child))
        asker.kill()
