"""The product as it is run, under clients who send half of what they say."""

import socket
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest

from tests.product import ROOT, environment, free_port, kill

# Shorter than a reader waits, longer than a busy machine takes.
SOON = 4
HEAD = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n"
HALF_BODY = b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nusername="
# Two workers of four threads.
THREADS = 8


# The product's configuration with less patience, and without what takes long to start.
CONFIG = """
from reader.server.gunicorn_conf import *
from reader.server import arriving
arriving.PATIENCE = 3
on_starting = when_ready = on_exit = lambda server: None
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("data"), free_port()
    (folder / "conf.py").write_text(CONFIG)
    environ, quiet = environment(folder), {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "-v", "0"]
    subprocess.run(collect, cwd=ROOT, env=environ, check=True)
    command = [sys.executable, "-m", "gunicorn", "-c", str(folder / "conf.py"), "-b", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=ROOT, env=environ, start_new_session=True, **quiet)
    _wait_for(port)
    yield port
    kill(server)


def _wait_for(port):
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=SOON).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


@pytest.fixture
def connected(port):
    with ExitStack() as stack:
        yield lambda: stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=SOON))


def _answer(line):
    """All that comes until the server closes."""
    return b"".join(iter(lambda: line.recv(65536), b""))


def _ask(line, request=HEAD + b"Connection: close\r\n\r\n"):
    line.sendall(request)
    return _answer(line)


@pytest.mark.parametrize("half", [b"", b"GET", HEAD, HALF_BODY], ids=["nothing", "a word", "a head", "a body"])
def test_half_sent_requests_do_not_stop_the_site(connected, half):
    for _ in range(2 * THREADS + 4):
        connected().sendall(half)
    time.sleep(0.3)
    for _ in range(4):
        assert _ask(connected()).endswith(b"\r\n\r\nok")


def test_clients_who_never_close_do_not_stop_it_either(connected):
    """They have their answer, and keep their end open."""
    for _ in range(2 * THREADS):
        line = connected()
        line.sendall(HEAD + b"Connection: close\r\n\r\n")
    began = time.monotonic()
    assert _ask(connected()).endswith(b"ok")
    assert time.monotonic() - began < SOON / 2


def test_a_request_in_pieces_is_answered(connected):
    line = connected()
    for piece in (HEAD[:9], HEAD[9:] + b"Connection: clo", b"se\r\n\r\n"):
        line.sendall(piece)
        time.sleep(0.1)
    assert _answer(line).endswith(b"ok")


def test_a_connection_serves_one_request_after_the_other(connected):
    line = connected()
    for _ in range(3):
        line.sendall(HEAD + b"\r\n")
        answer = b""
        while not answer.endswith(b"\r\n\r\nok"):
            piece = line.recv(65536)
            assert piece, answer
            answer += piece


def test_a_body_arrives_whole(connected):
    """What lets it through against forgery stands at its end."""
    token = "t" * 32
    body = f"{'x' * 3_000_000}=&language=en&csrfmiddlewaretoken={token}".encode()
    head = f"""POST /language/ HTTP/1.1\r
Host: 127.0.0.1\r
Connection: close\r
Cookie: csrftoken={token}\r
Content-Type: application/x-www-form-urlencoded\r
Content-Length: {len(body)}\r
\r
"""
    answer = _ask(connected(), head.encode() + body)
    assert answer.startswith(b"HTTP/1.1 302")
    assert b"django_language=en" in answer


def test_a_body_over_the_limit_is_refused_unread(connected):
    head = b"POST /language/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999999999\r\n\r\nx"
    assert _ask(connected(), head).startswith(b"HTTP/1.1 413")


def test_a_head_without_end_is_refused(connected):
    assert _ask(connected(), HEAD + b"X: y\r\n" * 20_000).startswith(b"HTTP/1.1 431")


def test_requests_sent_ahead_get_one_answer_and_an_end(connected):
    answer = _ask(connected(), (HEAD + b"\r\n") * 3)
    assert answer.count(b"HTTP/1.1 200") == 1


@pytest.mark.parametrize("half", [b"", HEAD, HALF_BODY], ids=["nothing", "a head", "a body"])
def test_who_is_late_is_cut_off(connected, half):
    line = connected()
    line.settimeout(3 * SOON)
    line.sendall(half)
    assert line.recv(100) == b""
