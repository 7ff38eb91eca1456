"""The quote table as CSV: complete, in UTF-8 with a byte order mark, without formulas."""

import csv as standard
import io
from dataclasses import replace

import pytest

from annotations.exports import csv


def table(document):
    output = io.BytesIO()
    csv.write(document, output)
    assert output.getvalue().startswith(b"\xef\xbb\xbf")
    return list(standard.DictReader(io.StringIO(output.getvalue().decode("utf-8-sig"), newline="")))


def test_there_is_a_row_for_every_theme_of_every_highlight(project):
    assert [(row["引文"], row["二级主题"] or row["一级主题"]) for row in table(project)] == [
        ("𠮷祥里的居民说，出门三百米就能走进林荫", "民生"),
        ("以规划连片促成网。断头的绿道再美", "规划连片"),
        ("以规划连片促成网。断头的绿道再美", "建管同步"),
        ("断头的绿道再美，也只是一段风景", "规划连片"),
        ("才是市民的日常。\n以建管同步促好用", ""),
        ("路修到家门口，心里敞亮", "民生"),
    ]


def test_a_row_tells_all_that_is_known(single):
    assert table(single)[0] == {
        "引文": "𠮷祥里的居民说，出门三百米就能走进林荫",
        "所在句": "𠮷祥里的居民说，出门三百米就能走进林荫。",
        "一级主题": "民生",
        "二级主题": "",
        "三级主题": "",
        "批注": "“三百米”是指标。\n可与海绵城市比较。",
        "文章": "让绿道连成网",
        "来源": "经济日报",
        "作者": "徐小明",
        "发表时间": "2023-04-12 09:51",
        "所在标题": "一、绿道不只是路",
        "段号": "2",
        "字位": "16",
        "圈点人": "李编码",
        "圈点时间": "2026-11-20 09:30:00",
        "链接": "http://127.0.0.1:8000/projects/1/articles/1/#p2",
        "原文地址": "https://theory.gmw.cn/2023-04/12/content_1.htm",
        "引用格式": "徐小明. 让绿道连成网[N/OL]. 经济日报，2023-04-12. https://theory.gmw.cn/2023-04/12/content_1.htm.",
        "圈点编号": "00000000-0000-4000-8000-000000000001",
        "标签": "",
    }


def test_the_context_is_the_whole_sentences(single):
    assert table(single)[4]["所在句"] == "连成网络，才是市民的日常。\n以建管同步促好用。"


def test_a_path_deeper_than_three_ends_in_the_last_column(build):
    document = build.single()
    themes = [replace(theme, path=("一", "二", "三", "四")) if theme.id == 4 else theme for theme in document.themes]
    row = table(replace(document, themes=tuple(themes)))[0]
    assert [row["一级主题"], row["二级主题"], row["三级主题"]] == ["一", "二", "三 / 四"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-绿道", "@SUM(A1)", "\tx"])
def test_a_cell_is_never_a_formula(text, build):
    article = build.article((("paragraph", f"{text}。", 0),), title=text)
    row = table(build.single(replace(article, highlights=(build.mark(article, text, 1, text),))))[0]
    assert [row["引文"], row["批注"], row["文章"]] == [f"'{text}"] * 3


def test_quotes_commas_and_line_breaks_come_back(build):
    text = '甲,"乙"\n丙'
    article = build.article((("paragraph", text, 0),))
    assert table(build.single(replace(article, highlights=(build.mark(article, text, 1),))))[0]["引文"] == text


def test_nothing_marked_gives_the_heading_alone(build):
    assert table(build.single(build.article())) == []
