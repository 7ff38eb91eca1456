"""The pages of cited documents and of numbers, and the files they give."""

import csv
import io

import openpyxl
import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.urls import reverse

from annotations.models import FindingCorrection
from reader.articles import findings, versions
from reader.extraction import Block, Page
from reader.models import Article, Findings
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
    assert {row.article.title for row, _ in lines} == set(TEXTS)
    assert "《绿道条例》（绿发〔2024〕3号" in [passage.words for _, passage in lines]


def test_a_title_that_was_joined_to_a_number_by_its_name_says_so(read, page):
    """乙 names the document without its number: it may mean another year's."""
    assert page("documents").content.decode().count("这里没有写文号，按名称归在一起") == 1


def test_a_document_leads_to_its_place(read, page, client):
    (_, lines) = page("documents").context["page"][0]
    assert all(client.get(passage.link.partition("#")[0]).status_code == 200 for _, passage in lines)
    assert {passage.link.partition("#")[2] for _, passage in lines} == {"p1"}


def test_documents_of_one_source(read, page):
    ((_document, lines),) = page("documents", "?source=乙报").context["page"]
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


@pytest.fixture
def correct(client_of, project, page):
    """Post what the page's own form for the first row under the query would, and more."""

    def post(user, name, query="", **given):
        first = page(name, query).context["page"][0]
        row = first[1][0][0] if name == "documents" else first[0]
        place = {"article": row.article.pk, "start": row.found.start, "end": row.found.end}
        return client_of(user).post(reverse("finding_correct", args=[project.pk, name]), place | given)

    return post


def test_a_number_said_otherwise_stays_so_in_other_texts(read, page, correct, coder):
    correct(coder, "numbers", "?unit=元", low="2000", unit="元", bound="", aim="target", act="say")
    ((row, _),) = page("numbers", "?unit=元").context["page"]
    assert (row.found.low, row.found.aim) == (2000, "target")
    article = Article.objects.get(title="乙")
    blocks = (Block("p", "新的一段。"), Block("p", article.version.text))
    with transaction.atomic():
        versions.make_version(article, Page(blocks=blocks), coder)
    assert Article.objects.get(title="乙").version.text.startswith("新的一段。\n")
    assert page("numbers", "?unit=元").context["page"][0][0].found.low == 2000


def test_what_was_dropped_stays_away_over_finding_anew_and_comes_back(read, page, correct, coder, client_of):
    correct(coder, "documents", "?source=乙报", act="drop")
    Findings.objects.update(edition=0)
    findings.catch_up(read.pk)
    answer = page("documents", "?source=乙报")
    assert answer.context["total"] == 0
    (dropped,) = answer.context["dropped"]
    client_of(coder).post(reverse("finding_restore", args=[read.pk, dropped.pk]))
    assert page("documents", "?source=乙报").context["total"] == 1


def test_a_coder_leaves_alone_what_another_corrected(read, page, correct, editor, coder, viewer):
    correct(editor, "numbers", "?unit=元", low="7", unit="元", act="say")
    assert correct(coder, "numbers", "?unit=元", low="8", act="say").status_code == 403
    assert correct(viewer, "numbers", "?unit=元", low="8", act="say").status_code == 403
    assert page("numbers").context["page"][0][0].found.low != 8


def test_a_title_may_be_given_its_number(read, page, correct, owner):
    correct(owner, "documents", "?source=乙报", title="绿道条例", number="绿发〔2020〕9号", kind="条例", act="say")
    assert {document.number for document, _ in page("documents").context["page"]} == {
        "绿发〔2020〕9号",
        "绿发〔2024〕3号",
    }


def test_a_correction_without_sense_says_why(read, page, correct, owner):
    assert correct(owner, "numbers", low="路", act="say").status_code == 302
    assert not FindingCorrection.objects.exists()
    answer = correct(owner, "documents", title="", number="", kind="条例", act="say")
    assert not FindingCorrection.objects.exists()
    assert ["至少填一样" in str(said) for said in get_messages(answer.wsgi_request)] == [True]
