"""manage.py runtasks: what a worker tells when it starts and while it looks, whatever goes wrong with who listens."""

import pytest
from django.core.management import call_command

from annotations.models import Theme
from reader.management.commands import runtasks
from reader.models import Project
from reader.signals import worker_looked


@pytest.fixture
def listeners():
    """Connects listeners of the look for one test, in this order."""
    connected = []

    def connect(*functions):
        for function in functions:
            worker_looked.connect(function, weak=False)
            connected.append(function)

    yield connect
    for function in connected:
        worker_looked.disconnect(function)


@pytest.fixture
def no_queue(monkeypatch):
    """The worker without its endless loop."""
    monkeypatch.setattr(runtasks, "call_command", lambda *args, **options: None)
    monkeypatch.setattr(runtasks, "_look", lambda: None)


def test_one_who_fails_keeps_no_other_from_looking(db, listeners, caplog):
    heard = []
    listeners(lambda **_: 1 / 0, lambda **_: heard.append("second"))
    runtasks._look_once()
    assert heard == ["second"]
    assert "division by zero" in caplog.text


def test_the_looking_goes_on_after_an_error(db, listeners, monkeypatch, caplog):
    looks = []

    def fail():
        raise RuntimeError("no connection to close")

    def pause(seconds):
        looks.append(seconds)
        if len(looks) == 2:
            raise SystemExit

    monkeypatch.setattr(runtasks, "close_old_connections", fail)
    monkeypatch.setattr(runtasks.time, "sleep", pause)
    with pytest.raises(SystemExit):
        runtasks._look()
    assert caplog.text.count("no connection to close") >= 2


def test_texts_that_are_behind_are_queued_at_the_start(article, project, no_queue):
    Theme.objects.create(project=project, name="慢行优先")
    call_command("runtasks")
    assert Project.objects.get(pk=project.pk).terms == ["慢行优先"]
