"""Counting marks: what a cell says is what the notes page shows behind its link."""

import random
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict

from annotations.analysis import asked, facts, shown
from annotations.analysis.columns import KINDS
from annotations.analysis.matrix import Mark, Matrix, Text, covered
from annotations.filters import queries
from annotations.filters.filter import of_query
from annotations.models import Highlight, Tagging, Theme
from reader.models import Article
from tests.annotations.search.scene import taken_in


def mark(id, article, start=0, end=2, words="绿道", themes=()):
    return Mark(id, article, article, start, end, words, frozenset(themes))


def test_what_is_marked_twice_is_covered_once():
    assert covered([mark(1, 1, 0, 5), mark(2, 1, 3, 8), mark(3, 2, 0, 2), mark(4, 1, 4, 6)]) == 10
    assert covered([]) == 0


def test_articles_without_marks_count_below_the_line():
    matrix = Matrix({1: Text(400), 2: Text(600)}, [mark(1, 1, themes=[7]), mark(2, 1, themes=[8])])
    cell = matrix.by_articles(7, {"日报": {1, 2}})["日报"]
    values = {measure: cell.value(measure) for measure, _label in asked.MEASURES}
    assert values == {"marks": 1, "articles": 1, "characters": 2, "rate": 1.0, "share": 50.0}


def test_a_mark_in_a_repost_counts_where_the_first_appearance_has_none_of_the_theme_there():
    texts = {1: Text(100), 2: Text(100, first=1)}
    marks = [mark(1, 1, themes=[7]), mark(2, 2, words="“绿道”", themes=[7, 8]), mark(3, 2, words="夜校", themes=[7])]
    matrix = Matrix(texts, marks)
    assert [m.id for m in matrix.by_articles(7, {"": {1, 2}})[""].marks] == [1, 3]
    assert [m.id for m in matrix.by_articles(8, {"": {1, 2}})[""].marks] == [2]
    assert matrix.again == 1
    assert len(Matrix(texts, marks, once=False).by_articles(7, {"": {1, 2}})[""].marks) == 3


def test_an_empty_column_divides_by_nothing():
    cell = Matrix({1: Text(0)}, []).by_articles(None, {"": {1}})[""]
    assert {cell.value(measure) for measure, _label in asked.MEASURES} == {0}


@pytest.fixture
def coded(project, owner, editor):
    """Twelve articles, reposts and undated ones among them, with marks of two people at random."""
    chance = random.Random(18)
    root = Theme.objects.create(project=project, name="城市更新")
    child = Theme.objects.create(project=project, name="绿道", parent=root)
    other = Theme.objects.create(project=project, name="夜校", position=1)
    first = None
    for number in range(12):
        words = "。".join(f"第{number if number % 3 else 0}篇说绿道{place}和夜校" for place in range(6))
        article = taken_in(project, owner, f"文章{number}", words)
        moment = datetime(2023 + number % 3, 1 + number, 28, 23, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
        Article.objects.filter(pk=article.pk).update(
            source=chance.choice(["日报", "晚报", ""]),
            authors=[{"name": name} for name in chance.sample(["甲", "乙", "丙"], chance.randrange(3))],
            published=None if number == 5 else moment,
            repost_of=first if number in (4, 5, 6) else None,
        )
        first = first or article
        for _time in range(8):
            start = chance.randrange(0, 40)
            made = Highlight.objects.create(
                project=project,
                article=article,
                version=article.version,
                author=chance.choice([owner, editor]),
                start=start,
                end=start + 4,
                exact=article.version.text[start : start + 4],
                note=chance.choice(["", "记"]),
            )
            for theme in chance.sample([root, child, other], chance.randrange(3)):
                Tagging.objects.create(project=project, highlight=made, theme=theme)
    return project


QUERIES = ["", "source=日报", "note=with", "dated=published&since=2023-05-01&until=2024-08-15", "reposts=1"]


@pytest.mark.django_db
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("by", [kind for kind, _label in KINDS])
def test_every_number_links_to_exactly_so_many_passages(coded, by, query):
    themes = queries.themes(coded)
    wanted = asked.asked(QueryDict(f"by={by}&{query}"))
    table = shown.table(wanted, facts.facts(coded, wanted.wanted, themes), themes)
    assert table.rows and table.columns
    for row in table.rows:
        for column in table.columns:
            behind = queries.matching(coded, of_query(table.query(row, column)), themes)
            assert table.cell(row, column).value("marks") == behind.count(), (row, column)


@pytest.mark.django_db
@pytest.mark.parametrize("by", ["source", "theme"])
def test_a_turned_table_has_the_same_numbers(coded, by):
    themes = queries.themes(coded)
    read = facts.facts(coded, asked.asked(QueryDict()).wanted, themes)
    upright, turned = (
        shown.table(asked.asked(QueryDict(f"by={by}&{more}")), read, themes) for more in ("", "turned=1")
    )
    assert [upright.value(r, c) for r in upright.rows for c in upright.columns] == [
        turned.value(c, r) for r in upright.rows for c in upright.columns
    ]


@pytest.mark.django_db
def test_rows_are_sorted_by_a_column_and_all_marks_stay_on_top(coded):
    themes = queries.themes(coded)
    wanted = asked.asked(QueryDict("by=source&sort=s日报"))
    table = shown.table(wanted, facts.facts(coded, wanted.wanted, themes), themes)
    column = next(column for column in table.columns if column.key == "s日报")
    values = [table.value(row, column) for row in table.rows]
    assert table.rows[0].key == shown.EVERY and values[1:] == sorted(values[1:], reverse=True)
