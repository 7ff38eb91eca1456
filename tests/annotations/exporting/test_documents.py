from datetime import UTC, date, datetime

import pytest

from annotations.exporting import documents
from annotations.palette import on_paper
from reader.models import Article, Snapshot

REQUEST = documents.Request(None, "https://quandian.example", datetime(2026, 11, 20, tzinfo=UTC))


@pytest.fixture
def of_article(project, essay):
    return lambda: documents.of_article(project, essay, REQUEST)


def test_the_document_holds_the_marks_with_their_places(of_article, put, coder, body, essay):
    put(coder, 1, body("𠮷祥里", note="好"))
    (article,) = of_article().articles
    (mark,) = article.highlights
    assert article.text == essay.version.text
    assert (article.text[mark.start : mark.end], mark.note, mark.author) == ("𠮷祥里", "好", "coder")


def test_the_text_is_addressed_on_the_site_that_was_asked(of_article, essay):
    assert of_article().articles[0].address == f"https://quandian.example{essay.get_absolute_url()}"


def test_metadata_is_passed_on(project, article):
    exported = documents.of_article(project, article, REQUEST).articles[0]
    assert (exported.title, exported.source, exported.published) == (article.title, article.source, article.published)
    assert [author.name for author in exported.authors] == [author["name"] for author in article.authors]


def test_it_was_read_on_the_day_it_was_saved_in_shanghai(of_article):
    Snapshot.objects.update(saved=datetime(2026, 3, 1, 20, tzinfo=UTC))
    assert str(of_article().articles[0].accessed) == "2026-03-02"


def test_themes_come_depth_first_with_path_and_colour(of_article, theme):
    later = theme("活力", colour=3)
    child = theme("共商", parent=theme("治理"))
    listed = of_article().themes
    assert [row.path for row in listed] == [("活力",), ("治理",), ("治理", "共商")]
    assert (listed[0].id, listed[0].hex, listed[2].id) == (later.pk, on_paper(3), child.pk)


def test_themes_stand_on_a_mark_in_their_order(of_article, put, coder, body, theme):
    first, second = theme("甲").pk, theme("乙").pk
    put(coder, 1, body(themes=[second, first]))
    assert of_article().articles[0].highlights[0].themes == (second, first)


def test_a_projects_notes_are_of_the_articles_that_carry_marks(project, put, coder, body, add):
    add("没有圈点")
    put(coder, 1, body())
    document = documents.of_project(project, REQUEST)
    assert [article.title for article in document.articles] == ["让街巷慢下来"]


def test_a_project_without_marks_has_an_empty_document(project):
    assert documents.of_project(project, REQUEST).articles == ()


def test_a_mark_that_stands_in_an_old_text_only_is_not_put_into_the_new_one(
    of_article, put, coder, body, essay, project
):
    put(coder, 1, body())
    essay.version = essay.versions.create(
        project=project,
        number=2,
        text="全文另写。",
        blocks=[{"kind": "paragraph", "level": 0, "text": "全文另写。"}],
        words="5",
    )
    essay.save(update_fields=["version"])
    assert of_article().articles[0].highlights == ()


def test_the_exporter_is_named(project, essay, coder):
    asked = documents.Request(coder, "", REQUEST.time)
    assert documents.of_article(project, essay, asked).exporter == "coder"


def test_a_print_edition_is_cited(project, essay):
    """People's Daily of 13 May 2024, page 9, read online: the paper, its day and its page, not the portal."""
    edition = {"print_paper": "人民日报", "print_date": date(2024, 5, 13), "print_page": "09"}
    Article.objects.filter(pk=essay.pk).update(source="人民网", url="http://paper.people.com.cn/a", **edition)
    essay.refresh_from_db()
    assert "人民日报，2024-05-13（9）" in documents.citation(essay, None, project).replace("（09）", "（9）")
