"""The page of suggested passages."""

import json
import re
from html import unescape
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.models import ArticleTheme, Highlight


@pytest.fixture
def page(client_of, project):
    def fetched(user, query=""):
        return client_of(user).get(f"/projects/{project.pk}/suggestions/{query}").content.decode()

    return fetched


def marks(shown):
    return [json.loads(unescape(mark)) for mark in re.findall(r'data-mark="([^"]*)"', shown)]


def test_what_is_shown_is_the_body_of_the_mark_that_accepting_makes(page, put, essay, theme, coder):
    street = theme("车道")
    [mark] = marks(page(coder, f"?theme={street.pk}"))
    assert put(coder, 1, mark | {"note": "", "themes": [street.pk]}).status_code == 201
    assert Highlight.objects.get(uuid=UUID(int=1)).exact.startswith("车道让出一米")
    assert marks(page(coder, f"?theme={street.pk}")) == []


def test_the_telling_words_are_set_apart(page, essay, theme, coder):
    assert "<b>车道</b>" in page(coder, f"?theme={theme('车道').pk}")


def test_an_article_s_accepted_themes_are_asked_for_by_themselves(page, essay, theme, coder, project):
    ArticleTheme.objects.create(
        project=project, article=essay, name="车道", theme=theme("车道"), status="accepted", reason={}
    )
    assert len(marks(page(coder, f"?article={essay.pk}"))) == 1


def test_without_a_theme_one_is_asked_to_choose(page, essay, theme, coder):
    theme("车道")
    assert "选一个或几个主题" in page(coder)


def test_without_any_theme_the_way_to_one_is_told(page, essay, coder):
    assert "还没有主题" in page(coder)


@pytest.mark.parametrize("query", ["?theme=x", "?theme=-1", "?theme=" + "9" * 30, "?article=x"])
def test_nonsense_is_ignored(page, essay, theme, coder, query):
    theme("车道")
    assert "选一个或几个主题" in page(coder, query)


def test_an_article_of_another_project_is_404(client_of, project, coder):
    assert client_of(coder).get(f"/projects/{project.pk}/suggestions/?article=999999").status_code == 404


def test_a_reader_sees_suggestions_without_ways_to_decide(page, essay, theme, viewer):
    shown = page(viewer, f"?theme={theme('车道').pk}")
    assert len(marks(shown)) == 1
    assert 'class="accept"' not in shown


def test_the_number_of_queries_does_not_grow_with_the_articles(page, add, essay, theme, coder):
    street = theme("别的事情")
    add("第一篇")
    with CaptureQueriesContext(connection) as few:
        assert len(marks(page(coder, f"?theme={street.pk}"))) == 1
    for number in range(12):
        add(f"第{number}篇")
    with CaptureQueriesContext(connection) as many:
        assert len(marks(page(coder, f"?theme={street.pk}"))) == 10
    assert len(many) == len(few)
