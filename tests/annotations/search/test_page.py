"""The search page and what the API finds in one article."""

import csv
import io
import re

import pytest
from django.urls import reverse

from annotations.models import Highlight, Memo, Tagging, Theme
from annotations.search.table import COLUMNS
from reader.models import Article
from tests.annotations.search import scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(project, owner):
    return scene.library(project, owner)


@pytest.fixture
def ask(client, project, owner, library):
    client.force_login(owner)

    def asked(q, **options):
        answer = client.get(reverse("search", args=[project.pk]), {"q": q, **options})
        assert answer.status_code == 200
        return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("</header>")[2]).split())

    return asked


def marked(article, exact, **fields):
    start = article.version.text.index(exact)
    place = {"start": start, "end": start + len(exact), "exact": exact}
    return Highlight.objects.create(
        project=article.project, article=article, version=article.version, **place, **fields
    )


def test_it_says_how_many_places_in_how_many_articles(ask):
    assert "4 处，1 篇文章" in ask("绿道")
    assert "0 处，0 篇文章" in ask("没有的话") and "没有找到" in ask("没有的话")


def test_reposts_are_counted_where_they_are_asked_for(ask, library):
    first, again, _ = library.values()
    Article.objects.filter(pk=again.pk).update(repost_of=first)
    assert "0 处，0 篇文章" in ask("国务院") and "另有 1 篇转载没有算" in ask("国务院")
    assert "1 处，1 篇文章" in ask("国务院", reposts=1)


def test_lines_have_their_context(ask):
    assert "城市更新要以人为本。以绿道建设促 城市 更新，到2035年建成三百公里绿道。" in ask("城市", view="lines")


def test_lines_leave_as_a_table_with_their_citations(client, ask, library, project):
    Article.objects.filter(pk=library["乡镇的夜校"].pk).update(url="https://news.example/1.html", source="=日报")
    answer = client.get(reverse("search_file", args=[project.pk, "csv"]), {"q": "夜校", "sort": "R1"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0] == list(COLUMNS) and [row[1] for row in rows[1:]] == ["夜校"] * 3
    assert [(row[2][:1], row[6]) for row in rows[1:]] == [("", ""), ("开", "1"), ("。", "2")]
    assert all(row[4] == "'=日报" and "乡镇的夜校[" in row[8] for row in rows[1:])


def test_a_table_of_what_is_refused_leads_back_to_the_page(client, ask, project):
    answer = client.get(reverse("search_file", args=[project.pk, "csv"]), {"q": "-夜校"})
    assert answer.status_code == 302 and "search/?q=-" in answer["Location"]


def test_marks_notes_memos_and_themes_are_found(ask, library, project, coder):
    first = library["绿道连起城市生活"]
    theme = Theme.objects.create(project=project, name="绿道治理")
    mark = marked(first, "好绿道", note="居民的話", author=coder)
    Tagging.objects.create(project=project, highlight=mark, theme=theme)
    Memo.objects.create(project=project, article=first, text="绿道一条条看")
    page = ask("绿道", view="notes")
    assert "圈点与批注 1 处" in page and "居民的話" in page and "绿道一条条看" in page and "绿道治理" in page
    assert "居民的話" in ask("居民的话 主题:治理 编码:coder 有批注:是", view="notes")
    assert "没有找到" in ask("居民的话 主题:别的", view="notes")


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("主题:治理", 1),
        ("编码:coder", 1),
        ("批注:居民", 1),
        ("圈点:好绿道", 1),
        ("有批注:是", 1),
        ("有批注:否", 2),
        ("转载:否", 3),
        ("来源:日报", 1),
        ('来源:"日报"', 0),
        ('来源:"江城日报"', 1),
        ("作者:林", 1),
        ("日期:2024", 1),
        ("日期:2024-02..", 1),
        ("日期:..2024-04", 0),
        ("日期:2024-05-06", 1),
    ],
)
def test_fields_leave_the_articles_they_are_true_of(ask, library, project, coder, typed, count):
    first = library["绿道连起城市生活"]
    Article.objects.filter(pk=first.pk).update(
        source="江城日报", authors=[{"name": "林之远", "affiliation": ""}], published="2024-05-06T01:00:00+08:00"
    )
    mark = marked(first, "好绿道", note="居民的话", author=coder)
    Tagging.objects.create(
        project=project, highlight=mark, theme=Theme.objects.create(project=project, name="绿道治理")
    )
    assert f"{count} 篇文章" in ask(typed)


def test_a_number_of_the_spread_leads_to_just_so_many(client, ask, library, project):
    Article.objects.filter(pk=library["绿道连起城市生活"].pk).update(
        source="日报", authors=[{"name": "林之远", "affiliation": ""}], published="2024-05-06T01:00:00+08:00"
    )
    Article.objects.filter(pk=library["乡镇的夜校"].pk).update(source="乡镇日报")
    page = client.get(reverse("search", args=[project.pk]), {"q": "城市|乡镇", "view": "spread"}).content.decode()
    leads = re.findall(r'<td><a href="([^"]+)">(\d+)</a>', page)
    assert len(leads) == 5
    for address, count in leads:
        answer = client.get(reverse("search", args=[project.pk]) + address.replace("&amp;", "&")).content.decode()
        assert f"<b>\n{count} 处" in answer


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-城市", "还要说找什么"),
        ("日期:去年", "冒号后面的看不懂"),
        ("字" * 201, "最多 200 个字"),
        ("城市|", "按原样的字找"),
    ],
)
def test_what_is_not_answered_is_said(ask, typed, said):
    assert said in ask(typed)


def test_nothing_typed_shows_the_signs(ask):
    assert "怎样找" in ask("") and "怎样找" in ask("\0")


def test_what_is_not_indexed_yet_is_said(ask, library):
    library["乡镇的夜校"].versions.get()
    from reader.models import IndexedBlock

    IndexedBlock.objects.filter(article=library["乡镇的夜校"]).delete()
    assert "还有 1 篇没有编入检索" in ask("夜校")


def test_the_api_tells_the_places_in_an_article(client, project, owner, library):
    client.force_login(owner)
    article = library["國發〔2024〕1號解讀"]
    path = f"/api/projects/{project.pk}/articles/{article.pk}/found"
    found = client.get(path, {"q": "国发[2024]|🙂"}).json()
    text = article.version.text
    assert [text[start:end] for start, end in found["spans"]] == ["國發〔2024〕", "🙂", "🙂"] and not found["literally"]
    refused = client.get(path, {"q": "-城市"})
    assert refused.status_code == 422 and refused.json()["error"]["code"] == "only_not"


def test_a_few_letters_lead_to_articles_themes_and_pages(client, project, owner, library):
    client.force_login(owner)
    Theme.objects.create(project=project, name="绿道治理")
    goals = client.get(f"/api/projects/{project.pk}/goals", {"q": "ldzl"}).json()
    assert [goal["name"] for goal in goals] == ["绿道治理"]
    goals = client.get(f"/api/projects/{project.pk}/goals", {"q": "绿道"}).json()
    assert [goal["name"] for goal in goals] == ["绿道治理", "绿道连起城市生活"]
    assert [goal["name"] for goal in client.get(f"/api/projects/{project.pk}/goals", {"q": "biji"}).json()] == ["笔记"]
