"""The comparison on its page and in its files."""

import csv
import io
import re
from types import SimpleNamespace
from urllib.parse import unquote

import docx
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from annotations.drift.sides import Side
from annotations.models import Highlight, Tagging, Theme
from reader.articles.versions import make_version
from reader.extraction import Block, Page
from reader.models import Article
from tests.annotations.search.scene import taken_in

pytestmark = pytest.mark.django_db

OLD = "夜校要办到镇上去。\n\n全年收学生3000人以上。旧的课本用完再换。\n\n街道的灯八点熄。"
NEW = "街道的灯八点熄。\n\n夜校一定要办到镇上去。\n\n全年收学生4500人以上。\n\n老人可以免费听课。"


@pytest.fixture
def articles(project, owner):
    made = [taken_in(project, owner, f"夜校{year}年计划", text) for year, text in ((2024, OLD), (2025, NEW))]
    for article, year in zip(made, (2024, 2025), strict=True):
        Article.objects.filter(pk=article.pk).update(published=f"{year}-03-05T01:00:00+08:00", source="=河湾日报")
    return made


@pytest.fixture
def ask(client, project, owner):
    client.force_login(owner)

    def asked(**options):
        answer = client.get(reverse("drift", args=[project.pk]), options)
        assert answer.status_code == 200
        return answer.content.decode()

    return asked


def compared(articles, **options):
    return {"old": articles[0].pk, "new": articles[1].pk, **options}


def rows(page):
    """Each row's kind with the words of its two sides."""
    found = re.findall(
        r'<div class="drift-row" role="row" data-kind="(\w+)"(.*?)>(.*?)(?=<div class="drift-row|\Z)', page, re.S
    )
    said = [
        (
            kind,
            "data-away" not in rest,
            *("".join(re.findall(r"<(?:span|del|ins)>([^<]*)<", side)) for side in body.split('class="is"')),
        )
        for kind, rest, body in found
    ]
    return [(kind, here, old.strip(), new.strip()) for kind, here, old, new in said]


def test_every_sentence_is_there_once_beside_its_like(ask, articles):
    found = rows(ask(**compared(articles)))
    assert ("changed", True, "全年收学生3000人以上。", "全年收学生4500人以上。") in found
    assert ("gone", True, "旧的课本用完再换。", "") in found and ("come", True, "", "老人可以免费听课。") in found
    assert sorted(new for _, here, _, new in found if here and new) == sorted(NEW.split("\n\n"))
    moved = [one for one in found if one[0] == "moved"]
    assert len(moved) == 2 and {here for _, here, _, _ in moved} == {True, False}


def test_changed_words_are_set_off(ask, articles):
    page = ask(**compared(articles))
    assert "<del>3000</del>" in page and "<ins>4500</ins>" in page and "<ins>一定</ins>" in page


def test_moved_rows_lead_to_each_other(ask, articles):
    page = ask(**compared(articles))
    leads = set(re.findall(r'href="#(r\d+)"', page))
    assert len(leads) == 2 and all(f'id="{lead}"' in page for lead in leads)


def test_only_changes(ask, articles):
    whole, changes = (rows(ask(**compared(articles, **more))) for more in ({}, {"changes": 1}))
    assert {kind for kind, *_ in changes} == {kind for kind, *_ in whole} - {"same"}


def test_marks_of_both_sides_are_told(ask, project, articles):
    theme = Theme.objects.create(project=project, name="收学生")
    for article, exact in zip(articles, ("3000人", "4500人"), strict=True):
        start = article.version.text.index(exact)
        place = {"start": start, "end": start + len(exact), "exact": exact}
        mark = Highlight.objects.create(project=project, article=article, version=article.version, **place)
        Tagging.objects.create(project=project, highlight=mark, theme=theme)
    assert ask(**compared(articles)).count("</i>收学生") == 2


def test_marks_without_a_theme_are_told_too(client, ask, project, articles):
    article, exact = articles[0], "3000人以上。旧的课本"
    start = article.version.text.index(exact)
    place = {"start": start, "end": start + len(exact), "exact": exact}
    Highlight.objects.create(project=project, article=article, version=article.version, **place)
    assert ask(**compared(articles)).count("没有主题的圈点 1 处") == 2
    file = downloaded(client, project, "html", **compared(articles))[1].decode()
    assert file.count("第 2 段 · 没有主题的圈点 1 处") == 2


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12),
    st.tuples(st.integers(0, 30), st.integers(1, 12)),
)
def test_the_marks_found_are_those_that_touch(places, asked):
    """Long and short ones in any order."""
    marks = [SimpleNamespace(start=start, end=start + length) for start, length in sorted(places)]
    start, end = asked[0], sum(asked)
    found = Side(article=None, version=None, marks=marks, blocks=[]).touching(start, end)
    assert found == [mark for mark in marks if mark.start < end and mark.end > start]


def test_each_side_leads_to_its_paragraph(ask, articles):
    page = ask(**compared(articles))
    assert f"{articles[0].get_absolute_url()}#p2" in page and f"{articles[1].get_absolute_url()}#p4" in page


def test_two_versions_of_one_article(ask, owner, articles):
    article = articles[0]
    make_version(article, Page(title="", blocks=(Block("paragraph", "夜校要办到村里去。"),)), owner)
    page = ask(old=article.pk, old_version=1, new=article.pk)
    assert "<del>镇上</del>" in page and "<ins>村里</ins>" in page and "现在的版" in page


def test_a_report_of_each_year_is_offered(ask, articles):
    page = ask()
    assert f"old={articles[0].pk}&amp;new={articles[1].pk}" in page and "夜校2024年计划 → 夜校2025年计划" in page


def test_terms_that_came_and_went(ask, project, owner):
    pair = [taken_in(project, owner, f"题{n}", f"{word}开了。{word}真好。") for n, word in enumerate(("茶馆", "书店"))]
    said = re.sub(r"<[^>]+>|\s+", " ", ask(**compared(pair)))
    assert re.search("新出现 +书店 +0 → 2", said) and re.search("不再出现 +茶馆 +2 → 0", said)


@pytest.mark.parametrize(
    "options", [{"old": 999999, "new": 999999}, {"old": 10**30}, {"old": "x"}, {"new_version": -1}]
)
def test_what_is_not_there(client, project, owner, articles, options):
    client.force_login(owner)
    answer = client.get(reverse("drift", args=[project.pk]), options)
    assert answer.status_code == (404 if options.get("old") == 999999 else 200)


def test_a_project_with_one_article_says_what_is_missing(ask, project, owner):
    taken_in(project, owner, "只有一篇", OLD)
    assert "要有两篇文章" in ask()


def test_an_article_of_another_project_is_not_there(client, project, owner, articles, stranger):
    client.force_login(stranger)
    assert client.get(reverse("drift", args=[project.pk]), compared(articles)).status_code == 404


def downloaded(client, project, form, **asked):
    answer = client.get(reverse("drift_file", args=[project.pk, form]), asked)
    return answer, b"".join(answer.streaming_content)


def test_csv_has_every_sentence_and_no_formula(client, ask, project, articles):
    said = io.StringIO(downloaded(client, project, "csv", **compared(articles))[1].decode("utf-8-sig"))
    found = list(csv.reader(said))
    assert found[0][:2] == [
        "旧文：夜校2024年计划 · =河湾日报 · 2024-03-05",
        "新文：夜校2025年计划 · =河湾日报 · 2025-03-05",
    ]
    assert ["全年收学生3000人以上。", "全年收学生4500人以上。", "改动", "3000", "4500", "2", "3", ""] in found
    assert [row[2] for row in found if row[0] == row[1] == "街道的灯八点熄。"] == ["从别处移来", "移到别处"]
    assert all(not cell.startswith("=") for row in found for cell in row)


def test_html_stands_alone_and_escapes(client, ask, project, owner, articles):
    Article.objects.filter(pk=articles[0].pk).update(title="<b>计划</b>")
    page = downloaded(client, project, "html", **compared(articles, changes=1))[1].decode()
    assert "<del>3000</del>" in page and "&lt;b&gt;计划" in page and "<b>计划" not in page and "街道的灯" in page
    assert "default-src 'none'" in page and "“移动”是换了地方" in page and "<small>第 2 段</small>" in page


def test_word_sets_off_what_changed(client, ask, project, articles):
    answer, file = downloaded(client, project, "docx", **compared(articles))
    table = docx.Document(io.BytesIO(file)).tables[0]
    row = next(row for row in table.rows if row.cells[0].text == "全年收学生3000人以上。\n第 2 段")
    assert row.cells[4].text == "改动" and [run.text for run in row.cells[5].paragraphs[0].runs if run.bold] == ["4500"]
    assert "夜校2025年计划.docx" in unquote(answer["Content-Disposition"])


def test_files_of_what_is_not_chosen(client, ask, project, articles):
    for form, asked in (("exe", compared(articles)), ("csv", {"old": articles[0].pk})):
        assert client.get(reverse("drift_file", args=[project.pk, form]), asked).status_code == 404


def test_texts_that_are_too_long_say_so(client, ask, project, articles, monkeypatch):
    monkeypatch.setattr("annotations.drift.sides.LONGEST", 10)
    assert "超过 10 字" in ask(**compared(articles))
    assert client.get(reverse("drift_file", args=[project.pk, "csv"]), compared(articles)).status_code == 404
