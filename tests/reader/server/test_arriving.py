"""A request that comes in pieces, too slowly, too large, or not to the end."""

import socket
import time

import pytest

from reader.server import arriving
from reader.server.arriving import HEAD, PATIENCE, Arriving, Gone, TooLarge

LIMIT = 10_000_000


@pytest.fixture
def line():
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    yield ours, theirs
    ours.close()
    theirs.close()


def _read(request):
    return b"".join(iter(lambda: request.recv(1000), b""))


def test_a_head_alone_is_whole_at_its_blank_line(line):
    ours, theirs = line
    request = Arriving(ours, LIMIT)
    assert not request.begun
    for piece in (b"GET / HTTP/1.1\r\nHost: a\r\n", b"\r"):
        theirs.send(piece)
        assert not request.gather()
    assert request.begun
    theirs.send(b"\n")
    assert request.gather()
    assert _read(request) == b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


def test_nothing_there_is_waited_for(line):
    assert not Arriving(line[0], LIMIT).gather()


def test_a_body_is_whole_at_its_length(line):
    ours, theirs = line
    request, head = Arriving(ours, LIMIT), b"PUT / HTTP/1.1\r\ncontent-LENGTH:  200000 \r\n\r\n"
    theirs.send(head + b"x" * 50_000)
    assert not request.gather()
    sent = 50_000
    while sent < 200_000:
        theirs.send(b"x" * 50_000)
        sent += 50_000
        while not (whole := request.gather()) and sent == 200_000:
            pass
        assert whole is (sent == 200_000)
    assert _read(request) == head + b"x" * 200_000
    assert not request.surplus


def test_what_waits_for_leave_to_send_its_body_gets_it(line):
    ours, theirs = line
    theirs.send(b"PUT / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
    request = Arriving(ours, LIMIT)
    assert not request.gather()
    assert theirs.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
    theirs.send(b"abc")
    assert request.gather()


@pytest.mark.parametrize("length", [str(LIMIT + 1), "9" * 15, "9" * 40, "-1", "x"])
def test_what_cannot_be_is_left_to_be_refused_unread(line, length):
    ours, theirs = line
    theirs.send(f"PUT / HTTP/1.1\r\nContent-Length: {length}\r\n\r\n".encode())
    assert Arriving(ours, LIMIT).gather()


def test_a_head_without_end_is_refused(line):
    ours, theirs = line
    request = Arriving(ours, LIMIT)
    with pytest.raises(TooLarge):
        for _ in range(HEAD // 1000 + 2):
            theirs.send(b"x" * 1000)
            request.gather()


def test_who_leaves_early_is_gone(line):
    ours, theirs = line
    theirs.send(b"GET / HTTP/1.1\r\n")
    request = Arriving(ours, LIMIT)
    request.gather()
    theirs.close()
    with pytest.raises(Gone):
        request.gather()


def test_a_head_has_seconds_and_a_body_what_a_slow_line_takes(line):
    ours, theirs = line
    request = Arriving(ours, LIMIT)
    assert 0 < request.deadline - time.monotonic() <= PATIENCE
    theirs.send(b"PUT / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n")
    request.gather()
    assert PATIENCE < request.deadline - time.monotonic() <= PATIENCE + 1_000_000 / arriving.SLOWEST


def test_what_is_sent_ahead_shows(line):
    ours, theirs = line
    theirs.send(b"GET / HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n")
    request = Arriving(ours, LIMIT)
    assert request.gather()
    assert request.surplus
    request.start()
    assert not request.surplus
    assert _read(request) == b""
