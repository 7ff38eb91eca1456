"""manage.py cuttexts: what is behind is queued."""

from django.core.management import call_command

from annotations.models import Theme
from reader.models import Posting, Project, Sentences


def test_a_text_that_was_never_indexed_is_cut(article, project, capsys):
    Sentences.objects.all().delete()
    Posting.objects.all().delete()
    call_command("cuttexts")
    assert Sentences.objects.filter(article=article).exists()
    assert project.name in capsys.readouterr().out


def test_terms_that_were_never_settled_are(article, project):
    Theme.objects.create(project=project, name="慢行优先")
    call_command("cuttexts", verbosity=0)
    assert Project.objects.get(pk=project.pk).terms == ["慢行优先"]


def test_what_is_in_order_is_left_alone(article, project, capsys):
    call_command("cuttexts")
    assert capsys.readouterr().out == ""
