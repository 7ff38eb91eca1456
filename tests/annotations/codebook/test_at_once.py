"""Requests that come in at the same moment, each on a connection of its own."""

from functools import partial
from uuid import UUID

import pytest

from annotations.codebook import arranging, importing, merging
from annotations.models import ArticleTheme, Event, Highlight, Tagging, Theme
from annotations.refusals import Refusal
from reader.models import Membership

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_equal_creates_one_creates_and_one_agrees(at_once, put, coder, body):
    for number in range(10):
        answers = at_once(*[partial(put, coder, number, body())] * 2)
        assert sorted(answer.status_code for answer in answers) == [200, 201]
        assert Highlight.objects.count() == Event.objects.filter(subject="highlight").count() == number + 1


def test_of_two_differing_creates_one_is_told_of_the_other(at_once, put, coder, body):
    for number in range(10):
        marks = body(note="一"), body(note="二")
        answers = at_once(*[partial(put, coder, number, mark) for mark in marks])
        created, refused = sorted(answers, key=lambda answer: answer.status_code)
        assert (created.status_code, refused.status_code) == (201, 412)
        assert refused.json()["current"]["note"] == created.json()["note"]


def test_of_two_edits_one_is_told_of_the_other(at_once, put, coder, body):
    put(coder, 1, body())
    for revision in range(1, 11):
        notes = f"一{revision}", f"二{revision}"
        answers = at_once(*[partial(put, coder, 1, body(note=note), revision) for note in notes])
        assert sorted(answer.status_code for answer in answers) == [200, 412]


def test_two_editors_who_accept_all_make_each_theme_once(at_once, api, owner, editor, essay):
    path = f"articles/{essay.pk}/article-themes/accept-all"
    answers = at_once(*[partial(api, user, "post", path) for user in (owner, editor)])
    assert [answer.status_code for answer in answers] == [200, 200]
    assert Theme.objects.count() == ArticleTheme.objects.filter(article=essay, status="accepted").count() == 3


def test_a_mark_made_during_a_merge_lands_on_the_target(at_once, put, coder, owner, project, body, theme):
    mine = Membership.objects.get(project=project, user=owner)
    target = theme("合")
    for number in range(10):
        source = theme(f"分{number}")
        mark = partial(put, coder, number, body(themes=[source.pk]))
        answer, _ = at_once(mark, partial(merging.merge, mine, source.pk, target.pk))
        assert answer.status_code == 201
        assert list(Tagging.objects.filter(highlight__uuid=UUID(int=number)).values_list("theme")) == [(target.pk,)]


def test_of_two_moves_that_would_make_a_circle_one_is_refused(at_once, project, owner, editor, theme):
    first, second = theme("甲"), theme("乙")
    people = [Membership.objects.get(project=project, user=user) for user in (owner, editor)]
    move = partial(_unless_refused, arranging.move)
    results = at_once(partial(move, people[0], first.pk, second.pk), partial(move, people[1], second.pk, first.pk))
    assert sorted(map(str, results)) == ["None", "below_itself"]


def test_a_mark_that_loses_the_theme_during_a_split_is_whole(at_once, put, coder, owner, project, body, theme):
    mine = Membership.objects.get(project=project, user=owner)
    for number in range(5):
        whole, other = theme(f"整{number}"), theme(f"另{number}")
        put(coder, number, body(themes=[whole.pk]))
        edit = partial(put, coder, number, body(themes=[other.pk]), 1)
        split = partial(_unless_refused, merging.split, mine, whole.pk, f"半{number}", [UUID(int=number)])
        answer, _ = at_once(edit, split)
        names = set(Tagging.objects.filter(highlight__uuid=UUID(int=number)).values_list("theme__name", flat=True))
        assert names in ({f"另{number}"}, {f"半{number}"}, {f"另{number}", f"半{number}"})
        assert answer.status_code in (200, 412)


def test_one_file_taken_in_by_two_makes_each_theme_once(at_once, project, owner, editor):
    people = [Membership.objects.get(project=project, user=user) for user in (owner, editor)]
    table = "名称,上级\n甲,\n乙,甲\n丙,乙\n".encode()
    results = at_once(*[partial(importing.take_in, mine, table) for mine in people])
    assert sorted(dict(result).get("create", 0) for result in results) == [0, 3]
    assert Theme.objects.count() == 3


def test_a_file_taken_in_during_a_merge_loses_no_theme(at_once, project, owner, editor, theme):
    people = [Membership.objects.get(project=project, user=user) for user in (owner, editor)]
    for number in range(5):
        source, target = theme(f"分{number}"), theme(f"合{number}")
        table = f"名称,上级,定义\n分{number},,新的\n子{number},分{number},\n".encode()
        at_once(
            partial(importing.take_in, people[0], table),
            partial(merging.merge, people[1], source.pk, target.pk),
        )
        parent = Theme.objects.get(name=f"子{number}", merged_into=None).parent
        assert parent.merged_into is None


def test_a_mark_made_while_its_theme_is_archived_keeps_it(at_once, put, coder, owner, project, body, theme):
    mine = Membership.objects.get(project=project, user=owner)
    for number in range(5):
        made = theme(f"旧{number}")
        mark = partial(put, coder, number, body(themes=[made.pk]))
        answer, _ = at_once(mark, partial(arranging.archive, mine, made.pk))
        assert answer.json()["themes"] == [made.pk]
        assert Theme.objects.get(pk=made.pk).archived


def test_a_theme_moved_while_another_is_merged_into_it_stays_in_the_tree(at_once, project, owner, editor, theme):
    people = [Membership.objects.get(project=project, user=user) for user in (owner, editor)]
    for number in range(5):
        moved, source, parent = (theme(f"{name}{number}") for name in "移并上")
        child = theme(f"子{number}", source)
        at_once(
            partial(arranging.move, people[0], moved.pk, parent.pk),
            partial(merging.merge, people[1], source.pk, moved.pk),
        )
        child.refresh_from_db()
        moved.refresh_from_db()
        assert (child.parent_id, moved.parent_id) == (moved.pk, parent.pk)


def test_two_windows_that_undo_take_back_two_steps(at_once, put, undo, coder, body):
    put(coder, 1, body())
    put(coder, 2, body("小微更新"))
    answers = at_once(*[partial(undo, coder)] * 2)
    assert [answer.status_code for answer in answers] == [200, 200]
    assert not Highlight.objects.filter(deleted=None).exists()


def _unless_refused(act, *arguments):
    try:
        return act(*arguments)
    except Refusal as refusal:
        return refusal.code
