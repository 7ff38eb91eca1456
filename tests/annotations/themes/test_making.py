import pytest
from django.core.exceptions import PermissionDenied

from annotations.codebook.settled import lock
from annotations.limits import NAME_LENGTH
from annotations.models import COLOURS, Tagging, Theme
from annotations.refusals import Refusal
from annotations.themes.making import Description, DuplicateTheme, cleaned, describe, keywords
from annotations.undoing import steps
from reader.models import Membership


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  慢行优先　", "慢行优先"),
        ("慢行\n\t优先", "慢行 优先"),
        ("\u200b慢行\ufeff", "慢行"),
        ("e\u0301cologie", "\u00e9cologie"),
        ("𠮷祥🚲", "𠮷祥🚲"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("慢\x00行\x1b", "慢行"),
        ("慢\ud842行", "慢行"),
        ("ＡＢ，", "ＡＢ，"),
    ],
)
def test_names_are_trimmed_and_composed_and_otherwise_left_alone(given, kept):
    assert cleaned(given) == kept


@pytest.mark.parametrize("name", ["", "  ", "　", "\u200b", " \u200b ", "\x00", "\u200b \u200b"])
def test_a_name_without_anything_to_see_is_refused(name):
    with pytest.raises(Refusal) as caught:
        cleaned(name)
    assert caught.value.code == "empty_name"


def test_a_name_may_have_sixty_characters_and_no_more():
    assert cleaned("𠮷" * NAME_LENGTH) == "𠮷" * NAME_LENGTH
    with pytest.raises(Refusal) as caught:
        cleaned("𠮷" * (NAME_LENGTH + 1))
    assert str(caught.value) == "主题名称最多 60 个字。"


@pytest.fixture
def make(api):
    return lambda user, name, parent=None: api(user, "post", "themes", {"name": name, "parent": parent})


def test_a_theme_is_made(make, editor):
    answer = make(editor, " 治理 ")
    assert answer.status_code == 201
    assert {name: answer.json()[name] for name in ("name", "parent", "path", "colour")} == {
        "name": "治理",
        "parent": None,
        "path": ["治理"],
        "colour": 1,
    }


def test_a_child_knows_its_path(make, editor):
    root = make(editor, "治理").json()
    assert make(editor, "共商", root["id"]).json()["path"] == ["治理", "共商"]


def test_a_duplicate_is_refused_with_the_one_there_is(make, editor):
    there = make(editor, "治理").json()
    answer = make(editor, "治理　")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "duplicate_theme")
    assert answer.json()["current"] == there


def test_a_duplicate_among_siblings_is_refused(make, editor):
    root = make(editor, "治理").json()["id"]
    make(editor, "共商", root)
    assert make(editor, "共商", root).status_code == 409


def test_the_same_name_elsewhere_in_the_tree_is_another_theme(make, editor):
    root = make(editor, "治理").json()["id"]
    assert make(editor, "治理", root).status_code == 201


def test_composed_and_decomposed_names_are_one(make, editor):
    make(editor, "\u00e9")
    assert make(editor, "e\u0301").status_code == 409


def test_a_coder_makes_no_themes(make, coder):
    assert make(coder, "治理").status_code == 403


def test_a_name_is_needed(make, editor):
    answer = make(editor, " ")
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "empty_name")


def test_a_parent_of_another_project_is_refused(make, editor, stranger):
    from reader.models import Project

    elsewhere = Project.objects.get(memberships__user=stranger)
    foreign = Theme.objects.create(project=elsewhere, name="外")
    answer = make(editor, "治理", foreign.pk)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unknown_theme")


def test_colours_go_round_before_one_repeats(make, editor):
    colours = [make(editor, f"第{number}个").json()["colour"] for number in range(COLOURS + 1)]
    assert colours == [*range(1, COLOURS + 1), 1]


def test_a_theme_made_is_an_event_of_no_article(make, editor, project):
    made = make(editor, "治理").json()
    event = project.events.get()
    assert (event.article, event.subject_id, event.before, event.after["name"]) == (None, str(made["id"]), None, "治理")


@pytest.fixture
def mine(project, editor):
    return Membership.objects.get(project=project, user=editor)


def test_an_unlocked_codebook_lets_coders_add(make, coder, mine):
    lock(mine, False)
    assert make(coder, "治理").status_code == 201


def test_a_coder_takes_back_what_they_added_and_adds_it_again(make, coder, mine, project):
    lock(mine, False)
    make(coder, "治理")
    theirs = Membership.objects.get(project=project, user=coder)
    steps.undo(theirs, None)
    assert not Theme.objects.exists()
    steps.redo(theirs, None)
    assert Theme.objects.get().name == "治理"


def test_a_coder_takes_nothing_back_once_the_codebook_is_locked_again(make, coder, mine, project):
    lock(mine, False)
    make(coder, "治理")
    lock(mine, True)
    with pytest.raises(Refusal, match="已锁定"):
        steps.undo(Membership.objects.get(project=project, user=coder), None)
    assert Theme.objects.exists()


def test_the_desk_tells_who_may_add(desk, coder, editor, viewer, mine):
    def adds(user):
        return desk(user)["me"]["may"]["add_themes"]

    assert [adds(editor), adds(coder)] == [True, False]
    lock(mine, False)
    assert [adds(coder), adds(viewer)] == [True, False]


def test_an_unlocked_codebook_lets_no_viewer_add(make, viewer, mine):
    lock(mine, False)
    assert make(viewer, "治理").status_code == 403


def test_locking_is_undone(make, coder, mine):
    lock(mine, False)
    steps.undo(mine, None)
    assert make(coder, "治理").status_code == 403


def test_a_coder_does_not_unlock(project, coder):
    with pytest.raises(PermissionDenied):
        lock(Membership.objects.get(project=project, user=coder), False)


def test_an_entry_says_what_it_is_told(mine, theme):
    said = Description("治理", "谁来管", "说到分工", "只说花钱", ("共治", "自治"), 3)
    kept = describe(mine, theme("旧").pk, said)
    kept.refresh_from_db()
    assert (kept.name, kept.definition, kept.use_when, kept.avoid_when) == ("治理", "谁来管", "说到分工", "只说花钱")
    assert (kept.keywords, kept.colour) == (["共治", "自治"], 3)


def test_an_entry_told_the_same_leaves_no_trace(mine, theme, project):
    made = theme("治理")
    describe(mine, made.pk, Description("治理"))
    assert not project.events.exists()


def test_an_entry_does_not_take_a_siblings_name(mine, theme):
    theme("治理")
    with pytest.raises(DuplicateTheme) as caught:
        describe(mine, theme("旧").pk, Description("治理"))
    assert caught.value.theme.name == "治理"


def test_an_entry_is_undone_as_far_as_it_was_changed(mine, theme):
    made = theme("旧")
    describe(mine, made.pk, Description("治理"))
    Theme.objects.update(colour=5)
    steps.undo(mine, None)
    assert list(Theme.objects.values_list("name", "colour")) == [("旧", 5)]


def test_an_entry_changed_since_is_not_undone(mine, theme):
    made = theme("旧")
    describe(mine, made.pk, Description("治理"))
    Theme.objects.update(name="共治")
    with pytest.raises(Refusal) as caught:
        steps.undo(mine, None)
    assert caught.value.code == "changed_since"


def test_making_a_theme_is_undone_until_it_is_used(make, mine, editor, put, body):
    made = make(editor, "治理").json()
    put(editor, 1, body(themes=[made["id"]]))
    Tagging.objects.update(author=None)
    with pytest.raises(Refusal):
        steps.undo(mine, None)
    Tagging.objects.all().delete()
    steps.undo(mine, None)
    assert not Theme.objects.exists()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("共治，自治、 法治;德治\n", ("共治", "自治", "法治", "德治")),
        ("", ()),
        (" ，\u200b、", ()),
        ("共治,共治", ("共治",)),
    ],
)
def test_keywords_are_parted_and_kept_once(written, kept):
    assert keywords(written) == kept


def test_there_are_at_most_fifty_keywords():
    with pytest.raises(Refusal):
        keywords("、".join(map(str, range(51))))
