"""The HTML file: whole, self-contained, linked in itself, and deaf to hostile text."""

import io
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from annotations.exports.document import Author, CitationStyle
from annotations.exports.html import page


def written(document):
    output = io.BytesIO()
    page.write(document, output)
    return output.getvalue().decode()


def parsed(document):
    return BeautifulSoup(written(document), "lxml")


def test_the_text_is_the_articles(single):
    shown = parsed(single)
    for extra in shown.select(".number, .to-note"):
        extra.decompose()
    assert [block.text for block in shown.select(".block")] == [block.text for block in single.articles[0].blocks]


def test_every_mark_is_in_its_themes_colour(single):
    marks = [(mark.text, mark["class"]) for mark in parsed(single).select("mark")]
    assert marks == [
        ("𠮷祥里的居民说，出门三百米就能走进林荫", ["t4"]),
        ("以规划连片促成网。", ["t2", "two", "u3"]),
        ("断头的绿道再美", ["t2", "two", "u3"]),
        ("，也只是一段风景", ["t2"]),
        ("才是市民的日常。", ["t0"]),
        ("以建管同步促好用", ["t0"]),
    ]


def test_every_mark_leads_to_its_note_and_back(project):
    shown = parsed(project)
    for article in project.articles:
        for mark in article.highlights:
            assert shown.select_one(f"#mark-{mark.id}")["href"] == f"#note-{mark.id}"
            note = shown.select_one(f"#note-{mark.id}")
            assert note.select_one(f'a[href="#mark-{mark.id}"]')
            assert mark.note in note.text
            assert mark.author in note.text


def test_every_quote_stands_under_each_of_its_themes(project):
    quotes = Counter(quote.text for quote in parsed(project).select("figure blockquote"))
    assert quotes["以规划连片促成网。断头的绿道再美"] == 2
    assert {mark.exact for article in project.articles for mark in article.highlights} == set(quotes)


def test_every_link_inside_the_file_has_an_end_and_every_id_is_one(project):
    shown = parsed(project)
    ids = [element["id"] for element in shown.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in shown.select('a[href^="#"]')} <= set(ids)


def test_nothing_is_loaded_from_elsewhere(project):
    shown = parsed(project)
    assert not shown.select("script, link, img, iframe, object, [src], [style]")
    assert "url(" not in shown.style.text
    assert shown.select_one("meta[http-equiv]")["content"].startswith("default-src 'none'")


def test_headings_go_down_one_step_at_a_time(project):
    levels = [int(heading.name[1]) for heading in parsed(project).select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_a_single_article_has_one_first_heading(single):
    assert [heading.text for heading in parsed(single).select("h1")] == ["让绿道连成网"]


def test_the_page_says_its_language_and_title(single):
    shown = parsed(single)
    assert (shown.html["lang"], shown.title.text) == ("zh-CN", "让绿道连成网")


def test_sources_are_numbered_unless_by_author_and_year(project):
    assert len(parsed(project).select("ol.sources li")) == 2
    by_year = replace(project, citation=CitationStyle(form="author-year"))
    assert parsed(by_year).select("ul.sources li")[0].text.startswith("徐小明，2023. ")


def test_a_memo_is_no_landmark(remembered):
    assert parsed(remembered).select("aside") == []
    assert len(parsed(remembered).select("[role=note]")) == 3


def test_a_line_of_facts_begins_with_a_fact(build):
    bare = build.article(authors=(), source="", published=None)
    assert parsed(build.single(bare)).select_one(".facts").text == "原文"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style><b>",
        "&lt;b&gt;",
        "甲\x00\ud800乙",
        "]]>",
    ],
)
def test_hostile_text_is_shown_and_not_run(text, build):
    article = build.article((("paragraph", text, 0),), title=text, authors=(Author(text, text),), source=text)
    article = replace(
        article, highlights=(build.mark(article, text, 1, note=text, author=text),), url=f"https://x.cn/{text}"
    )
    shown = parsed(replace(build.single(article), exporter=text))
    assert not shown.select("script, img, b")
    assert shown.select_one("mark").text == re.sub("[\x00\ud800]", "", text)
    assert shown.select_one(".notes p").text == re.sub("[\x00\ud800]", "", text)


def test_only_web_addresses_become_links(build):
    assert "javascript:" not in written(build.single(build.article(url="javascript:alert(1)"))).split("参考文献")[0]


def test_an_article_without_marks_says_so(build):
    shown = parsed(build.single(build.article()))
    assert "还没有圈点。" in shown.select_one("#quotes").text
    assert not shown.select(".notes, .legend, mark")


def test_memos_are_written_where_they_belong(remembered, memos):
    text = written(remembered)
    assert all(memo in text for memo in memos)
