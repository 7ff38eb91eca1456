"""Themes below themes, on an article: proposed with their parent, accepted with it or alone."""

import pytest

from annotations.models import ArticleTheme, Theme
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture

BODY = "先说明现状，再举出两处街区的做法，最后落到每一个住在这里的人身上，把道理讲得明明白白。" * 2
TEXT = "\n\n".join(
    [
        "老城里的日子",
        "一、修好河边步道",
        "一是拓宽路面。" + BODY,
        "二是补种行道树。" + BODY,
        "二、打造街角书店",
        BODY,
        BODY,
    ]
)


@pytest.fixture
def headed(project, owner):
    return import_capture(project, owner, Capture(TEXT.encode(), filename="老城.txt")).article


@pytest.fixture
def rows(headed):
    return lambda: list(ArticleTheme.objects.filter(article=headed).order_by("position"))


@pytest.fixture
def patch(api):
    return lambda user, row, **wanted: api(user, "patch", f"article-themes/{row.pk}", wanted)


@pytest.fixture
def accept_all(api, headed):
    return lambda user, **wanted: api(user, "post", f"articles/{headed.pk}/article-themes/accept-all", wanted)


def accepted():
    return ArticleTheme.objects.filter(status="accepted").count()


def test_they_are_kept_with_the_block_of_their_parent(rows):
    first, *below, second = rows()
    assert (first.parent, second.parent) == (None, None)
    assert [row.parent for row in below] == [first.paragraph] * 2


def test_the_page_is_told_of_the_parent(rows, api, viewer, headed):
    told = api(viewer, "get", f"articles/{headed.pk}/desk").json()["article_themes"]
    assert [row["parent"] for row in told] == [row.parent for row in rows()]


def test_accepting_all_leaves_them_out(rows, accept_all, editor):
    accept_all(editor)
    assert [row.status for row in rows()] == ["accepted", "proposed", "proposed", "accepted"]


def test_accepting_all_takes_them_where_they_are_unfolded(rows, accept_all, editor):
    accept_all(editor, unfolded=[rows()[0].pk])
    assert {row.status for row in rows()} == {"accepted"}


def test_one_accepted_alone_becomes_a_child_theme(rows, patch, editor):
    parent, child, *_ = rows()
    patch(editor, child, status="accepted")
    theme = Theme.objects.get(article_themes=child)
    assert theme.parent.name == parent.name
    assert accepted() == 1


def test_with_the_parent_all_below_it_are_accepted(rows, patch, editor):
    patch(editor, rows()[0], status="accepted", with_below=True)
    assert [row.status for row in rows()] == ["accepted", "accepted", "accepted", "proposed"]
    assert Theme.objects.filter(parent=rows()[0].theme).count() == 2


def test_the_parent_alone_leaves_them_open(rows, patch, editor):
    patch(editor, rows()[0], status="accepted")
    assert accepted() == 1


def test_below_a_rejected_parent_a_theme_is_a_root(rows, patch, editor):
    parent, child, *_ = rows()
    patch(editor, parent, status="rejected")
    patch(editor, child, status="accepted")
    assert Theme.objects.get(article_themes=child).parent is None


def test_where_the_tree_is_deep_enough_a_theme_is_a_root(rows, patch, editor, theme):
    parent, child, *_ = rows()
    deep = theme("三", parent=theme("二", parent=theme("一")))
    patch(editor, parent, theme=deep.pk)
    patch(editor, child, status="accepted")
    assert Theme.objects.get(article_themes=child).parent is None


def test_one_step_back_takes_back_parent_and_children(rows, patch, editor, api, headed):
    patch(editor, rows()[0], status="accepted", with_below=True)
    assert api(editor, "post", f"articles/{headed.pk}/undo").status_code == 200
    assert accepted() == 0
