"""The text of a dump is its heaviest run of prose, wherever it stands and whatever interrupts it."""

import pytest

from reader.extraction.dump_run import weigh
from tests.reader.extraction.dump_scene import (
    BODY,
    DATELINE,
    EDITOR,
    HEADLINES,
    IMPRINT,
    NAVIGATION,
    PARAGRAPHS,
    TITLE,
    article,
    lines,
    read,
    texts,
)

STAMPED = lines(*([headline, f"2024-05-0{at % 9 + 1} 10:{at % 60:02}"] for at, headline in enumerate(HEADLINES)))


def test_the_run_is_where_the_prose_is():
    page = lines(HEADLINES, BODY, HEADLINES)
    assert weigh(page).heaviest() == (80, 85)


def test_without_prose_there_is_no_run():
    first, end = weigh(HEADLINES).heaviest()
    assert first == end


def test_of_no_lines_there_is_no_run():
    assert weigh([]).heaviest() == (0, 0)


def test_eighty_headlines_above_are_not_the_text():
    page = read(NAVIGATION, HEADLINES, TITLE, PARAGRAPHS, EDITOR)
    assert (page.title, texts(page)) == (TITLE, PARAGRAPHS)


def test_eighty_headlines_with_dates_above_are_not_the_text():
    page = read(NAVIGATION, STAMPED, TITLE, DATELINE, PARAGRAPHS, EDITOR)
    assert (page.title, texts(page)) == (TITLE, PARAGRAPHS)


@pytest.mark.parametrize("below", [HEADLINES, STAMPED, [f"• {headline}" for headline in HEADLINES]])
def test_eighty_headlines_below_are_not_the_text(below):
    assert texts(article(BODY, below)) == BODY


def test_a_list_of_related_articles_inside_does_not_end_the_text():
    page = article(BODY[:2], "相关报道：", HEADLINES[:4], BODY[2:], EDITOR)
    assert texts(page) == BODY
    assert {row.rule for row in page.removed if row.before == 2} == {"recommendation_list"}


def test_the_heading_of_a_section_below_such_a_list_stays():
    page = article(BODY[:2], "相关报道：", HEADLINES[:4], "二、怎样修", BODY[2:], EDITOR)
    assert texts(page) == [*BODY[:2], "二、怎样修", *BODY[2:]]


def test_one_paragraph_between_such_a_list_and_the_editor_stays():
    page = article(BODY[:4], "相关报道：", HEADLINES[:4], BODY[4:], EDITOR)
    assert (texts(page), page.editor) == (BODY, "林一")


def test_such_a_list_above_the_text_is_not_in_it():
    assert texts(article("相关报道", HEADLINES[:6], BODY, EDITOR)) == BODY


def test_a_repeated_lead_does_not_end_the_text():
    page = article(BODY[0], "分享", "评论 12", BODY, EDITOR)
    assert texts(page) == [BODY[0], *BODY]


STRAY = [
    "[ 责编：林一 ]",
    "版权所有 河湾网",
    "排行榜",
    "联系我们",
    "关于我们",
    "评论 12",
    "跟贴31",
    "10分钟前",
    "扫一扫",
    "相关阅读",
]


@pytest.mark.parametrize(
    "stray", [*STRAY, "分享到：", "上一页 下一页", "更多>>", "2024-05-06 10:20", "正在阅读：别处的新闻"]
)
@pytest.mark.parametrize("at", [1, 5])
def test_a_stray_line_of_the_page_ends_no_text(stray, at):
    page = article(PARAGRAPHS[:at], stray, PARAGRAPHS[at:], EDITOR)
    assert set(PARAGRAPHS) <= set(texts(page))


@pytest.mark.parametrize("stray", ["评论 12", "跟贴31", "10分钟前", "扫一扫", "分享到：", "更多>>", "2024-05-06 10:20"])
def test_buttons_above_the_last_paragraph_end_no_text(stray):
    page = article(PARAGRAPHS[:9], stray, PARAGRAPHS[9:], EDITOR)
    assert set(PARAGRAPHS) <= set(texts(page))


def test_headlines_without_a_heading_inside_stay():
    page = article(BODY[:3], [f"• {headline}" for headline in HEADLINES[:5]], BODY[3:], EDITOR)
    assert texts(page) == [*BODY[:3], *HEADLINES[:5], *BODY[3:]]


def test_abstracts_of_other_articles_are_not_the_text():
    abstracts = lines(*map(list, zip(HEADLINES, PARAGRAPHS, strict=False)))
    assert texts(article(BODY, "推荐阅读", abstracts)) == BODY


def test_comments_are_not_the_text():
    comments = lines(
        *([name, "5月16日 18:14", said, "回复 赞12"] for name, said in zip("甲乙丙丁", PARAGRAPHS, strict=False))
    )
    assert texts(article(BODY, EDITOR, "网友评论", comments)) == BODY


def test_a_legal_notice_longer_than_the_text_is_not_it():
    assert texts(article(BODY[:1], EDITOR, "法律声明", PARAGRAPHS[3:])) == BODY[:1]


def test_a_sentence_a_page_says_again_and_again_is_not_the_text():
    cards = lines(
        *([headline, "为什么会看到这条推广？", "谢谢，今后会少给看这样的内容。"] for headline in HEADLINES[:20])
    )
    assert texts(article(BODY, "大家都在看", cards)) == BODY


def test_verse_is_text():
    verse = ["绿道弯弯", "河水长长", "老街的灯", "一盏一盏", "亮到天亮"] * 3
    assert texts(article(verse, EDITOR)) == verse


def test_a_page_that_is_a_list_is_text():
    rows = [f"第{number}号公园 河湾路{number}号" for number in range(30)]
    assert texts(article(rows, "打印 关闭", IMPRINT)) == rows


def test_english_text_is_text():
    said = [
        "People were already running along the greenway at six in the morning.",
        "The planners say that twelve gaps will be closed in the next three years, so nobody has to walk around.",
    ]
    page = read(
        "Home | News | World | Business | Sports",
        "Greenway links the old town and the new",
        "2024-05-13 08:49 Source: River Daily",
        said,
        "Copyright 2024 River Daily",
    )
    assert (page.title, texts(page)) == ("Greenway links the old town and the new", said)


def test_traditional_text_is_text():
    said = [line.replace("讲", "講").replace("规划", "規劃").replace("断点", "斷點") for line in BODY]
    page = read(
        "首頁 即時 要聞 娛樂 運動", TITLE, "2024-05-13 08:49 來源：河灣報", said, "相關新聞", HEADLINES[:8], "延伸閱讀"
    )
    assert texts(page) == said
