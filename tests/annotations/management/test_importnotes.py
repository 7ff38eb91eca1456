"""manage.py importnotes."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from annotations.models import Highlight, Unplaced


@pytest.fixture
def run(project, essay, tmp_path):
    def call(text, **options):
        (tmp_path / "表.csv").write_text(text, encoding="utf-8")
        call_command("importnotes", str(tmp_path / "表.csv"), project=str(project.pk), stdout=StringIO(), **options)

    return call


def test_quotes_take_their_places(run, owner):
    run("引文,文章\n慢行优先,让街巷慢下来\n")
    assert Highlight.objects.get().author == owner


def _status(run, *args, **options):
    with pytest.raises(CommandError) as caught:
        run(*args, **options)
    return caught.value.returncode


def test_what_is_left_is_said_and_kept(run):
    assert _status(run, "引文,文章\n没有的话,让街巷慢下来\n") == 1
    assert Unplaced.objects.count() == 1


def test_faults(run, stranger):
    assert _status(run, "不是表") == 1
    assert _status(run, "引文\n慢行优先\n", user="stranger") == 2
