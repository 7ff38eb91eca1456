"""Files that wait between their preview and their reader's word."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from reader import waiting
from reader.models import WaitingPart
from reader.signals import worker_looked
from reader.waiting import File

FILE = File("街巷".encode(), "街巷𠮷.qdpx", "https://a.example/街", "text/html; charset=gbk")


@pytest.fixture
def token(owner, project):
    return waiting.keep(owner, project, FILE)


def _age(**passed):
    WaitingPart.objects.update(created=timezone.now() - timedelta(**passed))


def test_a_file_comes_back_as_it_came(owner, project, token):
    assert waiting.take(owner, project, token) == FILE


def test_a_file_of_no_project_comes_back(owner, project):
    token = waiting.keep(owner, None, FILE)
    assert waiting.take(owner, None, token) == FILE
    assert waiting.take(owner, project, token) is None


def test_an_empty_file_comes_back(owner, project):
    assert waiting.take(owner, project, waiting.keep(owner, project, File(b""))) == File(b"")


@pytest.mark.parametrize("length", [1, 9, 10, 11, 25])
def test_a_file_lies_in_parts_and_comes_back_whole(owner, project, monkeypatch, length):
    monkeypatch.setattr(waiting, "PART", 10)
    data = bytes(range(length))
    token = waiting.keep(owner, project, File(data))
    assert WaitingPart.objects.count() == -(-length // 10)
    assert waiting.take(owner, project, token).data == data


def test_no_value_of_a_large_file_is_large(owner):
    data = bytes(5 * 2**20 + 1)
    token = waiting.keep(owner, None, File(data))
    assert max(len(part.data) for part in WaitingPart.objects.all()) == 2**20
    assert waiting.take(owner, None, token).data == data


def test_another_user_does_not_get_it(editor, project, token):
    assert waiting.take(editor, project, token) is None


def test_another_user_does_not_make_it_go(owner, editor, project, token):
    waiting.forget(editor, project, token)
    assert waiting.take(owner, project, token) == FILE


def test_another_project_does_not_get_it(owner, stranger, token):
    theirs = stranger.memberships.get().project
    assert waiting.take(owner, theirs, token) is None
    assert waiting.take(owner, None, token) is None


@pytest.mark.parametrize("asked", ["", "x", "\u200b", "𠮷" * 500])
def test_a_token_that_is_none_gets_nothing(owner, project, token, asked):
    assert waiting.take(owner, project, asked) is None


def test_a_token_cannot_be_guessed(owner, project, token):
    assert re.fullmatch(r"[\w-]{43}", token)
    assert waiting.keep(owner, project, FILE) != token


def test_after_an_hour_it_is_gone_though_nobody_has_swept(owner, project, token):
    _age(minutes=61)
    assert waiting.take(owner, project, token) is None


def test_within_the_hour_it_is_there(owner, project, token):
    _age(minutes=59)
    worker_looked.send(None)
    assert waiting.take(owner, project, token) == FILE


def test_a_worker_sweeps_what_has_waited_too_long(token):
    _age(minutes=61)
    worker_looked.send(None)
    assert not WaitingPart.objects.exists()


def test_whatever_is_kept_sweeps_what_has_waited_too_long(owner, stranger, token):
    _age(minutes=61)
    kept = waiting.keep(stranger, None, FILE)
    assert set(WaitingPart.objects.values_list("token", flat=True)) == {kept}


def test_what_was_taken_in_is_forgotten_with_all_its_parts(owner, project, token, monkeypatch):
    monkeypatch.setattr(waiting, "PART", 2)
    other = waiting.keep(owner, project, FILE)
    waiting.forget(owner, project, other)
    assert waiting.take(owner, project, other) is None
    assert waiting.take(owner, project, token) == FILE


@pytest.mark.django_db(transaction=True)
def test_files_kept_and_swept_at_once_lose_nothing_but_what_is_old(at_once, owner, project, token, monkeypatch):
    monkeypatch.setattr(waiting, "PART", 2)
    _age(minutes=61)
    kept = at_once(*[lambda: waiting.keep(owner, project, FILE), waiting.sweep] * 3)
    tokens = [one for one in kept if one]
    assert [waiting.take(owner, project, one) for one in tokens] == [FILE] * 3
    assert set(WaitingPart.objects.values_list("token", flat=True)) == set(tokens)
