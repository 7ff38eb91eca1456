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


@pytest.fixture
def add(api, essay):
    return lambda user, **said: api(user, "post", f"articles/{essay.pk}/article-themes", said)


@pytest.fixture
def arrange(api, essay):
    return lambda user, ids: api(user, "put", f"articles/{essay.pk}/article-themes/order", {"ids": ids})


def test_a_proposal_is_merged_into_an_existing_theme(patch, proposals, editor, theme):
    there = theme("步行", parent=theme("交通"))
    answer = patch(editor, proposals(editor)[0], theme=there.pk)
    row = next(row for row in answer.json()["article_themes"] if row["theme"] == there.pk)
    assert (row["name"], row["status"], len(answer.json()["themes"])) == ("步行", "accepted", 2)


def test_a_proposal_is_not_merged_into_another_projects_theme(patch, proposals, editor, stranger):
    foreign = Theme.objects.create(project=stranger.memberships.get().project, name="外")
    answer = patch(editor, proposals(editor)[0], theme=foreign.pk)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unknown_theme")


def test_two_that_mean_one_theme_are_taken_off_together(patch, undo, proposals, editor, theme):
    first, second, _ = proposals(editor)
    one = theme("步行")
    patch(editor, first, theme=one.pk)
    patch(editor, second, theme=one.pk)
    answer = patch(editor, first, status="rejected").json()
    assert [row["status"] for row in answer["article_themes"]] == ["rejected", "rejected", "proposed"]
    undo(editor)
    assert [row["theme"] for row in proposals(editor)] == [one.pk, one.pk, None]


def test_near_themes_are_offered_with_a_proposal(proposals, editor, theme):
    near, by_keyword = theme("慢行"), theme("交通", keywords=["慢行优先"])
    theme("生态")
    first, *_ = proposals(editor)
    assert first["near"] == [by_keyword.pk, near.pk]


def test_what_is_decided_offers_nothing(patch, proposals, editor, theme):
    theme("慢行")
    patch(editor, proposals(editor)[0], status="rejected")
    assert proposals(editor)[0]["near"] == []


def test_a_theme_is_added_by_hand(add, editor):
    row = add(editor, name=" 街巷 ").json()["article_themes"][-1]
    assert (row["name"], row["status"], row["reason"], row["paragraph"]) == ("街巷", "accepted", "", None)


def test_a_theme_of_the_codebook_is_added_by_hand(add, editor, theme):
    there = theme("子", parent=theme("甲"))
    assert add(editor, theme=there.pk).json()["article_themes"][-1]["theme"] == there.pk


def test_adding_what_is_proposed_accepts_it(add, editor):
    rows = add(editor, name=NAMES[0]).json()["article_themes"]
    assert [(row["name"], row["status"]) for row in rows][:1] == [(NAMES[0], "accepted")]
    assert len(rows) == len(NAMES)


def test_adding_twice_is_as_good_as_once(add, editor):
    assert add(editor, name="街巷").json()["article_themes"] == add(editor, name="街巷").json()["article_themes"]


def test_adding_nothing_is_refused(add, editor):
    assert add(editor).json()["error"]["code"] == "empty_name"


def test_an_addition_is_undone_and_redone(add, undo, redo, editor, desk):
    add(editor, name="街巷")
    undo(editor)
    assert [row["name"] for row in desk(editor)["article_themes"]] == NAMES
    redo(editor)
    assert desk(editor)["article_themes"][-1]["name"] == "街巷"


def test_themes_are_put_in_order(arrange, proposals, editor):
    ids = [row["id"] for row in proposals(editor)]
    answer = arrange(editor, [ids[2], ids[0]])
    assert [row["id"] for row in answer.json()["article_themes"]] == [ids[2], ids[0], ids[1]]


def test_an_order_is_undone(arrange, undo, proposals, editor):
    ids = [row["id"] for row in proposals(editor)]
    arrange(editor, ids[::-1])
    undo(editor)
    assert [row["id"] for row in proposals(editor)] == ids


def test_an_order_does_not_stand_in_the_way_of_undoing(arrange, patch, undo, proposals, editor, owner):
    rows = proposals(editor)
    patch(editor, rows[0], status="rejected")
    arrange(owner, [row["id"] for row in rows][::-1])
    assert undo(editor).status_code == 200


def test_a_coder_adds_and_orders_nothing(add, arrange, coder):
    assert (add(coder, name="街巷").status_code, arrange(coder, []).status_code) == (403, 403)
