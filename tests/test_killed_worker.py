"""A worker that is killed in the middle of a batch: another takes over, and every item ends once."""

import json
import os
import signal
import subprocess
import time

from tests.product import environment, free_port, inside, kill, prepare, serve

# Inside the product: a batch whose worker is killed while an item runs. Time is put back instead of waited for.
STORY = """
import json, signal, subprocess, sys, time
import django
django.setup()
from django.utils import timezone
from datetime import timedelta
from django.contrib.auth.models import User
from reader.capture import batches as batching
from reader.cleaning.captures import Capture
from reader.models import Article, BatchItem, Project

def until(true):
    end = time.monotonic() + 120
    while not true():
        assert time.monotonic() < end, states()
        time.sleep(0.02)

def states():
    return list(BatchItem.objects.order_by("position").values_list("state", flat=True))

def worker():
    return subprocess.Popen([sys.executable, "manage.py", "runtasks"], stderr=subprocess.DEVNULL)

def capture(number):
    rows = "".join(f"<p>第{number}条街的第{row}户，也说出门就能歇脚才算好街巷。</p>" for row in range(1500))
    return Capture(f"<html><h1>第{number}条街</h1><div>{rows}</div></html>".encode(), filename=f"{number}.html")

captures = [capture(number) for number in range(4)]
batching.start(Project.objects.get(), User.objects.get(), captures)
first = worker()
until(lambda: "done" in states() and "running" in states())
first.send_signal(signal.SIGKILL)
first.wait()
killed = states()
BatchItem.objects.filter(state="running").update(touched=timezone.now() - timedelta(hours=1))
second = worker()
until(lambda: not {"waiting", "running"} & set(states()))
second.terminate()
second.wait()
told = [item.article.title for item in BatchItem.objects.order_by("position")]
print(json.dumps([killed, states(), told, Article.objects.count()]))
"""


def test_every_item_of_the_batch_ends_once(tmp_path):
    environ = environment(tmp_path)
    environ.pop("DATABASE_URL", None)
    prepare(environ, "街巷的好坏\n\n住在里面的人最清楚，出门就能歇脚才算好街巷。")
    killed, states, titles, articles = json.loads(inside(environ, STORY))
    assert "running" in killed
    assert states == ["done"] * 4
    assert titles == [f"第{at}条街" for at in range(4)]
    assert articles == 1 + 4


def _children(process):
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    beside = ("runtasks", "reader.sandbox.forker")
    return {int(line.split()[0]) for line in listed.stdout.splitlines() if any(name in line for name in beside)}


def _until(true):
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def _ended(process):
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()[:1] in ("", "Z")


def test_a_killed_server_takes_what_runs_beside_it_with_it(tmp_path):
    environ = environment(tmp_path)
    environ.pop("DATABASE_URL", None)
    prepare(environ, "街巷的好坏\n\n住在里面的人最清楚，出门就能歇脚才算好街巷。")
    server = serve(environ, free_port())
    try:
        _until(lambda: len(_children(server.pid)) == 2)
        workers = _children(server.pid)
        os.kill(server.pid, signal.SIGKILL)
        _until(lambda: all(map(_ended, workers)))
    finally:
        kill(server)
