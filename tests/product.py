"""The product as it is run: gunicorn in processes of its own, on a data folder (and a database) of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Runs inside the product: somebody who is signed in, with an article of the given text.
SCENE = """
import json, sys
from importlib import import_module
import django
django.setup()
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.projects import changing as projects
user = User.objects.create_user("chen", password="墨斗-plumbline-7")
project = projects.create(user, "城市更新研究")
article = import_capture(project, user, Capture(sys.stdin.buffer.read(), filename="文.txt")).article
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.save()
print(json.dumps([project.pk, article.pk, article.version_id, article.version.text, user.pk, session.session_key]))
"""


@dataclass(frozen=True)
class Scene:
    """A project with one article, and the session of its owner."""

    project: int
    article: int
    version: int
    text: str
    user: int
    session: str

    @property
    def cookies(self) -> dict[str, str]:
        return {"sessionid": self.session, "csrftoken": "t" * 32}

    @property
    def headers(self) -> dict[str, str]:
        return {"X-CSRFToken": "t" * 32}

    def mark(self, start: int, length: int = 4, **fields) -> dict:
        """The body of a PUT."""
        end = start + length
        place = {"article": self.article, "version": self.version, "start": start, "end": end}
        around = {"prefix": self.text[max(0, start - 32) : start], "suffix": self.text[end : end + 32]}
        return place | around | {"exact": self.text[start:end], "note": "", "themes": []} | fields


def environment(data: Path, **changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return kept | {"QUANDIAN_DATA": str(data), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | changes


def prepare(environ: dict[str, str], text: str, *, static: bool = False) -> Scene:
    """Set up an empty installation and its scene."""
    for command in (["migrate", "-v", "0"], *([["collectstatic", "--no-input", "-v", "0"]] if static else [])):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environ, check=True)
    return Scene(*json.loads(inside(environ, SCENE, text.encode())))


def inside(environ: dict[str, str], code: str, data: bytes = b"") -> str:
    """Run code on the product's settings; what it prints."""
    settings = environ | {"DJANGO_SETTINGS_MODULE": environ.get("DJANGO_SETTINGS_MODULE", "reader.settings")}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=settings, input=data, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(environ: dict[str, str], port: int) -> subprocess.Popen:
    """Start gunicorn with the product's configuration, in a process group of its own; it answers on return."""
    command = [sys.executable, "-m", "gunicorn", "-c", "reader/server/gunicorn_conf.py", "-b", f"127.0.0.1:{port}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=ROOT, env=environ, start_new_session=True, **quiet)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2)
            return server
        except OSError:
            time.sleep(0.1)
    kill(server)
    raise RuntimeError("the server did not start")


def kill(server: subprocess.Popen) -> None:
    """kill -9 of the server and all it started: nothing is tidied up."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(server.pid)], capture_output=True, text=True, check=False
    )
    for process in (server.pid, *map(int, listed.stdout.split())):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    server.wait()


@contextmanager
def served(environ: dict[str, str], port: int) -> Iterator[None]:
    server = serve(environ, port)
    try:
        yield
    finally:
        server.terminate()
        server.wait()
