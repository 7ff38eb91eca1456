import pytest

from annotations.importing import placing
from annotations.imports import read
from annotations.memos import keeping
from annotations.models import ArticleTheme, Memo, Tagging, Theme
from annotations.refusals import Refusal
from annotations.undoing import steps
from reader.models import Membership


def marks(desk, user):
    return [(mark["exact"], mark["note"]) for mark in desk(user)["highlights"]]


def test_nothing_done_is_nothing_to_undo(undo, coder):
    answer = undo(coder)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "nothing_to_undo")


def test_nothing_undone_is_nothing_to_redo(put, redo, coder, body):
    put(coder, 1, body())
    assert redo(coder).json()["error"]["code"] == "nothing_to_redo"


def test_a_viewer_may_not_undo(undo, viewer):
    assert undo(viewer).status_code == 403


def test_undoing_a_creation_removes_the_highlight(put, undo, desk, coder, body):
    uuid = put(coder, 1, body()).json()["id"]
    answer = undo(coder).json()
    assert (answer["changed"], answer["removed"]) == ([], [uuid])
    assert marks(desk, coder) == []


def test_redoing_a_creation_brings_the_highlight_back(put, undo, redo, coder, body, theme):
    first = theme("甲").pk
    put(coder, 1, body(note="好", themes=[first]))
    undo(coder)
    answer = redo(coder).json()
    assert [(mark["note"], mark["themes"]) for mark in answer["changed"]] == [("好", [first])]


def test_undoing_an_edit_brings_note_themes_and_place_back(put, undo, coder, body, theme):
    first, second = theme("甲").pk, theme("乙").pk
    put(coder, 1, body(note="旧", themes=[first]))
    put(coder, 1, body("小微更新", note="新", themes=[second]), 1)
    back = undo(coder).json()["changed"][0]
    assert (back["exact"], back["note"], back["themes"]) == ("慢行优先", "旧", [first])


def test_undoing_a_deletion_brings_the_highlight_back(put, delete, undo, desk, coder, body):
    put(coder, 1, body(note="留着"))
    delete(coder, 1, 1)
    undo(coder)
    assert marks(desk, coder) == [("慢行优先", "留着")]


def test_an_undo_counts_the_revision_up(put, undo, coder, body):
    put(coder, 1, body())
    put(coder, 1, body(note="改"), 1)
    assert undo(coder).json()["changed"][0]["revision"] == 3


def test_steps_are_undone_last_first_and_redone_in_order(put, undo, redo, desk, coder, body):
    put(coder, 1, body())
    put(coder, 2, body("小微更新"))
    put(coder, 2, body("小微更新", note="改"), 1)
    seen = [(call(coder).status_code, marks(desk, coder)) for call in (undo, undo, undo, redo, redo, redo, undo)]
    first, second, changed = ("慢行优先", ""), ("小微更新", ""), ("小微更新", "改")
    expected = [[first, second], [first], [], [first], [first, second], [first, changed], [first, second]]
    assert seen == [(200, state) for state in expected]


def test_what_can_be_undone_and_redone_is_told(put, undo, redo, coder, body):
    for number, exact in enumerate(["慢行优先", "小微更新"]):
        put(coder, number, body(exact))
    told = [call(coder).json()["history"] for call in (undo, undo, redo, redo)]
    could = [(True, True), (False, True), (True, True), (True, False)]
    assert told == [{"undo": undoable, "redo": redoable} for undoable, redoable in could]


def test_a_new_step_ends_what_could_be_redone(put, undo, redo, coder, body):
    put(coder, 1, body())
    undo(coder)
    put(coder, 2, body("小微更新"))
    assert redo(coder).status_code == 409


def test_everyone_undoes_only_their_own(put, undo, desk, coder, editor, body):
    put(coder, 1, body())
    put(editor, 2, body("小微更新"))
    undo(coder)
    assert marks(desk, coder) == [("小微更新", "")]


def test_every_article_has_its_own_history(put, api, coder, body, project, owner):
    from reader.capture.importing import import_capture
    from reader.cleaning.captures import Capture

    other = import_capture(project, owner, Capture("另一篇\n\n也说慢行优先，说得更短。".encode())).article
    put(coder, 1, body())
    assert api(coder, "post", f"articles/{other.pk}/undo").status_code == 409


def test_what_somebody_else_changed_since_is_not_undone(put, undo, desk, coder, editor, body):
    put(coder, 1, body())
    put(editor, 1, body(note="编辑的话"), 1)
    answer = undo(coder)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "changed_since")
    assert marks(desk, coder) == [("慢行优先", "编辑的话")]


def test_what_somebody_else_changed_and_took_back_can_be_undone(put, undo, desk, coder, editor, body):
    put(coder, 1, body())
    put(editor, 1, body(note="编辑的话"), 1)
    undo(editor)
    assert undo(coder).status_code == 200


def test_an_editor_who_became_a_coder_does_not_undo_edits_of_others_marks(put, undo, coder, editor, body):
    put(coder, 1, body())
    put(editor, 1, body(note="改"), 1)
    editor.memberships.update(role="coder")
    assert undo(editor).status_code == 403


def test_what_was_undone_is_said_in_words(put, undo, redo, coder, body):
    put(coder, 1, body())
    said = [undo(coder).json()["message"], redo(coder).json()["message"], undo(coder).json()["message"]]
    assert said == ["已撤销“圈点：慢行优先”", "已重做“圈点：慢行优先”", "已撤销“圈点：慢行优先”"]


def test_an_undo_is_an_event_that_names_what_it_took_back(put, undo, coder, body, project):
    put(coder, 1, body())
    undo(coder)
    created, undone = project.events.filter(actor=coder).order_by("pk")
    assert (undone.reverses, undone.before, undone.after) == (created, created.after, None)


@pytest.fixture
def accept_all(api, essay):
    return lambda user: api(user, "post", f"articles/{essay.pk}/article-themes/accept-all")


def statuses():
    return set(ArticleTheme.objects.values_list("status", flat=True))


def test_one_undo_takes_all_acceptances_back_with_the_themes_they_made(accept_all, undo, editor):
    accept_all(editor)
    answer = undo(editor).json()
    assert statuses() == {"proposed"}
    assert answer["themes"] == []


def test_redoing_the_acceptances_brings_the_same_themes_back(accept_all, undo, redo, editor):
    themes = accept_all(editor).json()["themes"]
    undo(editor)
    assert redo(editor).json()["themes"] == themes
    assert statuses() == {"accepted"}


def test_marks_made_with_accepted_themes_survive_undo_and_redo(accept_all, put, undo, redo, editor, body, desk):
    theme = accept_all(editor).json()["themes"][0]["id"]
    put(editor, 1, body(themes=[theme]))
    for call in (undo, undo, redo, redo):
        assert call(editor).status_code == 200
    assert desk(editor)["highlights"][0]["themes"] == [theme]


def test_a_theme_somebody_uses_stays_when_its_acceptance_is_undone(accept_all, put, undo, coder, editor, body):
    theme = accept_all(editor).json()["themes"][0]["id"]
    put(coder, 1, body(themes=[theme]))
    assert [row["id"] for row in undo(editor).json()["themes"]] == [theme]
    assert Tagging.objects.get().theme_id == theme


def test_a_theme_that_was_there_before_stays(accept_all, undo, editor, theme):
    kept = theme("慢行优先")
    accept_all(editor)
    undo(editor)
    assert list(Theme.objects.all()) == [kept]


def test_undoing_a_rename_of_an_accepted_theme_renames_its_theme_back(accept_all, api, undo, editor):
    row = accept_all(editor).json()["article_themes"][0]
    api(editor, "patch", f"article-themes/{row['id']}", {"name": "慢行"})
    undo(editor)
    assert Theme.objects.get(pk=row["theme"]).name == row["name"]
    assert ArticleTheme.objects.get(pk=row["id"]).name == row["name"]


def test_a_name_that_was_taken_meanwhile_is_not_taken_back(accept_all, api, undo, editor, theme):
    row = accept_all(editor).json()["article_themes"][0]
    api(editor, "patch", f"article-themes/{row['id']}", {"name": "慢行"})
    theme(row["name"])
    assert undo(editor).status_code == 409
    assert Theme.objects.get(pk=row["theme"]).name == "慢行"


def test_a_decision_somebody_else_changed_since_is_not_undone(api, undo, desk, editor, owner):
    row = desk(editor)["article_themes"][0]
    api(editor, "patch", f"article-themes/{row['id']}", {"status": "rejected"})
    api(owner, "patch", f"article-themes/{row['id']}", {"status": "accepted"})
    assert undo(editor).json()["error"]["code"] == "changed_since"


def test_what_the_machine_did_is_nobodys_to_undo(undo, owner, essay):
    assert ArticleTheme.objects.filter(article=essay).exists()
    assert undo(owner).json()["error"]["code"] == "nothing_to_undo"


def test_a_step_that_fails_halfway_changes_nothing(accept_all, undo, editor, desk):
    accept_all(editor)
    first, *_ = ArticleTheme.objects.order_by("pk")
    ArticleTheme.objects.filter(pk=first.pk).update(name="别的名")
    assert undo(editor).status_code == 409
    assert statuses() == {"accepted"}


@pytest.fixture
def mine(project, editor):
    return Membership.objects.get(project=project, user=editor)


def test_a_memo_is_taken_back_and_written_again(mine, theme):
    made = theme("慢行")
    keeping.keep(mine, made, "一", 0)
    keeping.keep(mine, made, "二", 1)
    assert [steps.undo(mine, None).message, Memo.objects.get().text] == ["已撤销“写备忘”", "一"]
    steps.undo(mine, None)
    assert not Memo.objects.exists()
    steps.redo(mine, None)
    steps.redo(mine, None)
    assert Memo.objects.get().text == "二"


def test_a_memo_somebody_else_changed_since_is_not_taken_back(mine, theme, project, owner):
    made = theme("慢行")
    keeping.keep(mine, made, "一", 0)
    keeping.keep(Membership.objects.get(project=project, user=owner), made, "二", 1)
    with pytest.raises(Refusal):
        steps.undo(mine, None)


def test_imported_notes_are_taken_back_in_the_codebook(mine, essay):
    table = f"引文,文章,主题\n慢行优先,{essay.title},步行\n".encode()
    placing.place_all(mine, read(table), "表.csv")
    assert steps.undo(mine, None).message == "已撤销“导入笔记：步行、慢行优先”"
    assert not Theme.objects.exists()
