"""The rules of plain-text dumps, on the shapes of several portals."""

import pytest

from reader.extraction import Author, ExtractionError, extract
from tests.reader.extraction.dump_shapes import (
    BODY,
    FIRST,
    GMW,
    GOVERNMENT,
    NETEASE,
    SECOND,
    SHAPES,
    TEXT,
    THIRD,
    TITLE,
    TOUTIAO,
)


def read(text):
    return extract(text.encode())


def texts(page):
    return [block.text for block in page.blocks]


@pytest.fixture(params=sorted(SHAPES))
def dump(request):
    return SHAPES[request.param]


def test_the_body_is_what_was_written(dump):
    assert texts(read(dump)) == BODY


def test_the_title_is_found(dump):
    assert read(dump).title == TITLE


def test_the_source_is_found(dump):
    assert read(dump).source == "测试日报"


def test_the_time_is_found(dump):
    assert read(dump).published is not None


def test_folded_punctuation_changes_nothing(dump):
    page = read(dump.replace("，", ",").replace("：", ":").replace("？", "?").replace("（", "(").replace("）", ")"))
    assert texts(page) == [text.replace("，", ",") for text in BODY]
    assert (page.title, page.source) == (TITLE, "测试日报")


def test_dumps_without_bullets_read_the_same(dump):
    page = read(dump.replace("• ", ""))
    assert (texts(page), page.title) == (BODY, TITLE)


def test_every_line_is_in_the_metadata_the_blocks_or_removed(dump):
    page = read(dump)
    told = {line for line in dump.split("\n") if "测试日报" in line or line == TITLE}
    kept = {*texts(page), *(row.text for row in page.removed), *told, ""}
    assert {line.strip() for line in dump.split("\n")} <= kept


@pytest.mark.parametrize(("name", "editor"), [("gmw", "林一"), ("people", "林一、周二"), ("sina", "林一 SF099")])
def test_the_editor_is_told_below(name, editor):
    assert read(SHAPES[name]).editor == editor


def test_the_dateline_with_more_to_say_is_kept_as_removed():
    assert ("dateline", "发布日期：2024-05-13 浏览次数：21 信息来源：测试日报 选稿：周二 某地") in [
        (row.rule, row.text)
        for row in read(GOVERNMENT.replace("信息来源：测试日报", "信息来源：测试日报 选稿：周二 某地")).removed
    ]


def test_the_buttons_below_the_title_have_a_rule():
    rules = {row.text: row.rule for row in read(NETEASE).removed}
    assert rules["T + -"] == "toolbar"
    assert rules["326"] == "toolbar"


def test_a_date_of_the_day_above_is_not_the_articles():
    assert read(GOVERNMENT).published.isoformat() == "2024-05-13T00:00:00+08:00"


def test_an_afternoon_is_told():
    page = read(TOUTIAO.replace("2024-05-20 14:33·测试日报", "2024年5月20日週一 下午2:05"))
    assert page.published.isoformat() == "2024-05-20T14:05:00+08:00"


def test_a_medium_on_its_own_line_is_the_source():
    page = read(TOUTIAO.replace("2024-05-20 14:33·测试日报", "林一/测试日报\n2024-05-20 14:33"))
    assert (page.title, page.source) == (TITLE, "测试日报")


def test_short_lines_with_a_comma_are_text():
    verse = "下周一，\n绿道就要开放了。\n"
    assert texts(read(TOUTIAO.replace(FIRST, verse + FIRST)))[:3] == ["下周一，", "绿道就要开放了。", FIRST]


def test_a_list_inside_the_text_stays_in_it():
    steps = [f"第{number}段步道" for number in "一二三四五"]
    lines = "\n".join(f"• {step}" for step in steps)
    more = [SECOND + FIRST, THIRD + FIRST]
    page = read(TOUTIAO.replace(TEXT, "\n".join([FIRST, lines, *more])))
    assert texts(page) == [FIRST, *steps, *more]
    assert [block.kind for block in page.blocks][1:6] == ["list"] * 5


def test_an_unknown_list_below_the_text_is_cut():
    links = "\n".join(f"• 第{number}条别处的新闻" for number in range(8))
    assert texts(read(TOUTIAO.replace("举报\n评论 0", links))) == BODY


def test_items_with_a_time_below_the_text_are_cut():
    items = "另一篇文章的题目\n2024-05-13 07:42\n又一篇文章的题目\n2024-05-12 08:14"
    assert texts(read(TOUTIAO.replace("举报\n评论 0", items))) == BODY


def test_an_advertisement_card_inside_is_removed():
    page = read(TOUTIAO.replace(SECOND, f"广告某某公司的好东西\n×\n{SECOND}"))
    assert texts(page) == BODY
    assert ("advertisement", "广告某某公司的好东西") in [(row.rule, row.text) for row in page.removed]


def test_no_title():
    page = read(f"2024-05-20 14:33 来源：测试日报\n{TEXT}\n责任编辑：林一\n")
    assert (page.title, texts(page)) == ("", BODY)


def test_no_date():
    page = read(f"首页 新闻 时政 财经 体育\n{TITLE}\n{TEXT}\n相关阅读\n• 另一篇文章的题目\n")
    assert (page.title, page.published, texts(page)) == (TITLE, None, BODY)


def test_only_boilerplate_is_no_article():
    with pytest.raises(ExtractionError) as raised:
        read("首页 新闻 时政 财经 体育\n版权所有 某某网\n联系我们\n")
    assert raised.value.code == "no_article"
    assert "版权所有 某某网" in raised.value.text


def test_a_written_text_loses_nothing():
    lines = ["我的笔记", "第一行", "第二行", "• 甲", "• 乙", "• 丙", "• 丁", "• 戊", "我的笔记", "完"]
    page = read("\n".join(lines))
    assert (page.title, page.removed) == ("我的笔记", ())
    assert texts(page) == ["第一行", "第二行", "甲", "乙", "丙", "丁", "戊", "我的笔记", "完"]


def test_a_written_text_with_a_byline():
    page = read(f"{TITLE}\n作者：林一（测试大学教授）\n{TEXT}")
    assert page.authors == (Author("林一", "测试大学教授"),)
    assert texts(page) == BODY


def test_markdown_headings_keep_their_level():
    page = read(f"# {TITLE}\n\n## 起点\n\n{FIRST}")
    assert page.title == TITLE
    assert (page.blocks[0].kind, page.blocks[0].level, page.blocks[0].text) == ("heading", 2, "起点")


@pytest.mark.parametrize("sign", ["𠮷", "😀", "ｶﾞ", "\u3000缩进"])
def test_odd_characters_stay(sign):
    assert texts(read(f"{TITLE}\n{FIRST}{sign}\n{SECOND}"))[0] == FIRST + sign


def test_zeros_between_characters_go():
    assert texts(extract(GMW.replace(FIRST, FIRST[:9] + "\x00" + FIRST[9:]).encode())) == BODY


def test_one_character():
    assert texts(read("一")) == ["一"]


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_is_empty(text):
    with pytest.raises(ExtractionError) as raised:
        read(text)
    assert raised.value.code == "empty"


def test_one_line_of_ten_megabytes():
    line = "城市发展要讲协同，" * 380_000
    assert texts(read(line)) == [line]
