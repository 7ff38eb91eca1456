"""A server that is killed while marks come in: what it acknowledged is there, what is sent again is there once."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID, uuid4

import httpx
import psycopg2
import pytest

from tests.product import environment, free_port, inside, kill, prepare, serve

MARKS = 500
KILLS = (90, 210, 340)
CLIENTS = 8
TEXT = "街巷的好坏\n\n" + "住在里面的人最清楚，出门就能歇脚才算好街巷。" * 40
COUNT = """
import django
django.setup()
from annotations.models import Event, Highlight
made = Event.objects.filter(subject="highlight", action="create")
print(Highlight.objects.filter(deleted=None).count(), made.count())
"""


@contextmanager
def database():
    """A PostgreSQL database beside the one the tests use, when they use one; else SQLite in the data folder."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        yield {}
        return
    name = f"killed_{uuid4().hex[:12]}"
    server = psycopg2.connect(url)
    server.autocommit = True
    try:
        server.cursor().execute(f"CREATE DATABASE {name}")
        yield {"DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=f"/{name}"))}
        server.cursor().execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        server.close()


def send(scene, port, wanted, limit=None):
    """PUT the marks from several clients at once, each again until it is acknowledged or the line is dead.

    Returns the acknowledged ids; after `limit` of them, `reached` is called.
    """
    acknowledged, dead = [], Event()
    address = f"http://127.0.0.1:{port}/api/projects/{scene.project}/highlights"
    limit, reached = limit or (MARKS + 1, None)

    def work(ids):
        with httpx.Client(cookies=scene.cookies, headers=scene.headers, timeout=30) as client:
            for id in ids:
                if dead.is_set():
                    return
                try:
                    answer = client.put(f"{address}/{id}", json=scene.mark(id.int % 400, note=f"第 {id.int} 处"))
                except httpx.TransportError:
                    return
                assert answer.status_code in (200, 201), answer.text
                acknowledged.append(id)
                if len(acknowledged) == limit:
                    dead.set()
                    reached()

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(work, [wanted[number::CLIENTS] for number in range(CLIENTS)]))
    return acknowledged


def there(scene, port, ids):
    """Those of the marks that the server knows."""
    address = f"http://127.0.0.1:{port}/api/projects/{scene.project}/highlights"
    with httpx.Client(cookies=scene.cookies, timeout=30) as client:
        return {id for id in ids if client.get(f"{address}/{id}").status_code == 200}


@pytest.mark.django_db
def test_no_acknowledged_mark_is_lost_and_none_is_doubled(tmp_path):
    ids = [UUID(int=number) for number in range(1, MARKS + 1)]
    with database() as changes:
        environ = environment(tmp_path, **changes)
        scene, port = prepare(environ, TEXT), free_port()
        acknowledged = set()
        for limit in KILLS:
            server = serve(environ, port)
            left = [id for id in ids if id not in acknowledged]
            acknowledged |= set(
                send(scene, port, left, (limit - len(acknowledged), lambda killed=server: kill(killed)))
            )
            assert limit <= len(acknowledged) < MARKS
        server = serve(environ, port)
        try:
            assert there(scene, port, sorted(acknowledged)) == acknowledged
            assert set(send(scene, port, ids)) == set(ids)
            assert inside(environ, COUNT).split() == [str(MARKS), str(MARKS)]
        finally:
            kill(server)
