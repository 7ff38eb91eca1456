"""What an article is made of: headings and their levels, lists, quotations, tables, captions, leads, white space."""

import pytest

from reader.extraction import extract
from reader.extraction.structure import numbering_level

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意跟着好了。"


def read(body):
    article = f'<div class="article-content"><p>{PROSE}</p>{body}<p>{PROSE}</p></div>'
    return extract(f"<html><body><h1>街道的客厅</h1>{article}</body></html>".encode()).blocks[1:-1]


def kinds(body):
    return [(block.kind, block.text, block.level) for block in read(body)]


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_keeps_its_level(level):
    assert kinds(f"<h{level}>修路之前</h{level}>") == [("heading", "修路之前", level)]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第一章　总则", 1),
        ("第二节　管护", 2),
        ("一、先问街坊", 2),
        ("十二、再看账本", 2),
        ("（一）听意见", 3),
        ("(二)算细账", 3),
        ("1.座椅", 4),
        ("2．路灯", 4),
        ("（1）木椅", 5),
        ("(2)石凳", 5),
        ("2024年的街道", 0),
        ("1.5公里长的路", 0),
        ("一条街", 0),
    ],
)
def test_chinese_numbering_says_a_level(line, level):
    assert numbering_level(line) == level


def test_a_numbered_short_line_is_a_heading():
    assert kinds("<p>　　一、先问街坊</p>") == [("heading", "一、先问街坊", 2)]


def test_a_numbered_sentence_is_a_paragraph():
    assert kinds(f"<p>一、{PROSE}</p>") == [("paragraph", f"一、{PROSE}", 0)]


def test_numbered_short_lines_one_after_the_other_are_a_list():
    assert kinds("<p>1.座椅</p><p>2.路灯</p>") == [("list", "1.座椅", 0), ("list", "2.路灯", 0)]


def test_a_short_line_in_bold_is_a_heading():
    assert kinds("<p><strong>先问街坊</strong></p>") == [("heading", "先问街坊", 3)]


@pytest.mark.parametrize(
    "line",
    [
        "镇长在座谈会上强调",
        "出品｜云溪融媒",
        "作者︱林晓舟",
        "记者：林晓舟",
        "◎ 图：云溪绿道",
        "——（唐）某人",
        "（综合各报）",
        "点击观看视频",
    ],
)
def test_a_line_in_bold_that_heads_nothing_is_no_heading(line):
    article = f'<div class="article-content"><p>{PROSE}</p><p><b>{line}</b></p><p>{PROSE}</p></div>'
    page = extract(f"<html><body><h1>街道的客厅</h1>{article}</body></html>".encode())
    assert [block.text for block in page.blocks if block.kind == "heading"] == []
    assert line in [one.text for one in (*page.blocks, *page.removed)]


@pytest.mark.parametrize("line", ["镇长指出", "记者：", "出品丨云溪融媒"])
def test_nor_is_it_in_a_headings_element(line):
    assert [kind for kind, *_ in kinds(f"<h2>{line}</h2>")] in (["paragraph"], [])


@pytest.mark.parametrize("line", ["落实新要求", "产品介绍", "文旅融合", "图书进村", "问题与对策", "（一）记者见闻"])
def test_a_short_line_in_bold_is_still_a_heading(line):
    assert [kind for kind, *_ in kinds(f"<p><b>{line}</b></p>")] == ["heading"]


def test_lists():
    assert kinds("<ul><li>座椅</li></ul><ol><li><p>路灯</p></li></ol>") == [("list", "座椅", 0), ("list", "路灯", 0)]


def test_quotations():
    assert kinds("<blockquote><p>出门就能歇脚。</p></blockquote>") == [("quote", "出门就能歇脚。", 0)]


def test_a_table_is_one_line_a_row():
    rows = "<table><tr><th>街</th><th>长</th></tr><tr><td><p>东街</p></td><td>3公里</td></tr></table>"
    assert kinds(rows) == [("table", "街　长", 0), ("table", "东街　3公里", 0)]


def test_a_table_that_only_lays_out_is_none():
    assert kinds(f"<table><tr><td><p>{PROSE}甲</p></td></tr></table>") == [("paragraph", PROSE + "甲", 0)]


@pytest.mark.parametrize("caption", ["<figcaption>河边的街</figcaption>", '<p class="pictext">河边的街</p>'])
def test_captions_are_apart(caption):
    assert kinds(f"<figure><img src=1.jpg>{caption}</figure>") == [("caption", "河边的街", 0)]


def test_an_emphasised_beginning_is_a_lead():
    [block] = read(f"<p>　　<b>先问</b><strong>街坊。</strong>{PROSE}</p>")
    assert block.text[: block.lead] == "先问街坊。"


def test_emphasis_inside_is_no_lead():
    [block] = read(f"<p>{PROSE}<b>先问街坊。</b></p>")
    assert block.lead == 0


def test_a_break_parts_paragraphs():
    assert [text for _, text, _ in kinds("<p>甲来了。<br>乙来了。<br/><br/>丙来了。</p>")] == [
        "甲来了。",
        "乙来了。",
        "丙来了。",
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("&emsp;&emsp;出门就能歇脚。&nbsp;", "出门就能歇脚。"),
        ("\u3000\u3000出门\u200b就能\ufeff歇脚。", "出门就能歇脚。"),
        ("出门 \n\t就能歇脚。", "出门 就能歇脚。"),
        ("甲\u3000乙出门。", "甲\u3000乙出门。"),
        ("ＡＢＣ１２３,abc123，％%", "ＡＢＣ１２３,abc123，％%"),
        ("𠮷野家😀开门了。", "𠮷野家😀开门了。"),
    ],
)
def test_white_space_is_normalised_and_all_else_left(written, read_as):
    assert kinds(f"<p>{written}</p>")[0][1] == read_as
