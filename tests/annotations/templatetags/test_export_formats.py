"""What the export dialog offers on which page."""

from types import SimpleNamespace

import pytest
from django.template import Context

from annotations.exports import FORMATS
from annotations.filters.filter import Filter
from annotations.templatetags.export_formats import export_form
from reader.models import Article


def scopes(**page):
    return [scope.query for scope in export_form(Context(page)).scopes]


def test_every_format_is_offered_once_the_usual_first_with_a_word_on_each():
    offered = export_form(Context())
    assert [choice.name for choice in offered.first] == ["docx", "xlsx", "markdown", "pdf"]
    assert all(choice.purpose for choice in offered.first)
    assert sorted(choice.name for choice in (*offered.first, *offered.more)) == sorted(FORMATS)


def test_anywhere_the_project_is_offered():
    assert scopes() == [""]
    assert scopes(filters=SimpleNamespace(narrows=True, query="x")) == [""]


def test_on_an_article_its_own_notes_come_first():
    assert scopes(article=Article(pk=7, version_id=1)) == ["article=7", ""]


@pytest.mark.parametrize("fields", [{"version_id": None}, {"version_id": 1, "deleted": "2026-01-01"}])
def test_an_article_that_has_none_is_not_offered(fields):
    assert scopes(article=Article(pk=7, **fields)) == [""]


def test_where_a_filter_narrows_what_it_shows_comes_first():
    assert scopes(filters=Filter(theme=3, group="theme")) == ["theme=3&group=theme", ""]
    assert scopes(filters=Filter(group="theme")) == [""]
