"""Themes merged and split: no tagging is lost, and the step can be taken back."""

from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied

from annotations.codebook import merging
from annotations.models import ArticleTheme, Event, Tagging, Theme
from annotations.refusals import Refusal
from annotations.themes.making import DuplicateTheme
from annotations.undoing import steps
from reader.models import Membership


@pytest.fixture
def member(project):
    return lambda user: Membership.objects.get(project=project, user=user)


@pytest.fixture
def merge(member, editor):
    return lambda source, target: merging.merge(member(editor), source.pk, target.pk)


def uuid(number):
    return UUID(int=number)


def themes_of(desk, user):
    return {mark["exact"]: mark["themes"] for mark in desk(user)["highlights"]}


@pytest.fixture
def scene(put, coder, body, theme):
    """Two themes: one mark has the first, one both, one the second."""
    first, second = theme("慢行", keywords=["步行"]), theme("步行优先")
    put(coder, 1, body(themes=[first.pk]))
    put(coder, 2, body("小微更新", themes=[first.pk, second.pk]))
    put(coder, 3, body("邻里共商", themes=[second.pk]))
    return first, second


def test_a_merge_unites_the_taggings(scene, merge, desk, viewer):
    first, second = scene
    merge(first, second)
    assert themes_of(desk, viewer) == {"慢行优先": [second.pk], "小微更新": [second.pk], "邻里共商": [second.pk]}


def test_a_merged_theme_is_no_more_in_the_codebook(scene, merge, desk, viewer):
    merge(*scene)
    assert [theme["name"] for theme in desk(viewer)["themes"]] == ["步行优先"]


def test_the_target_takes_the_keywords(scene, merge):
    merge(*scene)
    assert Theme.objects.get(pk=scene[1].pk).keywords == ["步行"]


def test_a_merge_is_undone_whole(scene, merge, desk, member, editor):
    before = themes_of(desk, editor)
    merge(*scene)
    assert "慢行" in steps.undo(member(editor), None).message
    assert themes_of(desk, editor) == before
    assert [theme["name"] for theme in desk(editor)["themes"]] == ["慢行", "步行优先"]
    assert Theme.objects.get(pk=scene[1].pk).keywords == []


def test_an_undone_merge_is_redone(scene, merge, desk, member, editor):
    merge(*scene)
    after = themes_of(desk, editor)
    steps.undo(member(editor), None)
    steps.redo(member(editor), None)
    assert themes_of(desk, editor) == after


def test_what_was_tagged_after_the_merge_stays_with_the_target(scene, merge, put, desk, member, coder, editor, body):
    merge(*scene)
    put(coder, 4, body("一盏灯", themes=[scene[1].pk]))
    steps.undo(member(editor), None)
    assert themes_of(desk, editor)["一盏灯"] == [scene[1].pk]


def test_a_tag_removed_after_the_merge_does_not_return(scene, merge, put, desk, member, coder, editor, body):
    merge(*scene)
    put(coder, 1, body(themes=[]), 1)
    steps.undo(member(editor), None)
    assert themes_of(desk, editor)["慢行优先"] == []


def test_a_mark_that_names_the_merged_theme_lands_on_the_target(scene, merge, put, coder, body):
    merge(*scene)
    answer = put(coder, 4, body("一盏灯", themes=[scene[0].pk, scene[1].pk]))
    assert (answer.status_code, answer.json()["themes"]) == (201, [scene[1].pk])


def test_a_retry_of_a_mark_made_before_the_merge_agrees(scene, merge, put, coder, body):
    merge(*scene)
    assert put(coder, 1, body(themes=[scene[0].pk])).status_code == 200


def test_a_mark_made_before_the_merge_can_still_be_undone(scene, merge, put, undo, desk, coder, editor):
    merge(*scene)
    assert undo(coder).status_code == 200
    assert "邻里共商" not in themes_of(desk, editor)


def test_a_chain_of_merges_leads_to_its_end(scene, merge, put, theme, coder, body):
    last = theme("慢行交通")
    merge(*scene)
    merge(scene[1], last)
    assert put(coder, 4, body("一盏灯", themes=[scene[0].pk])).json()["themes"] == [last.pk]


def test_taggings_of_deleted_marks_move_too(scene, merge, delete, undo, desk, coder):
    delete(coder, 1, 1)
    merge(*scene)
    undo(coder)
    assert themes_of(desk, coder)["慢行优先"] == [scene[1].pk]


def test_a_pinned_example_stays_pinned(scene, merge):
    Tagging.objects.filter(theme=scene[0]).update(pinned=True)
    merge(*scene)
    assert sorted(Tagging.objects.values_list("highlight__exact", "pinned")) == [
        ("小微更新", True),
        ("慢行优先", True),
        ("邻里共商", False),
    ]


def test_children_come_along_and_twins_are_merged(merge, put, theme, coder, body):
    source, target = theme("甲"), theme("乙")
    twin, kept, other = theme("子", source), theme("子", target), theme("丑", source)
    put(coder, 1, body(themes=[twin.pk]))
    merge(source, target)
    assert Theme.objects.get(pk=other.pk).parent_id == target.pk
    assert list(Tagging.objects.values_list("theme", flat=True)) == [kept.pk]


def test_children_return_with_their_parent(merge, theme, member, editor):
    source, target = theme("甲"), theme("乙")
    child = theme("子", source)
    merge(source, target)
    steps.undo(member(editor), None)
    assert Theme.objects.get(pk=child.pk).parent_id == source.pk


def test_a_theme_is_not_merged_into_what_hangs_under_it(merge, theme):
    source = theme("甲")
    for target in (source, theme("子", source)):
        with pytest.raises(Refusal) as caught:
            merge(source, target)
        assert caught.value.code == "merge_below_itself"


def test_a_merge_that_makes_the_tree_too_deep_is_refused_whole(merge, theme):
    source = theme("甲")
    theme("孙", theme("子", source))
    deep = theme("深", theme("乙"))
    with pytest.raises(Refusal) as caught:
        merge(source, deep)
    assert caught.value.code == "too_deep"
    assert not Event.objects.filter(action="merge_themes").exists()


def test_a_merged_name_is_free_again(scene, merge, theme):
    merge(*scene)
    assert theme("慢行").pk


def test_an_articles_accepted_theme_follows_the_merge(merge, theme, essay, api, editor, desk):
    target = theme("步行")
    row = desk(editor)["article_themes"][0]
    api(editor, "patch", f"article-themes/{row['id']}", {"status": "accepted"})
    merge(Theme.objects.get(name=row["name"]), target)
    assert ArticleTheme.objects.get(pk=row["id"]).theme_id == target.pk


def test_a_split_takes_the_chosen_marks(scene, put, desk, member, editor):
    new = merging.split(member(editor), scene[0].pk, "小更新", [uuid(2)])
    assert themes_of(desk, editor) == {
        "慢行优先": [scene[0].pk],
        "小微更新": [new.pk, scene[1].pk],
        "邻里共商": [scene[1].pk],
    }


def test_a_split_is_undone_whole(scene, desk, member, editor):
    before = themes_of(desk, editor)
    merging.split(member(editor), scene[0].pk, "小更新", [uuid(2)])
    steps.undo(member(editor), None)
    assert themes_of(desk, editor) == before
    assert not Theme.objects.filter(name="小更新").exists()


def test_a_split_needs_marks_and_a_new_name(scene, member, editor):
    with pytest.raises(Refusal) as caught:
        merging.split(member(editor), scene[0].pk, "小更新", [uuid(3)])
    assert caught.value.code == "nothing_chosen"
    with pytest.raises(DuplicateTheme):
        merging.split(member(editor), scene[0].pk, "步行优先", [uuid(1)])


def test_a_coder_merges_and_splits_nothing(scene, member, coder):
    with pytest.raises(PermissionDenied):
        merging.merge(member(coder), scene[0].pk, scene[1].pk)
    with pytest.raises(PermissionDenied):
        merging.split(member(coder), scene[0].pk, "小更新", [])
