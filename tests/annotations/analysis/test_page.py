"""The analysis page and the files it gives."""

import csv
import io
import re
import zipfile

import docx
import openpyxl
import pytest
from django.urls import reverse

from annotations.models import Highlight, Tagging, Theme
from reader.models import Article
from tests.annotations.search.scene import library

pytestmark = pytest.mark.django_db


@pytest.fixture
def coded(project, owner):
    """Three articles, two sources; two marks under a theme, one bare."""
    articles = list(library(project, owner).values())
    for article, source in zip(articles, ["日报", "晚报", "日报"], strict=True):
        Article.objects.filter(pk=article.pk).update(source=source)
    theme = Theme.objects.create(project=project, name="=绿道")
    for article, themes in zip(articles, [[theme], [], [theme]], strict=True):
        made = Highlight.objects.create(
            project=project, article=article, version=article.version, start=0, end=3, exact=article.version.text[:3]
        )
        for given in themes:
            Tagging.objects.create(project=project, highlight=made, theme=given)
    return project


@pytest.fixture
def page(client, coded, owner):
    client.force_login(owner)

    def get(query="", name="analysis", *more):
        return client.get(reverse(name, args=[coded.pk, *more]) + query)

    return get


def test_the_table_says_how_many_marks_each_theme_has_in_each_source(page):
    answer = page()
    laid = [(row.name, [cell.value for cell in cells]) for row, cells in answer.context["page"]]
    assert [column.name for column in answer.context["columns"]] == ["日报", "晚报"]
    assert laid == [("全部圈点", [2, 1]), ("=绿道", [2, 0]), ("没有主题", [0, 1])]


def test_a_number_leads_to_its_passages(page, client):
    answer = page()
    _row, cells = answer.context["page"][1]
    shown = client.get(f"{answer.context['notes']}?{cells[0].query}")
    assert shown.context["page"].paginator.count == 2


def test_the_passages_page_says_every_condition_that_a_number_brings(client, coded, owner):
    client.force_login(owner)
    Theme.objects.create(project=coded, name="夜校")
    other = Theme.objects.get(name="夜校").pk
    address = reverse("notes", args=[coded.pk])
    shown = client.get(f"{address}?once=1&lacks=published&byline=林晓&also={other}").content.decode()
    for name, words in (
        ("once", "转载里重复的不列"),
        ("lacks", "没有日期"),
        ("byline", "作者：林晓"),
        ("also", "也归到“夜校”"),
    ):
        assert re.search(rf'name="{name}"[^>]*\schecked> {words}', shown), name
    assert 'name="once"' not in client.get(address).content.decode()


@pytest.mark.parametrize("query", ["?by=nothing&measure=x&sort=zz", "?page=99999999999", "?since=5&person=-1&among=x"])
def test_what_makes_no_sense_is_left_out(page, query):
    assert page(query).status_code == 200


def test_an_empty_project_says_what_is_missing(client, project, owner):
    client.force_login(owner)
    assert "还没有圈点" in client.get(reverse("analysis", args=[project.pk])).content.decode()


def test_more_articles_and_marks_ask_no_more_queries(page, coded, django_assert_num_queries):
    with django_assert_num_queries(11):
        page("?by=article")


def test_csv_has_the_whole_table_and_no_formula(page):
    got = b"".join(page("?turned=1", "analysis_file", "csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(got)))
    assert rows == [["", "全部圈点", "'=绿道", "没有主题"], ["日报", "2", "2", "0"], ["晚报", "1", "0", "1"]]


def test_excel_has_numbers_and_a_chart_of_its_own(page):
    got = io.BytesIO(b"".join(page("", "analysis_file", "xlsx").streaming_content))
    sheet = openpyxl.load_workbook(got).worksheets[0]
    assert [cell.value for cell in sheet[3]] == ["=绿道", 2, 0] and sheet["A3"].data_type == "s"
    chart = zipfile.ZipFile(got).read("xl/charts/chart1.xml").decode()
    assert "$B$1:$C$1" in chart and "$B$3:$C$3" in chart and "$B$2:$C$2" not in chart


def test_word_has_the_table_and_what_it_counts(page):
    got = docx.Document(io.BytesIO(b"".join(page("", "analysis_file", "docx").streaming_content)))
    assert "圈点数；共 3 处圈点" in [paragraph.text for paragraph in got.paragraphs]
    assert [cell.text for cell in got.tables[0].rows[2].cells] == ["=绿道", "2", "0"]
    assert got.element.body[-1].tag.endswith("sectPr")


def test_another_kind_of_file_is_not_there(page):
    assert page("", "analysis_file", "pdf").status_code == 404
