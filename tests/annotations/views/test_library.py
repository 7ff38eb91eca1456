from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.views.library import PER_PAGE


@pytest.fixture
def library(client_of, viewer, project):
    """The context of the library page, as the viewer sees it under these filters."""
    return lambda user=viewer, **query: client_of(user).get(f"/projects/{project.pk}/", query).context


def titles(context):
    return [row.article.title for row in context["rows"]]


def day(year, month=1, number=1):
    return datetime(year, month, number, tzinfo=UTC)


def test_an_empty_project_has_an_empty_library(library):
    context = library()
    assert (titles(context), context["total"], context["highlight_total"]) == ([], 0, 0)


def test_a_row_has_the_opening_and_the_waiting_proposals(library, essay):
    row = library()["rows"][0]
    assert row.opening.startswith("一条街巷的好坏")
    assert (row.proposals, row.themes, row.progress) == (3, [], None)


def test_a_row_counts_each_theme_given_in_it(library, put, coder, body, theme):
    given, other, unused = theme("甲"), theme("乙"), theme("丙")
    put(coder, 1, body(themes=[given.pk]))
    put(coder, 2, body("小微更新", themes=[given.pk, other.pk]))
    assert [(item.theme, item.count) for item in library()["rows"][0].themes] == [(given, 2), (other, 1)]
    assert unused in library()["themes"]


def test_a_row_lists_accepted_themes_that_were_not_given_yet(library, api, editor, essay):
    api(editor, "post", f"articles/{essay.pk}/article-themes/accept-all")
    row = library()["rows"][0]
    assert (row.themes[0].theme.name, row.themes[0].count) == ("慢行优先", 0)
    assert row.proposals == 0


def test_deleted_marks_do_not_count(library, put, delete, coder, body, theme):
    put(coder, 1, body(themes=[theme("甲").pk]))
    delete(coder, 1, 1)
    context = library()
    assert (context["rows"][0].themes, context["highlight_total"]) == ([], 0)


def test_progress_is_the_readers_own(library, api, viewer, coder, essay):
    api(coder, "put", f"articles/{essay.pk}/progress", {"block": 2, "blocks": 4})
    assert library(coder)["rows"][0].progress.percent == 50
    assert library(viewer)["rows"][0].progress is None


def test_deleted_articles_are_counted_and_not_listed(library, add):
    add("留着")
    add("不要", deleted=day(2026))
    context = library()
    assert (titles(context), context["total"], context["deleted_total"]) == (["留着"], 1, 1)


def test_the_latest_published_come_first_and_the_undated_last(library, add):
    add("旧", published=day(2021))
    add("无日期", published=None)
    add("新", published=day(2023))
    assert titles(library()) == ["新", "旧", "无日期"]


def test_they_can_be_sorted_by_when_they_came_in_and_by_title(library, add):
    add("乙", published=day(2021))
    add("甲", published=day(2023))
    assert titles(library(sort="added")) == ["甲", "乙"]
    assert titles(library(sort="title")) == sorted(["甲", "乙"])


def test_they_can_be_filtered_by_source_and_year(library, add):
    add("一", source="经济日报", published=day(2023))
    add("二", source="人民日报", published=day(2023))
    add("三", source="经济日报", published=day(2021))
    assert titles(library(source="经济日报")) == ["一", "三"]
    assert titles(library(source="经济日报", year=2023)) == ["一"]


def test_the_year_is_that_of_shanghai(library, add):
    add("元旦", published=datetime(2022, 12, 31, 17, tzinfo=UTC))
    assert titles(library(year=2023)) == ["元旦"]
    assert library()["years"] == [2023]


def test_the_filters_offer_what_there_is(library, add):
    add("一", source="经济日报", published=day(2023))
    add("二", source="人民日报", published=day(2021))
    add("三", source="", deleted=day(2026), published=day(1999))
    context = library()
    assert (context["sources"], context["years"]) == (sorted(["人民日报", "经济日报"]), [2023, 2021])


def test_the_theme_filter_finds_tagged_and_accepted_articles(library, put, coder, body, theme, add, project):
    given = theme("甲")
    put(coder, 1, body(themes=[given.pk]))
    accepted = add("采用了")
    accepted.article_themes.create(project=project, name="甲", theme=given, status="accepted")
    add("无关")
    assert set(titles(library(theme=given.pk))) == {"让街巷慢下来", "采用了"}


def test_the_theme_filter_takes_in_what_hangs_under_the_theme(library, put, coder, body, theme, add):
    root = theme("甲")
    put(coder, 1, body(themes=[theme("乙", parent=root).pk]))
    add("无关")
    assert titles(library(theme=root.pk)) == ["让街巷慢下来"]


def test_the_theme_filter_forgets_deleted_marks(library, put, delete, coder, body, theme):
    given = theme("甲")
    put(coder, 1, body(themes=[given.pk]))
    delete(coder, 1, 1)
    assert titles(library(theme=given.pk)) == []


def test_unread_are_those_not_begun_by_oneself(library, add, api, viewer, coder):
    begun, opened = add("读过"), add("只打开过")
    api(viewer, "put", f"articles/{begun.pk}/progress", {"block": 1, "blocks": 2})
    api(viewer, "put", f"articles/{opened.pk}/progress", {"block": 0, "blocks": 2})
    assert titles(library(viewer, unread="1")) == ["只打开过"]
    assert len(titles(library(coder, unread="1"))) == 2


@pytest.mark.parametrize(
    "query",
    [{"theme": "x"}, {"theme": 2**80}, {"year": "今年"}, {"year": 0}, {"sort": "-pk"}, {"page": "x"}, {"source": "\0"}],
)
def test_a_filter_that_makes_no_sense_is_left_out(library, add, query):
    add("一")
    assert titles(library(**query)) == ["一"]


def test_a_long_library_comes_in_pages(library, add):
    for number in range(PER_PAGE + 1):
        add(f"第{number}篇")
    assert [len(library(page=page)["rows"]) for page in (1, 2, 3)] == [PER_PAGE, 1, 1]
    assert library()["total"] == PER_PAGE + 1


def test_the_library_takes_as_many_queries_for_twenty_articles_as_for_one(
    client_of, coder, project, add, theme, put, body, essay
):
    client, address = client_of(coder), f"/projects/{project.pk}/"
    put(coder, 0, body(themes=[theme("甲").pk]))
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in range(1, 20):
        other = add(f"第{number}篇")
        put(coder, number, body("一件别的事情", other, themes=[theme(f"第{number}个").pk]))
    with CaptureQueriesContext(connection) as twenty:
        assert len(client.get(address).context["rows"]) == 20
    assert len(twenty) == len(one)


def test_other_projects_stay_out(library, put, coder, body, stranger, client_of):
    put(coder, 1, body())
    mine = stranger.memberships.get().project
    context = client_of(stranger).get(f"/projects/{mine.pk}/").context
    assert (titles(context), context["highlight_total"], list(context["themes"])) == ([], 0, [])
