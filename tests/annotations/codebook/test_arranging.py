"""The tree: moved, at most three levels, archived and brought back."""

import pytest
from django.core.exceptions import PermissionDenied

from annotations.codebook import arranging
from annotations.models import Theme
from annotations.refusals import Refusal
from annotations.themes.tree import in_order
from annotations.undoing import steps
from reader.models import Membership


@pytest.fixture
def mine(project, editor):
    return Membership.objects.get(project=project, user=editor)


def names():
    return [theme.name for theme in in_order(Theme.objects.all())]


def refused(call, *given):
    with pytest.raises(Refusal) as caught:
        call(*given)
    return caught.value.code


def test_a_theme_is_moved_before_a_sibling(mine, theme):
    first, _, third = theme("甲"), theme("乙"), theme("丙")
    arranging.move(mine, third.pk, None, first.pk)
    assert names() == ["丙", "甲", "乙"]


def test_a_theme_is_moved_below_another_at_the_end(mine, theme):
    root, moved = theme("甲"), theme("乙")
    theme("子", root)
    arranging.move(mine, moved.pk, root.pk)
    assert names() == ["甲", "子", "乙"]


def test_a_new_theme_comes_last(mine, theme, api, editor):
    first, second = theme("甲"), theme("乙")
    arranging.move(mine, second.pk, None, first.pk)
    api(editor, "post", "themes", {"name": "丙"})
    assert names() == ["乙", "甲", "丙"]


def test_a_move_is_undone(mine, theme):
    root, moved = theme("甲"), theme("乙")
    arranging.move(mine, moved.pk, root.pk)
    steps.undo(mine, None)
    assert Theme.objects.get(pk=moved.pk).parent_id is None


def test_there_is_no_fourth_level(mine, theme, api, editor):
    third = theme("孙", theme("子", theme("甲")))
    moved = theme("乙")
    assert refused(arranging.move, mine, moved.pk, third.pk) == "too_deep"
    answer = api(editor, "post", "themes", {"name": "丙", "parent": third.pk})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "too_deep")


def test_what_hangs_below_counts_as_depth(mine, theme):
    child = theme("子", theme("甲"))
    moved = theme("乙")
    theme("丙", moved)
    assert refused(arranging.move, mine, moved.pk, child.pk) == "too_deep"


def test_a_theme_is_not_moved_below_itself(mine, theme):
    root = theme("甲")
    child = theme("子", root)
    assert refused(arranging.move, mine, root.pk, child.pk) == "below_itself"
    assert refused(arranging.move, mine, root.pk, root.pk) == "below_itself"


def test_a_theme_does_not_move_to_its_namesake(mine, theme):
    root = theme("甲")
    theme("子", root)
    assert refused(arranging.move, mine, theme("子").pk, root.pk) == "duplicate_theme"


def test_a_parent_of_another_project_is_unknown(mine, theme, stranger):
    foreign = Theme.objects.create(project=stranger.memberships.get().project, name="外")
    assert refused(arranging.move, mine, theme("甲").pk, foreign.pk) == "unknown_theme"
    assert refused(arranging.move, mine, foreign.pk, None) == "unknown_theme"


def test_an_archived_theme_takes_along_what_hangs_below(mine, theme):
    root = theme("甲")
    theme("子", root)
    arranging.archive(mine, root.pk)
    assert Theme.objects.filter(archived=None).count() == 0


def test_unarchiving_brings_the_parents_back_too(mine, theme):
    root = theme("甲")
    child = theme("子", root)
    arranging.archive(mine, root.pk)
    arranging.unarchive(mine, child.pk)
    assert Theme.objects.filter(archived=None).count() == 2


def test_archiving_is_undone_and_redone(mine, theme):
    root = theme("甲")
    arranging.archive(mine, root.pk)
    steps.undo(mine, None)
    assert Theme.objects.get().archived is None
    steps.redo(mine, None)
    assert Theme.objects.get().archived


def test_tagging_with_an_archived_theme_is_kept(mine, theme, put, coder, body):
    root = theme("甲")
    arranging.archive(mine, root.pk)
    assert put(coder, 1, body(themes=[root.pk])).json()["themes"] == [root.pk]


def test_only_editors_arrange(project, coder, theme):
    theirs, root = Membership.objects.get(project=project, user=coder), theme("甲")
    for call in (arranging.archive, arranging.unarchive):
        with pytest.raises(PermissionDenied):
            call(theirs, root.pk)
    with pytest.raises(PermissionDenied):
        arranging.move(theirs, root.pk, None)
