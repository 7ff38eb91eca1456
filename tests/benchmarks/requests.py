"""How much processor time each request costs the server, beside a bare Django view in the same run, and the goals.

Run: python tests/benchmarks/requests.py [REQUESTS]. Real gunicorn as `make run` starts it; one client asks one thing
after the other on one connection. The time is the workers' own, user and system, as the kernel counts it: a busy
machine changes it little, and the ratio to the bare view least.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx

# This folder has a file of the name of a library.
sys.path.remove(str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.product import ROOT, Scene, environment, free_port, inside, prepare, served

TICK = 1000 / os.sysconf("SC_CLK_TCK")
TEXT = "街巷的好坏\n\n" + "\n\n".join(
    f"{'一二三四五六七八九十'[number % 10]}是住在里面的人最清楚，出门就能歇脚才算好街巷。" * 3 for number in range(40)
)
# Runs inside the product: the library of 50, with themes and progress, and 30 marks on the article.
FILLED = """
import sys, django
django.setup()
from uuid import uuid4
from annotations.marks import editing
from annotations.marks.mark import Mark
from annotations.models import Theme
from reader.articles import queries
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Membership, Project
text = sys.stdin.buffer.read().decode()
project, membership = Project.objects.get(), Membership.objects.get()
for number in range(49):
    changed = text.replace("街巷", f"街巷{number}").replace("出门", f"第{number}处出门")
    import_capture(project, membership.user, Capture(changed.encode(), filename=f"{number}.txt"))
themes = [Theme.objects.create(project=project, name=f"主题{number}").pk for number in range(8)]
article = queries.article_alone(project, ARTICLE)
whole = article.version.text
for number in range(30):
    start = 20 + 40 * number
    place = (article.version_id, start, start + 8, whole[start : start + 8])
    around = (whole[max(0, start - 32) : start], whole[start + 8 : start + 40])
    editing.put(membership, uuid4(), article, Mark(*place, *around, "批注", (themes[number % 8],)), None)
"""
PAGES = {
    "notes": "notes/",
    "codebook": "codebook/",
    "one theme": "themes/1/",
    "capture": "capture/",
    "batches": "batches/",
    "exports": "exports/",
    "settings": "settings/",
    "suggestions": "suggestions/",
    "terms": "terms/",
    "import": "import/",
    "unplaced": "unplaced/",
    "bin": "bin/",
    "choices": "choices/",
}


@dataclass(frozen=True)
class Asked:
    """A kind of request, the goal in milliseconds, and how it is made."""

    name: str
    goal: float | None
    ask: Callable[[httpx.Client], httpx.Response]


def kinds(scene: Scene) -> list[Asked]:
    here, api = f"/projects/{scene.project}/", f"/api/projects/{scene.project}/"
    article = f"articles/{scene.article}/"

    def mark(client: httpx.Client) -> httpx.Response:
        return client.put(f"{api}highlights/{uuid4()}", json=scene.mark(40, note="一处"))

    def get(name: str, path: str, goal: float) -> Asked:
        return Asked(name, goal, lambda client: client.get(path))

    return [
        get("article page", here + article, 12),
        get("desk API", f"{api}{article}desk", 8),
        get("library of 50", here, 20),
        get("record", f"{here}{article}record/", 30),
        *(get(name, here + path, 30) for name, path in PAGES.items()),
        get("projects", "/projects/", 30),
        # Last, for what it makes would lengthen the others.
        Asked("creating a mark", 6, mark),
    ]


def workers(port: int) -> list[int]:
    """The processes that listen on the port but for the one that started them."""
    listed = subprocess.run(["pgrep", "-f", f"127.0.0.1:{port}"], capture_output=True, text=True, check=True)
    return sorted(map(int, listed.stdout.split()))[1:]


def spent(processes: list[int]) -> float:
    """Milliseconds of processor, all threads together."""
    ticks = 0
    for process in processes:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks * TICK


def measure(
    client: httpx.Client, processes: list[int], ask: Callable[[httpx.Client], httpx.Response], count: int
) -> float:
    """Milliseconds of processor for one."""
    for _ in range(12):
        answer = ask(client)
        assert answer.status_code in (200, 201), (answer.status_code, answer.text[:300])
    before = spent(processes)
    for _ in range(count):
        ask(client)
    return (spent(processes) - before) / count


@contextmanager
def bare() -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "tests.benchmarks.bare:application", "-b", f"127.0.0.1:{port}"]
    options = ["--workers", "2", "--threads", "4", "--no-control-socket"]
    server = subprocess.Popen([*command, *options], cwd=ROOT, stderr=subprocess.DEVNULL)
    time.sleep(3)
    try:
        yield port
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with bare() as port, httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        unit = measure(client, workers(port), lambda client: client.get("/"), 5 * count)
    print(f"{'request':20}{'ms of processor':>16}{'goal':>6}{'× bare':>8}")
    print(f"{'a bare view':20}{unit:16.2f}{'':6}{1:8.1f}", flush=True)
    with tempfile.TemporaryDirectory(prefix="quandian-requests-") as data:
        environ = environment(Path(data))
        scene = prepare(environ, TEXT, static=True)
        inside(environ, FILLED.replace("ARTICLE", str(scene.article)), TEXT.encode())
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        with (
            served(environ, port),
            httpx.Client(base_url=address, cookies=scene.cookies, headers=scene.headers) as client,
        ):
            processes = workers(port)
            for kind in kinds(scene):
                cost = measure(client, processes, kind.ask, count)
                print(f"{kind.name:20}{cost:16.1f}{kind.goal or '':>6}{cost / unit:8.1f}", flush=True)


if __name__ == "__main__":
    main()
