"""A codebook's file becomes the project's codebook, in one step that can be taken back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from annotations.codebook import importing
from annotations.models import Theme
from annotations.themes import making
from annotations.themes.queries import themes
from annotations.undoing import steps
from reader.models import Membership
from reader.projects import changing

TABLE = """名称,上级,定义,颜色,关键词,何时用,何时不用,归档
绿道,,慢行的路,#ff8800,步道、林荫,说到路时,说到车时,
连片,绿道,,#2f5f9e,,,,
旧题,,,,,,,是
"""


@pytest.fixture
def membership(project, editor):
    return Membership.objects.get(project=project, user=editor)


@pytest.fixture
def take_in(membership):
    return lambda table=TABLE: importing.take_in(membership, table.encode())


def states(project):
    """The codebook without its numbers, parents by name."""
    rows = {theme.pk: theme for theme in themes(project)}
    kept = []
    for theme in rows.values():
        state = making.state_of(theme) | {"parent": theme.parent.name if theme.parent else None}
        kept.append(state | {"archived": bool(theme.archived)})
    return sorted(kept, key=lambda state: (state["parent"] or "", state["position"]))


def test_themes_are_made_with_all_that_the_file_says(take_in, project):
    assert dict(take_in()) == {"create": 3}
    theme = Theme.objects.get(name="绿道")
    assert (theme.definition, theme.use_when, theme.avoid_when) == ("慢行的路", "说到路时", "说到车时")
    assert (theme.keywords, theme.foreign_colour) == (["步道", "林荫"], "#ff8800")
    assert Theme.objects.get(name="连片").parent == theme
    assert Theme.objects.get(name="旧题").archived


def test_a_foreign_colour_is_painted_with_the_nearest(take_in, project):
    take_in()
    assert Theme.objects.get(name="绿道").colour == 2


def test_taking_in_twice_changes_nothing(take_in, history):
    take_in()
    before = history()
    assert set(take_in()) == {"same"}
    assert history() == before


def test_what_is_there_is_changed(take_in, theme):
    there = theme("绿道", definition="旧的", keywords=["旧词"])
    assert take_in()["change"] == 1
    there.refresh_from_db()
    assert (there.definition, there.keywords) == ("慢行的路", ["步道", "林荫"])


def test_one_undo_takes_all_of_it_back(take_in, membership, theme, project):
    theme("绿道", definition="旧的")
    before = states(project)
    take_in()
    after = states(project)
    assert "绿道、连片、旧题" in steps.undo(membership, None).message
    assert states(project) == before
    steps.redo(membership, None)
    assert states(project) == after


def test_a_theme_that_was_used_meanwhile_stays(take_in, membership, put, coder, body):
    take_in()
    assert put(coder, 1, body(themes=[Theme.objects.get(name="连片").pk])).status_code == 201
    steps.undo(membership, None)
    assert sorted(Theme.objects.values_list("name", flat=True)) == ["绿道", "连片"]


@pytest.mark.parametrize("format", ["csv-themes", "qdc"])
def test_an_export_makes_the_same_codebook_elsewhere(format, take_in, project, editor, client_of):
    take_in()
    data = client_of(editor).get(reverse("export", args=[project.pk, format])).getvalue()
    other = changing.create(editor, "另一个课题")
    importing.take_in(Membership.objects.get(project=other, user=editor), data)
    assert states(other) == states(project)


def test_a_coder_takes_nothing_in(project, coder):
    with pytest.raises(PermissionDenied):
        importing.take_in(Membership.objects.get(project=project, user=coder), TABLE.encode())


@pytest.fixture
def upload(client_of, project, editor):
    def send(data, **fields):
        file = {"file": SimpleUploadedFile("主题.csv", data)} if data is not None else {}
        return client_of(editor).post(reverse("codebook_import", args=[project.pk]), file | fields)

    return send


def test_the_preview_says_what_would_be_and_makes_nothing(upload, theme):
    theme("绿道", definition="旧的")
    page = upload(TABLE.encode()).content.decode()
    assert "<del>旧的</del> <ins>慢行的路</ins>" in page
    assert "不在色板里" in page
    assert not Theme.objects.filter(name="连片").exists()


def test_what_was_looked_at_is_taken_in(upload, project):
    token = upload(TABLE.encode()).context["token"]
    answer = upload(None, token=token)
    assert answer.url == reverse("codebook", args=[project.pk])
    assert Theme.objects.filter(project=project).count() == 3


def test_a_stranger_to_the_token_takes_nothing_in(upload):
    assert upload(None, token="x").status_code == 422


@pytest.mark.parametrize("data", [b"", b"x,y\n1,2\n", b"<!DOCTYPE a><a/>", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_cannot_be_read_is_refused_in_words(upload, data):
    answer = upload(data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_nothing_to_do_offers_nothing(upload, take_in):
    take_in()
    assert not upload(TABLE.encode()).context["token"]
