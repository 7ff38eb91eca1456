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


def test_a_row_counts_marks_themes_and_people(library, put, coder, editor, body, theme):
    put(coder, 1, body(themes=[theme("甲").pk]))
    put(editor, 2, body("小微更新"))
    row = library()["rows"][0]
    assert (row.marks, row.people, len(row.themes)) == (2, 2, 1)


def test_they_can_be_sorted_by_marks_and_by_when_one_read_them(library, put, coder, viewer, body, add, api, essay):
    add("没有圈点", published=day(2030))
    put(coder, 1, body())
    assert titles(library(sort="marks")) == ["让街巷慢下来", "没有圈点"]
    other = add("读过", published=day(2001))
    api(viewer, "put", f"articles/{other.pk}/progress", {"block": 1, "blocks": 2})
    assert titles(library(viewer, sort="read"))[0] == "读过"
    assert titles(library(coder, sort="read"))[0] == "没有圈点"


def test_marks_of_one_person_are_asked_for(library, put, coder, editor, body, add):
    put(coder, 1, body())
    add("别的")
    assert titles(library(person=coder.pk)) == ["让街巷慢下来"]
    assert titles(library(person=editor.pk)) == []
    assert library()["people"] == [(coder.pk, "coder")]


def test_several_themes_and_labels_are_asked_for_at_once(library, client_of, put, coder, body, theme, add, project):
    first, second = theme("甲"), theme("乙")
    put(coder, 1, body(themes=[first.pk, second.pk]))
    other = add("只有甲")
    put(coder, 2, body("一件别的事情", other, themes=[first.pk]))
    assert titles(library(theme=[first.pk, second.pk])) == ["让街巷慢下来"]
    act = f"/projects/{project.pk}/articles/act/"
    for name in ("待读", "综述"):
        client_of(coder).post(act, {"act": "label", "label": name, "article": other.pk})
    labels = [label.pk for label, _count in library()["labels"]]
    assert titles(library(label=labels)) == ["只有甲"]
    assert titles(library(label=labels, theme=second.pk)) == []
    assert [chip.name for chip in library(label=labels, theme=first.pk)["chips"]] == ["甲", "待读", "综述"]


def test_a_chip_leads_to_the_filter_without_it(library, theme):
    first, second = theme("甲"), theme("乙")
    context = library(theme=[first.pk, second.pk], sort="marks")
    assert [chip.without for chip in context["chips"]] == [
        f"theme={second.pk}&sort=marks",
        f"theme={first.pk}&sort=marks",
    ]


def test_those_with_undecided_themes_are_asked_for(library, essay, add):
    add("没有建议")
    assert titles(library(waiting="1")) == ["让街巷慢下来"]


@pytest.mark.parametrize("query", [{"label": "x"}, {"label": 2**80}, {"theme": ["²", "-1", ""]}, {"person": "谁"}])
def test_numbers_that_are_none_ask_for_nothing(library, add, query):
    add("一")
    assert titles(library(**query)) == ["一"]


def test_an_article_knows_its_neighbours_in_the_list_it_was_opened_from(client_of, viewer, project, add):
    sources = {"甲": "报", "乙": "刊", "丙": "报", "丁": "报"}
    made = [add(name, source=sources[name], published=day(2020 + number)) for number, name in enumerate(sources)]
    page = client_of(viewer).get(f"{made[2].get_absolute_url()}?list=source%3D%E6%8A%A5")
    near = page.context["near"]
    assert (near.previous.title, near.next.title, near.number, near.total) == ("丁", "甲", 2, 3)
    assert f"/projects/{project.pk}/?source=%E6%8A%A5#a{made[2].pk}" in page.content.decode()


def test_a_list_that_no_longer_holds_the_article_and_no_list_have_no_neighbours(client_of, viewer, add):
    one = add("甲", source="报")
    assert client_of(viewer).get(f"{one.get_absolute_url()}?list=source%3Dx").context["near"] is None
    assert client_of(viewer).get(one.get_absolute_url()).context["near"] is None


def test_in_a_list_of_unread_articles_the_one_that_is_being_read_stays(client_of, viewer, add, api):
    first, second = add("甲", published=day(2022)), add("乙", published=day(2021))
    api(viewer, "put", f"articles/{first.pk}/progress", {"block": 1, "blocks": 2})
    near = client_of(viewer).get(f"{first.get_absolute_url()}?list=unread%3D1").context["near"]
    assert (near.next, near.total) == (second, 2)


def test_an_article_far_down_leads_back_to_its_page_of_the_list(client_of, viewer, add):
    made = [add(f"第{number}篇", published=day(1900 + number)) for number in range(PER_PAGE + 1)]
    near = client_of(viewer).get(f"{made[0].get_absolute_url()}?list=").context["near"]
    assert (near.query, near.number) == ("page=2", PER_PAGE + 1)


def test_notes_are_filtered_by_label_and_by_articles_chosen(client_of, coder, project, put, body, add, essay):
    other = add("别的")
    put(coder, 1, body())
    put(coder, 2, body("一件别的事情", other))
    client = client_of(coder)
    client.post(f"/projects/{project.pk}/articles/act/", {"act": "label", "label": "待读", "article": other.pk})
    label = project.labels.get().pk
    for query in ({"label": label}, {"among": other.pk}):
        listing = client.get(f"/projects/{project.pk}/notes/", query).context["listing"]
        assert listing.total == 1
    assert (
        client.get(f"/projects/{project.pk}/notes/", {"among": f"{other.pk},{essay.pk}"}).context["listing"].total == 2
    )
    assert client.get(f"/projects/{project.pk}/notes/", {"among": "1,x"}).context["listing"].total == 2


def test_labels_leave_with_the_exports(client_of, coder, project, put, body, essay):
    put(coder, 1, body())
    client = client_of(coder)
    client.post(f"/projects/{project.pk}/articles/act/", {"act": "label", "label": "待读", "article": essay.pk})
    told = {
        "csv": "待读",
        "markdown": "标签：待读",
        "html": "标签：待读",
        "ris": "KW  - 待读",
        "bibtex": "keywords = {待读}",
    }
    for format, said in (told | {"csljson": '"keyword": "待读"'}).items():
        answer = client.get(f"/projects/{project.pk}/export/{format}/?article={essay.pk}")
        assert said in b"".join(answer.streaming_content).decode("utf-8-sig"), format
