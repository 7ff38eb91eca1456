"""How many marks a second the product keeps, by database and its durability, and how long one takes.

Run: python tests/benchmarks/saving.py [MARKS]. Real gunicorn as `make run` starts it, on this machine's disk; every
client keeps one connection and sends one PUT after the other, each creating a mark and its event.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from uuid import uuid4

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.postgres import postgres
from tests.product import Scene, environment, free_port, prepare, served

TEXT = "街巷的好坏\n\n" + "住在里面的人最清楚，出门就能歇脚才算好街巷。" * 40
CLIENTS = (1, 8)
WARM = 8


RELAXED = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.normal_settings"}
LAZY = "?options=-c%20synchronous_commit%3Doff"
SURVIVES, LOSES = "survives a power cut", "a power cut may take the last"


def installations() -> Iterator[tuple[dict[str, str], dict[str, dict[str, str]]]]:
    """For each database how to set it up, and how it is run, by what that means for an acknowledged mark."""
    runs = {f"SQLite, synchronous=FULL (as run): {SURVIVES}": {}, f"SQLite, synchronous=NORMAL: {LOSES}": RELAXED}
    yield RELAXED, runs
    with postgres(durability="") as url:
        runs = {
            f"PostgreSQL, fsync, synchronous_commit=on: {SURVIVES}": {"DATABASE_URL": url},
            f"PostgreSQL, synchronous_commit=off: {LOSES}": {"DATABASE_URL": url + LAZY},
        }
        yield {"DATABASE_URL": url}, runs


def put(scene: Scene, port: int, numbers: range) -> list[float]:
    """Create the marks one after the other; the seconds each took."""
    times = []
    address = f"http://127.0.0.1:{port}/api/projects/{scene.project}/highlights"
    with httpx.Client(cookies=scene.cookies, headers=scene.headers, timeout=60) as client:
        for number in numbers:
            began = time.perf_counter()
            answer = client.put(f"{address}/{uuid4()}", json=scene.mark(number % 400, note=f"第 {number} 处"))
            times.append(time.perf_counter() - began)
            assert answer.status_code == 201, answer.text
    return times


def measured(scene: Scene, port: int, clients: int, marks: int) -> str:
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        parts = pool.map(lambda number: put(scene, port, range(number, marks, clients)), range(clients))
        times = [seconds for part in parts for seconds in part]
    rate, cuts = len(times) / (time.perf_counter() - began), quantiles(times, n=20)
    return f"{clients:8}{rate:12.1f}{1000 * cuts[9]:10.1f}{1000 * cuts[18]:10.1f}"


def main() -> None:
    marks = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    print(f"{'database':68}{'clients':>8}{'creates/s':>12}{'p50, ms':>10}{'p95, ms':>10}")
    for setting_up, runs in installations():
        with tempfile.TemporaryDirectory(prefix="quandian-saving-") as data:
            scene = prepare(environment(Path(data), **setting_up), TEXT)
            for name, changes in runs.items():
                port = free_port()
                with served(environment(Path(data), **changes), port):
                    put(scene, port, range(WARM))
                    for clients in CLIENTS:
                        print(f"{name:68}{measured(scene, port, clients, marks)}", flush=True)


if __name__ == "__main__":
    main()
