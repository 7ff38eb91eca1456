"""Markdown notes: complete, valid in Obsidian and on GitHub, deaf to hostile text."""

import io
import json
import re
from dataclasses import replace

import pytest

from annotations.exports.document import Author, Theme
from annotations.exports.markdown import report
from annotations.exports.markdown.text import inline, link, paragraphs, quotation, scalar


def written(document):
    output = io.BytesIO()
    report.write(document, output)
    return output.getvalue().decode()


def test_an_article_has_front_matter(single):
    assert written(single).split("---\n")[1] == (
        'title: "让绿道连成网"\n'
        'project: "城市绿道研究"\n'
        'authors: ["徐小明"]\n'
        'source: "经济日报"\n'
        "published: 2023-04-12T09:51:00\n"
        'url: "https://theory.gmw.cn/2023-04/12/content_1.htm"\n'
        'quandian: "http://127.0.0.1:8000/projects/1/articles/1/"\n'
        "exported: 2026-11-20T09:30:00\n"
        'tags: ["绿道建设/规划连片", "绿道建设/建管同步", "民生"]\n'
    )


def test_a_quote_stands_under_its_theme_with_all_that_is_known(single):
    text = written(single)
    assert (
        "## 民生\n\n"
        "> 𠮷祥里的居民说，出门三百米就能走进林荫\n\n"
        "^00000000-0000-4000-8000-000000000001\n\n"
        "批注：“三百米”是指标。\n\n"
        "可与海绵城市比较。\n\n"
        "第 2 段 · #民生 · 李编码 · 2026-11-20 09:30 · [回到原文](<http://127.0.0.1:8000/projects/1/articles/1/#p2>)\n\n"
        "引自：徐小明. 让绿道连成网[N/OL]. 经济日报，2023-04-12. https://theory.gmw.cn/2023-04/12/content_1.htm.\n"
    ) in text


def test_nested_themes_are_nested_headings(project):
    headings = re.findall(r"^#+ .*", written(project), re.MULTILINE)
    assert headings == [
        "# 城市绿道研究",
        "## 绿道建设",
        "### 规划连片",
        "### 建管同步",
        "## 民生",
        "## 未分主题",
        "## 文献",
    ]


def test_a_quote_over_two_paragraphs_stays_one_quotation(single):
    assert "> 才是市民的日常。\n>\n> 以建管同步促好用\n\n^" in written(single)


def test_a_quote_of_two_themes_has_its_note_and_block_id_once(single):
    text = written(single)
    assert text.count("> 以规划连片促成网。断头的绿道再美\n") == 2
    assert text.count("批注：总起") == 1
    assert len(re.findall(r"^\^00000000-0000-4000-8000-000000000002$", text, re.MULTILINE)) == 1
    assert "[同一处圈点，批注见“规划连片”](#^00000000-0000-4000-8000-000000000002)" in text


def test_every_quote_carries_a_citation(project):
    assert written(project).count("\n引自：") == 6


def test_a_project_ends_with_its_numbered_sources(project):
    assert written(project).rsplit("## 文献\n\n", 1)[1] == (
        "1. 徐小明. 让绿道连成网[N/OL]. 经济日报，2023-04-12. https://theory.gmw.cn/2023-04/12/content_1.htm.\n\n"
        "2. 绿道进家门[EB/OL].（2023-04-12）[2026-11-19]. https://theory.gmw.cn/2023-04/12/content_1.htm.\n\n"
    )


def test_an_article_without_marks_says_so(build):
    assert "还没有圈点。" in written(build.single(build.article()))


HOSTILE = [
    "<script>alert(1)</script>",
    "# 标题",
    "[[别的笔记]] ![[嵌入]] [^1]",
    "```\n代码\n```",
    "---\ntags: 偷换\n---",
    "[点我](javascript:alert(1)) ![x](http://x.cn/a.png)",
    "> 引中引\n\n\n- 列表\n1. 编号\n===",
    "%%注释%% ==亮== ~~删~~ **粗** _斜_ $x$ ^id #标签 &lt;",
    "甲\r\n乙\x0b丙\u2028丁\x85戊",
    "\ufeff\x00\x08零",
    "    缩进\t\t",
    "| 表 | 格 |\n|---|---|",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_opens_no_block_and_no_link(text, build):
    article = build.article((("paragraph", text, 0),), title=text, authors=(Author(text, text),), source=text)
    marks = (build.mark(article, text, 1, note=text, author=text),)
    body = written(build.single(replace(article, highlights=marks))).split("\n---\n", 1)[1]
    structure = [line for line in body.splitlines() if re.match(r"[ >]*(?:[#\-+*=|`~]|\d+[.)]|    )", line)]
    assert [line for line in structure if not re.match(r"> *$|- 列表$|1\. 编号$", line)] == (
        [f"# {inline(text)}", "## 未分主题"]
    )
    assert re.findall(r"(?<!\\)(?:(?<!\]\()<|\[\[|\]\((?!<http)|`|%%|==|\$)", body) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_stay_inside_the_front_matter(text, build):
    lines = written(build.single(build.article(title=text))).split("\n---\n", 1)[0].splitlines()
    assert [line.split(":")[0] for line in lines[1:]] == (
        ["title", "project", "authors", "source", "published", "url", "quandian", "exported"]
    )
    # A JSON string is a YAML string.
    assert json.loads(lines[1].removeprefix("title: ")) == re.sub(r"[\x00\x08\ufeff]", "", text)


def test_what_github_shows_of_hostile_text_is_the_text():
    commonmark = pytest.importorskip("markdown_it", reason="markdown-it-py renders the result")
    import html

    for text in HOSTILE:
        for source in paragraphs(text):
            rendered = commonmark.MarkdownIt("commonmark").enable(["strikethrough", "table"]).render(source)
            assert re.fullmatch(r"<p>.*</p>\n", rendered), rendered
            assert html.unescape(rendered[3:-5]).strip() in re.sub(r"[\x00\x08\ufeff]", "", text)


def test_an_address_in_a_text_stays_an_address():
    assert inline("见 https://x.cn/a_b_c/_d.htm.") == "见 https://x.cn/a_b_c/_d.htm."


def test_a_square_bracket_that_opens_nothing_is_left_alone():
    assert inline("公报[EB/OL].（2025-02-17）[2025-06-22]. https://x.cn.") == (
        "公报[EB/OL].（2025-02-17）[2025-06-22]. https://x.cn."
    )


def test_a_link_goes_to_the_web_or_nowhere():
    assert link("去", "javascript:alert(1)") == "去"


def test_a_link_cannot_be_left_early():
    assert link("去", "https://x.cn/>)<b") == "[去](<https://x.cn/%3E)%3Cb>)"


def test_an_empty_quotation_is_still_one():
    assert quotation("\n\n") == ">"


def test_every_theme_is_a_tag_of_its_own(project, build):
    names = ("城市_更新", "城市 更新", "城市-更新", "城市：更新")
    themes = tuple(Theme(id, name, (name,), 1, "#2f5f9e") for id, name in enumerate(names, start=1))
    article = build.article()
    marks = (build.mark(article, "林荫", 1, "", (1, 2)), build.mark(article, "日常", 2, "", (3, 4)))
    text = written(replace(build.single(replace(article, highlights=marks)), themes=themes))
    assert 'tags: ["城市_更新", "城市_更新_2", "城市-更新", "城市-更新_2"]' in text
    assert "#城市_更新 #城市_更新_2 ·" in text
    assert "#城市-更新 #城市-更新_2 ·" in text


def test_a_yaml_string_is_on_one_line():
    assert scalar('甲\n"乙"\u2028') == '"甲\\n\\"乙\\"\\u2028"'


def test_memos_are_written_where_they_belong(remembered, memos):
    text = written(remembered)
    assert [memo in text for memo in memos] == [True, False, False, True]
    single = written(replace(remembered, kind="article", articles=remembered.articles[:1]))
    assert "备忘：此文可作总纲。\n\n第二行。" in single


def test_a_list_in_a_note_stays_a_list(build):
    article = build.article()
    note = "先看：\n- 一*条\n  - 里层\n2) 二条\n后话 - 不是"
    mark = build.mark(article, "林荫", 1, note)
    body = written(build.single(replace(article, highlights=(mark,))))
    assert "批注：先看：\n\n- 一\\*条\n  - 里层\n2) 二条\n\n后话 - 不是\n" in body


def test_a_note_that_is_a_list_stands_below_its_label(build):
    article = build.article()
    body = written(build.single(replace(article, highlights=(build.mark(article, "林荫", 1, "    1. 甲\n2. 乙"),))))
    assert "批注：\n\n1. 甲\n2. 乙\n" in body


@pytest.mark.parametrize("address", ["https://x.cn/a(b)_c?d=~e|f", "https://x.cn/%7Ea", "https://x.cn/a"])
def test_an_address_in_a_note_stays_as_typed(address, build):
    article = build.article()
    assert address in written(build.single(replace(article, highlights=(build.mark(article, "林荫", 1, address),))))
