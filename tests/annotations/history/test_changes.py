"""What an open page is told of the changes of others, and of its own other windows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from annotations.history.queries import SETTLED
from annotations.models import Event


@pytest.fixture
def changes(api, essay, client_of, project):
    def ask(user, since=0, tag=None):
        headers = {"If-None-Match": tag} if tag else {}
        return client_of(user).get(
            f"/api/projects/{project.pk}/articles/{essay.pk}/desk/changes?since={since}", headers=headers
        )

    return ask


def settle():
    """All that has happened is longer ago than any transaction lasts."""
    Event.objects.update(time=timezone.now() - SETTLED - timedelta(seconds=1))


def test_a_mark_made_changed_and_deleted_by_another_is_told(put, delete, changes, desk, coder, viewer, body):
    cursor = desk(viewer)["cursor"]
    uuid = put(coder, 1, body()).json()["id"]
    assert [mark["id"] for mark in changes(viewer, cursor).json()["changed"]] == [uuid]
    put(coder, 1, body(note="改"), 1)
    assert [mark["note"] for mark in changes(viewer, cursor).json()["changed"]] == ["改"]
    delete(coder, 1, 2)
    assert (changes(viewer, cursor).json()["changed"], changes(viewer, cursor).json()["removed"]) == ([], [uuid])


def test_nothing_new_is_304(put, changes, coder, viewer, body):
    put(coder, 1, body())
    tag = changes(viewer).headers["ETag"]
    again = changes(viewer, tag=tag)
    assert (again.status_code, again.content) == (304, b"")
    put(coder, 2, body("小微更新"))
    assert changes(viewer, tag=tag).status_code == 200


def test_the_cursor_moves_on_only_behind_what_is_settled(put, changes, desk, coder, body):
    before = desk(coder)["cursor"]
    put(coder, 1, body())
    assert changes(coder, before).json()["cursor"] == before
    settle()
    moved = changes(coder, before).json()["cursor"]
    assert moved == desk(coder)["cursor"] == Event.objects.latest("pk").pk
    assert changes(coder, moved).json()["changed"] == []


def test_an_event_that_appears_late_below_a_newer_one_is_told(put, changes, coder, viewer, body):
    """A transaction may take its event's number before another one's and end after it."""
    put(coder, 1, body())
    late = Event.objects.latest("pk")
    put(coder, 2, body("小微更新"))
    fields = {field.attname: getattr(late, field.attname) for field in Event._meta.concrete_fields}
    late.delete()
    first = changes(viewer)
    Event(**fields).save(force_insert=True)
    second = changes(viewer, first.json()["cursor"], first.headers["ETag"])
    assert len(second.json()["changed"]) == len(first.json()["changed"]) + 1


def test_a_theme_made_elsewhere_is_told_with_the_codebook(api, changes, desk, editor, viewer):
    cursor = Event.objects.latest("pk").pk
    assert changes(viewer, cursor).json()["codebook"] is None
    made = api(editor, "post", "themes", {"name": "新主题"}).json()
    assert changes(viewer, cursor).json()["codebook"]["themes"] == [made]


def test_an_article_s_theme_that_is_decided_is_told_with_the_codebook(api, changes, essay, editor, viewer):
    cursor = Event.objects.latest("pk").pk
    api(editor, "post", f"articles/{essay.pk}/article-themes", {"name": "手加的"})
    names = [row["name"] for row in changes(viewer, cursor).json()["codebook"]["article_themes"]]
    assert "手加的" in names


def test_a_memo_or_a_refusal_sends_nobody_the_codebook(api, changes, essay, theme, coder, viewer):
    street = theme("歇处")
    cursor = Event.objects.latest("pk").pk
    api(coder, "put", f"articles/{essay.pk}/memo", {"text": "想到的"})
    where = {"article": essay.pk, "version": essay.version_id, "start": 0, "end": 4, "themes": [street.pk]}
    api(coder, "post", "rejections", where)
    assert set(Event.objects.filter(pk__gt=cursor).values_list("subject", flat=True)) == {"memo", "rejection"}
    assert changes(viewer, cursor).json()["codebook"] is None


def test_what_happens_on_another_article_is_not_told(put, changes, coder, viewer, body, article):
    cursor = Event.objects.latest("pk").pk
    put(coder, 1, body(article.version.text[2:6], article))
    assert changes(viewer, cursor).json()["changed"] == []


def test_a_new_text_version_is_told(changes, viewer, essay):
    assert changes(viewer).json()["version"] == essay.version_id


@pytest.mark.parametrize("since", ["", "-1", "x", str(2**70)])
def test_a_cursor_that_is_none_is_refused(changes, viewer, since):
    assert changes(viewer, since).status_code == 422


def test_a_stranger_is_told_nothing(changes, stranger):
    assert changes(stranger).status_code == 404
