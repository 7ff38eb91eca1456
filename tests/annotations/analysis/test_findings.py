"""The pages of cited documents and of numbers, and the files they give."""

import csv
import io

import openpyxl
import pytest
from django.urls import reverse

from reader.models import Article
from tests.annotations.search.scene import taken_in

pytestmark = pytest.mark.django_db
TEXTS = {
    "甲": "按照《绿道条例》（绿发〔2024〕3号）修路。到2035年，绿道达到300公里以上。",
    "乙": "《绿道条例》好。已建成绿道120公里，投入1,000万元。",
    "丙": "绿发[2024]第03号早已印发。",
}


@pytest.fixture
def read(project, owner):
    for title, text in TEXTS.items():
        Article.objects.filter(pk=taken_in(project, owner, title, text).pk).update(source=f"{title}报")
    return project


@pytest.fixture
def page(client, project, owner):
    client.force_login(owner)
    return lambda name, query="", *more: client.get(reverse(name, args=[project.pk, *more]) + query)


def test_title_and_number_are_one_document_wherever_they_stand(read, page):
    ((document, lines),) = page("documents").context["page"]
    assert (document.titles, document.number, document.kind) == (("绿道条例",), "绿发〔2024〕3号", "条例")
    assert {article.title for article, _ in lines} == set(TEXTS)
    assert "《绿道条例》（绿发〔2024〕3号" in [passage.words for _, passage in lines]


def test_a_document_leads_to_its_place(read, page, client):
    (_, lines) = page("documents").context["page"][0]
    assert all(client.get(passage.link.partition("#")[0]).status_code == 200 for _, passage in lines)
    assert {passage.link.partition("#")[2] for _, passage in lines} == {"p1"}


def test_documents_of_one_source(read, page):
    ((document, lines),) = page("documents", "?source=乙报").context["page"]
    assert [passage.sentence for _, passage in lines] == ["《绿道条例》好。"]


def test_numbers_by_unit_and_size(read, page):
    lines = page("numbers", "?unit=公里&sort=most").context["page"]
    assert [(row.found.low, row.found.bound, row.found.aim) for row, _ in lines] == [
        (300, "at_least", "target"),
        (120, "", "result"),
    ]
    assert page("numbers", "?aim=target").context["total"] == 1


def test_numbers_go_into_files_as_numbers(read, page):
    book = openpyxl.load_workbook(io.BytesIO(b"".join(page("numbers_file", "?unit=元", "xlsx").streaming_content)))
    heads, row = list(book.active.values)
    assert (row[0], row[2], row[8], row[11]) == (1e7, "元", "乙", "已建成绿道120公里，投入1,000万元。")
    assert len(heads) == len(row)


def test_documents_as_csv(read, page):
    file = b"".join(page("documents_file", "", "csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file)))
    assert len(rows) == 4
    assert {row[1] for row in rows[1:]} == {"绿发〔2024〕3号"}
    assert page("documents_file", "", "exe").status_code == 404


@pytest.mark.parametrize("name", ["documents", "numbers"])
def test_an_empty_project_says_what_is_missing(page, name):
    assert "课题里还没有文章" in page(name).content.decode()


@pytest.mark.parametrize("name", ["documents", "numbers"])
def test_pages_ask_little_however_many_articles(read, page, project, owner, name, django_assert_max_num_queries):
    page(name)
    for number in range(6):
        taken_in(project, owner, f"又{number}", f"《第{number}路条例》定了{number}5公里。")
    with django_assert_max_num_queries(16):
        page(name)


def test_what_a_text_says_is_escaped(page, project, owner):
    taken_in(project, owner, "丁", "按照《<script>alert(1)</script>条例》修5公里路。")
    assert "<script>alert(1)" not in page("documents").content.decode() + page("numbers").content.decode()
