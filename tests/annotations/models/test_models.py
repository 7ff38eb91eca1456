import pytest
from django.db import IntegrityError, transaction

from annotations.models import ArticleTheme, Event, Highlight, Memo, SavedFilter, Tagging, Theme


@pytest.fixture
def refused(db):
    """Whether the database itself refuses."""

    def by_the_database(call, *args, **fields):
        with pytest.raises(IntegrityError), transaction.atomic():
            call(*args, **fields)

    return by_the_database


@pytest.fixture
def highlight(put, coder, body, theme):
    put(coder, 1, body(themes=[theme("甲").pk]))
    return Highlight.objects.get()


@pytest.mark.parametrize("change", [{"start": 8, "end": 8}, {"start": 9, "end": 8}])
def test_a_highlight_starts_before_it_ends(refused, highlight, change):
    refused(Highlight.objects.filter(pk=highlight.pk).update, **change)


def test_a_uuid_stands_once_in_a_project(refused, highlight):
    fields = {name: getattr(highlight, name) for name in ("project", "uuid", "article", "version", "start", "end")}
    refused(Highlight.objects.create, **fields)


def test_a_theme_stands_once_on_a_highlight(refused, highlight):
    tagging = Tagging.objects.get()
    refused(Tagging.objects.create, project=tagging.project, highlight=highlight, theme=tagging.theme)


def test_roots_have_names_of_their_own(refused, theme):
    theme("甲")
    refused(theme, "甲")


def test_siblings_have_names_of_their_own(refused, theme):
    root = theme("甲")
    theme("乙", root)
    refused(theme, "乙", root)


def test_cousins_may_share_a_name(theme):
    assert theme("丙", theme("甲")).name == theme("丙", theme("乙")).name


def test_a_theme_has_a_name(refused, theme):
    refused(theme, "")


@pytest.mark.parametrize("colour", [0, 13])
def test_a_colour_is_of_the_palette(refused, theme, colour):
    refused(theme, "甲", colour=colour)


def test_an_accepted_article_theme_has_a_theme(refused, essay):
    refused(ArticleTheme.objects.filter(article=essay).update, status="accepted")


def test_an_article_has_each_proposal_once(refused, essay, project):
    there = ArticleTheme.objects.filter(article=essay).first()
    refused(ArticleTheme.objects.create, project=project, article=essay, name=there.name)


def test_a_project_goes_with_all_that_belongs_to_it(put, undo, api, editor, body, essay, theme, project):
    api(editor, "post", f"articles/{essay.pk}/article-themes/accept-all")
    put(editor, 1, body(themes=[theme("乙", theme("甲")).pk]))
    undo(editor)
    project.delete()
    assert not any(model.objects.exists() for model in (Theme, ArticleTheme, Highlight, Tagging, Event))


def test_a_persons_marks_stay_when_they_leave(highlight, coder, desk, viewer):
    coder.delete()
    assert [mark["author"] for mark in desk(viewer)["highlights"]] == [None]


@pytest.fixture
def memo(project, owner):
    return lambda **on: Memo.objects.create(project=project, author=owner, text="想法", **on)


def test_a_project_has_one_memo_of_its_own(refused, memo):
    memo()
    refused(memo)


def test_an_article_has_one_memo(refused, memo, essay):
    memo(article=essay)
    refused(memo, article=essay)


def test_a_person_gives_a_filters_name_once(refused, project, coder, viewer):
    fields = {"project": project, "name": "待议"}
    SavedFilter.objects.create(user=coder, **fields)
    SavedFilter.objects.create(user=viewer, **fields)
    refused(SavedFilter.objects.create, user=coder, **fields)
