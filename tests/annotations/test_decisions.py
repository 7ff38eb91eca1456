import pytest

from annotations.models import ArticleTheme, Theme

NAMES = ["慢行优先", "小微更新", "邻里共商"]


@pytest.fixture
def patch(api):
    return lambda user, row, **wanted: api(user, "patch", f"article-themes/{row['id']}", wanted)


@pytest.fixture
def accept_all(api, essay):
    return lambda user: api(user, "post", f"articles/{essay.pk}/article-themes/accept-all")


@pytest.fixture
def proposals(desk):
    return lambda user: desk(user)["article_themes"]


def named(answer, name):
    return next(row for row in answer.json()["article_themes"] if row["name"] == name)


def test_accepting_makes_a_theme_of_the_project(patch, proposals, editor):
    answer = patch(editor, proposals(editor)[0], status="accepted")
    assert [theme["name"] for theme in answer.json()["themes"]] == NAMES[:1]
    assert named(answer, NAMES[0])["theme"] == answer.json()["themes"][0]["id"]


def test_accepting_joins_a_root_of_the_same_name(patch, proposals, editor, theme):
    there = theme(NAMES[0])
    answer = patch(editor, proposals(editor)[0], status="accepted")
    assert named(answer, NAMES[0])["theme"] == there.pk
    assert len(answer.json()["themes"]) == 1


def test_accepting_does_not_join_a_child_of_the_same_name(patch, proposals, editor, theme):
    child = theme(NAMES[0], parent=theme("街巷"))
    answer = patch(editor, proposals(editor)[0], status="accepted")
    assert named(answer, NAMES[0])["theme"] != child.pk


def test_a_name_may_be_changed_while_accepting(patch, proposals, editor, history):
    answer = patch(editor, proposals(editor)[0], status="accepted", name=" 慢行 ")
    assert [theme["name"] for theme in answer.json()["themes"]] == ["慢行"]
    assert history() == [("accept", "article_theme"), ("accept", "theme"), ("accept", "article_theme")]


def test_rejecting_makes_no_theme(patch, proposals, editor):
    answer = patch(editor, proposals(editor)[0], status="rejected")
    assert (named(answer, NAMES[0])["status"], answer.json()["themes"]) == ("rejected", [])


def test_rejecting_what_was_accepted_keeps_the_projects_theme(patch, proposals, editor):
    row = proposals(editor)[0]
    patch(editor, row, status="accepted")
    answer = patch(editor, row, status="rejected")
    assert named(answer, NAMES[0])["theme"] is None
    assert [theme["name"] for theme in answer.json()["themes"]] == NAMES[:1]


def test_a_rejected_one_may_be_proposed_again(patch, proposals, editor):
    row = proposals(editor)[0]
    patch(editor, row, status="rejected")
    assert named(patch(editor, row, status="proposed"), NAMES[0])["status"] == "proposed"


def test_deciding_the_same_again_leaves_no_trace(patch, proposals, editor, history):
    row = proposals(editor)[0]
    patch(editor, row, status="rejected")
    patch(editor, row, status="rejected")
    assert history() == [("reject", "article_theme")]


def test_an_unknown_status_is_refused(patch, proposals, editor):
    assert patch(editor, proposals(editor)[0], status="maybe").status_code == 422


def test_renaming_a_proposal_changes_no_theme(patch, proposals, editor):
    answer = patch(editor, proposals(editor)[0], name="慢行")
    assert (named(answer, "慢行")["status"], answer.json()["themes"]) == ("proposed", [])


def test_renaming_an_accepted_one_renames_its_theme(patch, proposals, editor):
    row = proposals(editor)[0]
    patch(editor, row, status="accepted")
    answer = patch(editor, row, name="慢行")
    assert [theme["name"] for theme in answer.json()["themes"]] == ["慢行"]


def test_renaming_to_a_sibling_themes_name_is_refused_with_that_theme(patch, proposals, editor, theme):
    there = theme("慢行")
    row = proposals(editor)[0]
    patch(editor, row, status="accepted")
    answer = patch(editor, row, name="慢行")
    assert (answer.status_code, answer.json()["current"]["id"]) == (409, there.pk)
    assert ArticleTheme.objects.get(pk=row["id"]).name == NAMES[0]


def test_renaming_to_another_proposals_name_is_refused(patch, proposals, editor):
    answer = patch(editor, proposals(editor)[0], name=NAMES[1])
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "duplicate_theme")


def test_renaming_to_nothing_is_refused(patch, proposals, editor):
    assert patch(editor, proposals(editor)[0], name="　").json()["error"]["code"] == "empty_name"


def test_an_accepted_theme_goes_by_its_themes_name(patch, proposals, editor):
    row = proposals(editor)[0]
    patch(editor, row, status="accepted")
    Theme.objects.update(name="慢行")
    assert proposals(editor)[0]["name"] == "慢行"


def test_all_proposals_are_accepted_in_their_order(accept_all, editor):
    answer = accept_all(editor).json()
    assert {row["status"] for row in answer["article_themes"]} == {"accepted"}
    assert [theme["name"] for theme in answer["themes"]] == NAMES


def test_accepting_all_twice_is_as_good_as_once(accept_all, editor, history):
    first = accept_all(editor).json()
    done = history()
    assert accept_all(editor).json() == first
    assert history() == done


def test_accepting_all_leaves_what_was_rejected(accept_all, patch, proposals, editor):
    patch(editor, proposals(editor)[1], status="rejected")
    answer = accept_all(editor)
    assert named(answer, NAMES[1])["status"] == "rejected"
    assert [theme["name"] for theme in answer.json()["themes"]] == [NAMES[0], NAMES[2]]


def test_accepting_all_leaves_what_is_unlikely(accept_all, editor, essay):
    ArticleTheme.objects.filter(article=essay, name=NAMES[0]).update(score=0.49)
    assert named(accept_all(editor), NAMES[0])["status"] == "proposed"


def test_a_coder_decides_nothing(accept_all, patch, proposals, coder):
    assert accept_all(coder).status_code == 403
    assert patch(coder, proposals(coder)[0], status="accepted").status_code == 403


def test_another_projects_article_theme_is_404(patch, proposals, editor, stranger, client_of):
    from reader.models import Project

    row = proposals(editor)[0]
    elsewhere = Project.objects.get(memberships__user=stranger)
    address = f"/api/projects/{elsewhere.pk}/article-themes/{row['id']}"
    assert client_of(stranger).patch(address, {"status": "rejected"}, "application/json").status_code == 404
