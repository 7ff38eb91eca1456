"""How rare terms are in a project's own articles."""

import pytest

from annotations.models import ArticleTheme
from annotations.themes.rarities import rarities
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Project

# Unlike in nothing but the number: what only this project says often.
STORY = "第{}天，步道边的茶摊支起来了，过路的人坐下喝茶，说步道修得好，茶摊的茶也好。"


@pytest.fixture
def stories(project, owner):
    for number in range(20):
        import_capture(project, owner, Capture(f"河边记\n\n{STORY.format(number)}\n\n{number}号渡口。".encode()))


def test_what_every_article_holds_says_nothing(project, stories):
    assert rarities(project.pk, ["茶摊"])["茶摊"] == 0


def test_what_one_article_holds_says_more(project, stories):
    found = rarities(project.pk, ["茶摊", "19号渡口"])
    assert found["19号渡口"] > found["茶摊"]


def test_articles_of_another_project_do_not_count(stories):
    other = Project.objects.create(name="别的课题")
    assert rarities(other.pk, ["茶摊"])["茶摊"] > 0


def test_an_article_without_themes_is_given_keywords_below_likely(project, owner):
    text = "河边的步道\n\n" + "\n\n".join(STORY.format(number) for number in ("一", "二", "三", "四", "五", "六"))
    import_capture(project, owner, Capture(text.encode()))
    rows = ArticleTheme.objects.filter(project=project, reason__code="keyword")
    assert rows and all(row.score < 0.5 for row in rows)
