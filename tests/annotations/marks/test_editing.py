import pytest
from django.db import IntegrityError

from annotations.marks import editing, queries
from annotations.models import Highlight, Tagging
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture


def test_a_new_highlight_is_created(put, coder, body):
    answer = put(coder, 1, body(note="好"))
    assert answer.status_code == 201
    assert answer.json()["note"] == "好"


def test_a_new_highlight_has_the_first_revision_as_its_etag(put, coder, body):
    answer = put(coder, 1, body())
    assert (answer.json()["revision"], answer.headers["ETag"]) == (1, '"1"')


@pytest.mark.parametrize("if_match", [None, 1, 7])
def test_an_equal_put_answers_200_whatever_if_match_says(put, coder, body, if_match):
    first = put(coder, 1, body()).json()
    answer = put(coder, 1, body(), if_match)
    assert (answer.status_code, answer.json()) == (200, first)


def test_an_equal_put_leaves_no_trace(put, coder, body, history):
    put(coder, 1, body())
    put(coder, 1, body())
    assert history() == [("create", "highlight")]


def test_an_edit_with_the_current_revision_is_kept(put, coder, body):
    put(coder, 1, body())
    answer = put(coder, 1, body(note="改"), 1)
    assert (answer.status_code, answer.json()["note"], answer.headers["ETag"]) == (200, "改", '"2"')


def test_a_retried_edit_answers_200_though_its_revision_is_past(put, coder, body):
    put(coder, 1, body())
    put(coder, 1, body(note="改"), 1)
    answer = put(coder, 1, body(note="改"), 1)
    assert (answer.status_code, answer.json()["revision"]) == (200, 2)


def test_a_differing_create_on_a_known_uuid_is_refused(put, coder, body):
    put(coder, 1, body())
    answer = put(coder, 1, body(note="另一句"))
    assert answer.status_code == 412


def test_a_stale_edit_is_refused_with_what_is_there_now(put, coder, body):
    put(coder, 1, body())
    now = put(coder, 1, body(note="新"), 1).json()
    answer = put(coder, 1, body(note="旧"), 1)
    assert answer.status_code == 412
    assert answer.json()["current"] == now
    assert answer.json()["error"]["code"] == "overtaken"


def test_a_stale_edit_changes_nothing(put, coder, body):
    put(coder, 1, body())
    put(coder, 1, body(note="旧"), 5)
    assert Highlight.objects.get().note == ""


def test_an_edit_of_what_never_was_is_refused(put, coder, body):
    answer = put(coder, 1, body(), 1)
    assert (answer.status_code, answer.json()["current"]) == (412, None)


def test_an_if_match_that_is_no_revision_never_matches(api, coder, body, put):
    put(coder, 1, body())
    answer = put(coder, 1, body(note="改"), "*")
    assert answer.status_code == 412


def test_deleting_needs_the_current_revision(put, delete, coder, body):
    put(coder, 1, body())
    assert delete(coder, 1).status_code == 412
    assert delete(coder, 1, 1).status_code == 204


def test_deleting_is_soft(put, delete, coder, body):
    put(coder, 1, body())
    delete(coder, 1, 1)
    assert Highlight.objects.get().deleted


def test_deleting_twice_is_as_good_as_once(put, delete, coder, body, history):
    put(coder, 1, body())
    delete(coder, 1, 1)
    assert delete(coder, 1, 1).status_code == 204
    assert history() == [("create", "highlight"), ("delete", "highlight")]


def test_deleting_what_never_was_is_404(delete, coder, essay):
    assert delete(coder, 1, 1).status_code == 404


def test_a_deleted_highlight_is_gone_from_the_desk_and_by_itself(put, delete, api, desk, coder, body):
    uuid = put(coder, 1, body()).json()["id"]
    delete(coder, 1, 1)
    assert desk(coder)["highlights"] == []
    assert api(coder, "get", f"highlights/{uuid}").status_code == 404


def test_a_retried_create_does_not_bring_a_deleted_one_back(put, delete, coder, body):
    put(coder, 1, body())
    delete(coder, 1, 1)
    answer = put(coder, 1, body())
    assert (answer.status_code, answer.json()["current"]) == (412, None)
    assert (answer.json()["revision"], answer.headers["ETag"]) == (2, '"2"')


def test_a_deleted_highlight_is_revived_by_its_current_revision(put, delete, desk, coder, body, history):
    put(coder, 1, body())
    revision = delete(coder, 1, 1).headers["ETag"].strip('"')
    answer = put(coder, 1, body(note="又回来"), revision)
    assert answer.status_code == 200
    assert [mark["note"] for mark in desk(coder)["highlights"]] == ["又回来"]
    assert history()[-1] == ("restore", "highlight")


def test_an_edit_keeps_its_author(put, coder, editor, body):
    put(coder, 1, body())
    assert put(editor, 1, body(note="改"), 1).json()["author"]["name"] == "coder"


def test_a_coder_cannot_edit_what_somebody_else_marked(put, coder, editor, body):
    put(editor, 1, body())
    assert put(coder, 1, body(note="改"), 1).status_code == 403


def test_a_coder_cannot_delete_what_somebody_else_marked(put, delete, coder, editor, body):
    put(editor, 1, body())
    assert delete(coder, 1, 1).status_code == 403


def test_an_editor_may_delete_anyones_mark(put, delete, coder, editor, body):
    put(coder, 1, body())
    assert delete(editor, 1, 1).status_code == 204


def test_who_may_edit_is_told_with_each_highlight(put, api, coder, editor, viewer, body):
    path = f"highlights/{put(editor, 1, body()).json()['id']}"
    assert [api(user, "get", path).json()["editable"] for user in (editor, coder, viewer)] == [True, False, False]


def test_a_highlight_does_not_move_to_another_article(put, coder, body, project, owner):
    other = import_capture(project, owner, Capture("另一篇\n\n也说慢行优先，说得更短。".encode())).article
    put(coder, 1, body())
    answer = put(coder, 1, body(article=other), 1)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "other_article")


def test_a_deleted_article_takes_no_marks(put, coder, body, essay, owner, client_of):
    client_of(owner).post(f"/projects/{essay.project_id}/articles/{essay.pk}/delete/")
    assert put(coder, 1, body()).status_code == 404


def test_themes_keep_the_order_they_were_given_in(put, coder, body, theme):
    later, sooner = theme("甲"), theme("乙")
    order = [sooner.pk, later.pk]
    put(coder, 1, body(themes=order))
    assert put(coder, 1, body(themes=order[::-1]), 1).json()["themes"] == order[::-1]


def test_a_theme_given_twice_counts_once(put, coder, body, theme):
    first = theme("甲").pk
    assert put(coder, 1, body(themes=[first, first])).json()["themes"] == [first]


def test_a_tagging_that_stays_keeps_its_row_and_its_author(put, coder, editor, body, theme):
    first, second = theme("甲").pk, theme("乙").pk
    put(coder, 1, body(themes=[first]))
    before = Tagging.objects.get()
    put(editor, 1, body(themes=[first, second]), 1)
    rows = list(Tagging.objects.values_list("pk", "theme", "author__username"))
    assert rows[0] == (before.pk, first, "coder")
    assert rows[1][1:] == (second, "editor")


def test_a_tagging_that_moves_keeps_its_author(put, coder, editor, body, theme):
    first, second = theme("甲").pk, theme("乙").pk
    put(coder, 1, body(themes=[first]))
    put(editor, 1, body(themes=[second, first]), 1)
    assert dict(Tagging.objects.values_list("theme", "author__username")) == {first: "coder", second: "editor"}


def test_an_event_holds_what_was_before_and_after(put, coder, body, project):
    put(coder, 1, body())
    put(coder, 1, body(note="改"), 1)
    event = project.events.filter(action="change").get()
    assert (event.actor, event.before["note"], event.after["note"]) == (coder, "", "改")


def test_the_loser_of_two_creates_at_once_reads_what_the_winner_wrote(put, coder, body, monkeypatch):
    """The second request looks the uuid up before the first has committed, and inserts after it."""
    put(coder, 1, body())
    looked_up = iter([None])
    found = queries.locked_highlight
    monkeypatch.setattr(queries, "locked_highlight", lambda *wanted: next(looked_up, found(*wanted)))
    assert put(coder, 1, body()).status_code == 200


def test_an_error_of_the_database_that_is_no_race_is_not_hidden(put, coder, body, monkeypatch):
    def broken(*_):
        raise IntegrityError

    monkeypatch.setattr(editing, "_create", broken)
    with pytest.raises(IntegrityError):
        put(coder, 1, body())
