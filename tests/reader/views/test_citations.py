import pytest

from annotations.exporting import documents
from annotations.exports.document import CitationStyle
from reader.models import Article, Project


@pytest.mark.parametrize(
    ("chosen", "style"),
    [
        ("2025 numeric", CitationStyle(2025, "numeric")),
        ("2025 author-year", CitationStyle(2025, "author-year")),
        ("2015 numeric", CitationStyle(2015, "numeric")),
        ("2015 author-year", CitationStyle(2015, "author-year")),
    ],
)
def test_a_projects_style_is_kept_and_used(client_of, editor, project, chosen, style):
    client_of(editor).post(f"/projects/{project.pk}/citation/", {"citation": chosen})
    assert documents.citation_style(Project.objects.get(pk=project.pk)) == style


def test_a_style_there_is_not_changes_nothing(client_of, editor, project):
    client_of(editor).post(f"/projects/{project.pk}/citation/", {"citation": "1987"})
    assert Project.objects.get(pk=project.pk).citation == "2025 numeric"


def test_an_articles_kind_is_kept_and_can_be_left_to_the_source_again(client_of, editor, article):
    address = f"/projects/{article.project_id}/articles/{article.pk}/citation/"
    for kind in ("R/OL", ""):
        answer = client_of(editor).post(address, {"citation_kind": kind, "next": "/projects/"})
        assert answer.headers["Location"] == "/projects/"
        assert Article.objects.get(pk=article.pk).citation_kind == kind


def test_a_kind_there_is_not_changes_nothing_and_nobody_is_sent_elsewhere(client_of, editor, article):
    address = f"/projects/{article.project_id}/articles/{article.pk}/citation/"
    answer = client_of(editor).post(address, {"citation_kind": "X", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == article.get_absolute_url()
    assert Article.objects.get(pk=article.pk).citation_kind == ""
