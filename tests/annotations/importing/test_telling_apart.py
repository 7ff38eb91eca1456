"""A quote that stands several times, and articles of one title: told apart by what the file says, or asked about."""

import json
from datetime import UTC, datetime

import pytest

from annotations.importing import placing, unplaced
from annotations.imports import read
from annotations.models import Highlight, Unplaced
from reader.models import Membership
from tests.annotations.importing.any_project import build_articles

LINES = (
    "一、慢行优先",
    "东街的人说，慢行优先才安全。",
    "西街的人也说，慢行优先才热闹。",
    "北街说，慢行优先，就是慢行优先。",
)
TEXT = "\n".join(LINES)
PLACES = [at for at in range(len(TEXT)) if TEXT.startswith("慢行优先", at)]


@pytest.fixture
def take(project, editor):
    membership = Membership.objects.get(project=project, user=editor)
    return lambda data: placing.place_all(membership, read(data), "x")


@pytest.fixture
def articles(project):
    """Articles with these lines, each with what tells it from the others."""

    def make(*told, lines=LINES, title="慢行记"):
        return build_articles(project, [{"title": title, "lines": lines, "url": ""} | one for one in told])

    return make


def _table(columns, *rows):
    return "\n".join([",".join(columns), *(",".join(row) for row in rows)]).encode()


def _starts():
    return [mark.start for mark in Highlight.objects.order_by("pk")]


def test_the_paragraph_tells_which_of_three(articles, take):
    articles({})
    rows = [("慢行优先", "慢行记", str(number)) for number in (3, 1, 2)]
    take(_table(("引文", "文章", "段号"), *rows))
    assert _starts() == [PLACES[2], PLACES[0], PLACES[1]]


def test_the_sentence_tells_which_of_three(articles, take):
    articles({})
    sentences = (LINES[2], LINES[0], LINES[1])
    take(_table(("引文", "文章", "所在句"), *(("慢行优先", "慢行记", one) for one in sentences)))
    assert _starts() == [PLACES[2], PLACES[0], PLACES[1]]


def test_the_character_tells_which_of_two_in_one_sentence(articles, take):
    articles({})
    numbers = [str(place - TEXT.index(LINES[3]) + 1) for place in PLACES[3:]]
    rows = [("慢行优先", "慢行记", LINES[3], "4", number) for number in reversed(numbers)]
    take(_table(("引文", "文章", "所在句", "段号", "字位"), *rows))
    assert _starts() == PLACES[:2:-1]


def test_two_of_one_paragraph_wait_where_nothing_tells(articles, take):
    articles({})
    take(_table(("引文", "文章", "段号"), ("慢行优先", "慢行记", "4")))
    assert (_starts(), Unplaced.objects.count()) == ([], 1)


def test_twins_that_overlap_are_two(articles, take):
    articles({}, lines=("走走停停走走停停走走", "完"))
    take(_table(("引文", "文章", "段号"), ("走走停停走走", "慢行记", "1")))
    assert Unplaced.objects.count() == 1


def test_a_paragraph_that_others_count_otherwise_says_nothing_against_the_sentence(articles, take):
    articles({})
    take(_table(("quote", "title", "paragraph", "context"), ("慢行优先", "慢行记", "2", LINES[2])))
    assert _starts() == [PLACES[2]]


APART = [
    {"url": "https://portal.example/a.htm"},
    {"url": "https://portal.example/b.htm?id=1"},
    {"url": "https://portal.example/b.htm?id=2"},
    {"published": datetime(2024, 5, 6, tzinfo=UTC)},
    {"published": datetime(2024, 5, 7, tzinfo=UTC), "source": "临江日报"},
    {"published": datetime(2024, 5, 7, tzinfo=UTC), "source": "海东日报"},
]


@pytest.mark.parametrize("number", range(len(APART)))
def test_a_table_tells_articles_of_one_title_by_address_date_and_source(articles, take, number):
    made = articles(*APART)[number]
    day = f"{made.published:%Y-%m-%d}" if made.published else ""
    columns = ("引文", "文章", "段号", "原文地址", "发表时间", "来源")
    take(_table(columns, ("慢行优先", "慢行记", "2", made.url, day, made.source)))
    assert [mark.article_id for mark in Highlight.objects.all()] == [made.pk]


def test_a_web_annotation_tells_articles_of_one_title_by_their_address(articles, take):
    made = articles(*APART[:3])
    for article in made:
        take(_annotation(article.url, article.title, LINES[1][:6], LINES[1][10:]))
    assert [mark.article_id for mark in Highlight.objects.order_by("pk")] == [article.pk for article in made]


def _annotation(source, title, prefix, suffix):
    quote = {"type": "TextQuoteSelector", "exact": "慢行优先", "prefix": prefix, "suffix": suffix}
    target = {"source": source, "label": title, "selector": quote}
    return json.dumps({"type": "Annotation", "target": target}).encode()


@pytest.mark.parametrize("format", ["table", "annotation"])
def test_the_context_tells_articles_of_one_title(project, take, format):
    told = [
        {"title": "慢行记", "url": "", "lines": (f"{where}的人说，慢行优先才安全。",)} for where in ("东街", "西街")
    ]
    first, second = build_articles(project, told)
    for where in ("西街", "东街"):
        table = _table(("引文", "文章", "所在句"), ("慢行优先", "慢行记", f"{where}的人说，慢行优先才安全。"))
        take(table if format == "table" else _annotation("", "慢行记", f"{where}的人说，", "才安全。"))
    assert [mark.article_id for mark in Highlight.objects.order_by("pk")] == [second.pk, first.pk]


@pytest.mark.parametrize("format", ["table", "annotation"])
def test_where_nothing_tells_the_reader_is_asked(articles, take, project, format):
    made = articles({}, {})
    table = _table(("引文", "文章", "段号"), ("慢行优先", "慢行记", "2"))
    take(table if format == "table" else _annotation("", "慢行记", LINES[1][:6], LINES[1][10:]))
    [row] = Unplaced.objects.all()
    [listed] = unplaced.listed(project, [row])
    assert not Highlight.objects.exists()
    assert {place.article.pk for place in listed.places} == {article.pk for article in made}


def test_a_page_number_of_another_installation_says_nothing(articles, take, project):
    """Everybody's first article is /projects/1/articles/1."""
    wrong, right = articles({}, {"title": "另一篇"})
    page = f"http://elsewhere.example/projects/{project.pk}/articles/{wrong.pk}/"
    take(_table(("引文", "文章", "段号", "链接", "原文地址"), ("慢行优先", "另一篇", "2", f"{page}#p2", "")))
    target = {"source": page, "scope": page, "label": "另一篇"}
    quote = {"type": "TextQuoteSelector", "exact": "慢行优先", "prefix": "东街的人说，", "suffix": "才安全"}
    take(json.dumps({"type": "Annotation", "target": target | {"selector": quote}}).encode())
    assert [mark.article_id for mark in Highlight.objects.all()] == [right.pk, right.pk]


def test_what_differs_only_after_the_quote_is_not_the_same(articles, take):
    articles({}, lines=("慢行优先才安全。", "慢行优先才热闹。"))
    rows = [("慢行优先", "慢行记", f"慢行优先才{how}。") for how in ("安全", "热闹")]
    take(_table(("引文", "文章", "所在句"), *rows))
    assert len(_starts()) == 2
    assert take(_table(("引文", "文章", "所在句"), *rows)).known == 2


def test_a_table_sorted_by_its_themes_keeps_a_highlight_one(articles, take):
    articles({})
    ids = [f"00000000-0000-4000-8000-00000000000{number}" for number in (1, 2, 1)]
    rows = [("慢行优先", "慢行记", number, theme, id) for number, theme, id in zip("232", "甲乙丙", ids, strict=True)]
    take(_table(("引文", "文章", "段号", "一级主题", "圈点编号"), *rows))
    themes = {mark.start: {theme.name for theme in mark.themes.all()} for mark in Highlight.objects.all()}
    assert themes == {PLACES[1]: {"甲", "丙"}, PLACES[2]: {"乙"}}
