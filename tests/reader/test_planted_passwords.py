"""Accounts that others made lose the password that others know."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from tests.making import PASSWORD

forget = import_module("reader.migrations.0020_forget_planted_passwords").forget


@pytest.fixture
def first(db):
    return User.objects.create_user("first", password=PASSWORD)


def _made(name, **fields):
    return User.objects.create_user(name, password=PASSWORD, **fields)


def _run():
    with connection.schema_editor() as editor:
        forget(apps, editor)


def _opens(name):
    return User.objects.get(username=name).check_password(PASSWORD)


@pytest.mark.django_db(transaction=True)
def test_who_never_signed_in_loses_the_password(first):
    _made("planted")
    _made("planted too", is_active=False)
    _run()
    assert not _opens("planted")
    assert not User.objects.get(username="planted").has_usable_password()
    assert not _opens("planted too")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fields", [{"last_login": timezone.now()}, {"is_superuser": True}, {"is_staff": True}])
def test_who_signed_in_or_runs_the_house_keeps_it(first, fields):
    _made("kept", **fields)
    _run()
    assert _opens("kept")


@pytest.mark.django_db(transaction=True)
def test_nobody_planted_the_first_account(first):
    _run()
    assert _opens("first")


@pytest.mark.django_db(transaction=True)
def test_an_unusable_password_stays_as_it_is(first):
    made = User.objects.create_user("restored")
    _run()
    assert User.objects.get(pk=made.pk).password == made.password
