"""manage.py exportnotes --format archive, and importarchive."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reader.models import Project


@pytest.fixture
def file(project, essay, tmp_path):
    call_command("exportnotes", project=str(project.pk), format="archive", output=tmp_path, stdout=StringIO())
    return tmp_path / "城市更新研究.zip"


def test_there_and_back(file, stranger):
    out = StringIO()
    call_command("importarchive", str(file), user="stranger", stdout=out)
    assert Project.objects.get(pk=int(out.getvalue().split()[0])).articles.count() == 1


def _refused(*args, **options):
    with pytest.raises(CommandError) as caught:
        call_command(*args, **options)
    return caught.value.returncode


def test_one_article_is_no_archive(project, article, tmp_path):
    options = {"project": str(project.pk), "format": "archive", "article": article.pk, "output": tmp_path}
    assert _refused("exportnotes", **options) == 2


def test_faults(file, owner, tmp_path):
    assert _refused("importarchive", str(file), user="nobody") == 2
    assert _refused("importarchive", str(tmp_path / "none.zip"), user="owner") == 2
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"no zip")
    assert _refused("importarchive", str(broken), user="owner") == 1
