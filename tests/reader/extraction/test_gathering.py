"""An article in two boxes, or in boxes that a page never closes, is whole; what is not of its look stays outside."""

import pytest

from reader.extraction import extract

PARAGRAPHS = [
    "渡口停航以后，对岸的菜农绕远路进城，天不亮就得出门，镇里商量着把旧船修一修再开起来。",
    "修船的钱一半由镇里出，一半由跑船的人家凑，凑不齐的先欠着，等来年的船票再还。",
    "船开了，早晚各两班，老人和学生不收钱，卖菜的担子也不收，刮大风的日子照旧停。",
    "有人问值不值，管账的会计翻开本子说，去年一年载了三万人，船票刚够油钱和工钱。",
    "今年开春，镇里给渡口装了灯，又修了候船的棚子，等船的人不用再站在雨里了。",
]
MENU = '<div class="nav"><a href="/1">首页</a> <a href="/2">要闻</a> <a href="/3">镇村</a></div>'
LINKS = "".join(f'<li><a href="/{at}.htm">河湾镇今天另有一件值得一看的事情</a></li>' for at in range(9))
AFTER = f'<div class="side"><h3>热门排行</h3><ul>{LINKS}</ul></div><div class="foot">版权所有 河湾日报社</div>'


def rows(paragraphs, attributes=""):
    return "".join(f"<p{attributes}>{text}</p>" for text in paragraphs)


def read(body):
    top = f"<html><head><title>渡口的灯_河湾网</title></head><body>{MENU}<h1>渡口的灯</h1>"
    return [block.text for block in extract(f"{top}{body}{AFTER}</body></html>".encode()).blocks]


@pytest.mark.parametrize("parted", [1, 2, 3, 4])
def test_an_article_in_two_boxes_is_whole(parted):
    boxes = f"<div class='half'>{rows(PARAGRAPHS[:parted])}</div><div class='half'>{rows(PARAGRAPHS[parted:])}</div>"
    assert read(boxes) == PARAGRAPHS


def test_boxes_that_are_never_closed_hold_one_article():
    assert read(f"<div class='text'>{'<div>'.join(f'<p>{text}' for text in PARAGRAPHS)}</div>") == PARAGRAPHS


def test_one_picture_line_between_the_boxes_parts_nothing():
    boxes = f"<div>{rows(PARAGRAPHS[:3])}</div><div>图为渡口</div><div>{rows(PARAGRAPHS[3:])}</div>"
    assert read(boxes) == PARAGRAPHS


def test_what_looks_otherwise_stays_outside():
    other = "另一处渡口也在修，工期要到明年，附近的人家先坐车绕行，镇里贴了告示。"
    beside = f"<div class='teaser'><p class='sum'>{other}</p></div>"
    assert read(f"<div>{rows(PARAGRAPHS)}</div>{beside}") == PARAGRAPHS


@pytest.mark.parametrize("known", ["网友评论", "免责声明：本文仅代表作者观点", "相关阅读"])
def test_below_a_line_of_the_site_nothing_is_gathered(known):
    below = f"<div><p>{known}</p>{rows(['坐过这条船的人说，灯一亮就知道快到家了，小时候都是这么等父亲回来的。'])}</div>"
    assert read(f"<div>{rows(PARAGRAPHS)}</div>{below}") == PARAGRAPHS
