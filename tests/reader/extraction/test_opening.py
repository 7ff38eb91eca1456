"""Articles that a page holds and shows only with a frame, a script or a click."""

from base64 import b64encode
from html import escape
from urllib.parse import quote

import pytest

from reader.extraction import extract

FIRST = "旧粮仓的屋顶换了新瓦，墙上的标语还留着，里面改成了镇上的图书室，门口摆着两排长椅。"
SECOND = "管钥匙的是退休的粮站站长，他说从前这里怕火怕潮，如今也一样，只是守的东西换了一种。"
THIRD = "孩子们放学以后先来这里写作业，天黑了再回家，灯一直亮到八点，电费由镇里出。"
ARTICLE = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
FRAME = f'<iframe srcdoc="{escape(ARTICLE)}"></iframe>'
WHOLE = [FIRST, SECOND, THIRD]
MENU = '<div class="nav"><a href="/1">首页</a> <a href="/2">要闻</a> <a href="/3">镇村</a></div>'
FOOT = "<div class='foot'><p>主办单位：河湾日报社　地址：河湾市江边路一号</p></div>"


def read(body, head=""):
    top = f"<html><head><title>旧粮仓的灯_河湾网</title>{head}</head><body>{MENU}<h1>旧粮仓的灯</h1>"
    return extract(f"{top}{body}{FOOT}</body></html>".encode())


def texts(page):
    return [block.text for block in page.blocks]


@pytest.mark.parametrize(
    "held",
    [
        f'<iframe srcdoc="{escape(f"<html><body><div>{ARTICLE}</div></body></html>")}"></iframe>',
        f"<iframe srcdoc='{ARTICLE}' style='display:none'></iframe>",
        f'<iframe src="data:text/html;charset=utf-8,{quote(ARTICLE)}"></iframe>',
        f'<iframe src="data:text/html;base64,{b64encode(ARTICLE.encode()).decode()}"></iframe>',
        f'<iframe srcdoc="{escape(FRAME)}"></iframe>',
        f"<noscript>{ARTICLE}</noscript>",
        f"<template>{ARTICLE}</template>",
        f"<textarea style='display:none'>{escape(ARTICLE)}</textarea>",
        f"<textarea>{ARTICLE}</textarea>",
        f"<textarea>{FIRST}\n{SECOND}\n\n{THIRD}</textarea>",
        f"<div style='display:none'>{ARTICLE}</div>",
        f"<div hidden>{ARTICLE}</div>",
    ],
)
def test_the_article_in_what_is_not_shown(held):
    page = read(f"<p>2025-04-10 09:25　来源：河湾日报</p>{held}")
    assert (page.title, page.source, texts(page)) == ("旧粮仓的灯", "河湾日报", WHOLE)


def test_the_frame_of_a_frame_stays_closed_but_the_text_is_whole():
    inner = escape(f"<iframe srcdoc='广告'></iframe>{ARTICLE}")
    assert texts(read(f'<iframe srcdoc="{inner}"></iframe>')) == WHOLE


@pytest.mark.parametrize(
    "button", ["展开全文", "阅读全文", "点击查看全文", "查看更多内容", "显示全部", "点击展开全文 ↓"]
)
def test_the_whole_text_behind_a_button_takes_the_place_of_its_beginning(button):
    page = read(
        f"<div class='brief'><p>{FIRST}</p><p>{SECOND[:20]}……</p><a>{button}</a></div>"
        f"<div class='whole' style='display: none'>{ARTICLE}</div>"
    )
    assert texts(page) == WHOLE
    assert any(SECOND[:20] in row.text for row in page.removed)


def test_the_rest_of_the_text_behind_a_button_follows_it():
    rest = f"<div style='display:none'><p>{THIRD}{THIRD}</p></div>"
    page = read(f"<div class='text'><p>{FIRST}</p><p>{SECOND}</p><a>展开全文</a>{rest}</div>")
    assert texts(page) == [FIRST, SECOND, THIRD + THIRD]


@pytest.mark.parametrize(
    "held",
    [
        "<noscript><p>您的浏览器没有开启脚本，请开启以后再浏览本站，否则有些内容显示不出来。</p></noscript>",
        '<iframe srcdoc="&lt;a href=/ad&gt;买房就到江边花园，看房专车每天接送，欢迎来电咨询。&lt;/a&gt;"></iframe>',
        "<div style='display:none'>分享到朋友圈：旧粮仓的屋顶换了新瓦，墙上的标语还留着。</div>",
        "<textarea>写下您的评论，文明上网，理性发言，请遵守新闻评论服务协议。</textarea>",
    ],
)
def test_what_is_held_beside_a_shown_article_stays_closed(held):
    assert texts(read(f"<div>{ARTICLE}{held}</div>")) == WHOLE


def test_letters_of_no_size_are_no_text():
    spoilt = f"{FIRST[:8]}<span style='font-size: 0px'>河湾网独家</span>{FIRST[8:]}"
    page = read(f"<div><p>{spoilt}</p><p style='color:red;font-size:0'>请勿转载本文内容</p><p>{SECOND}</p></div>")
    assert texts(page) == [FIRST, SECOND]


def test_letters_of_no_size_by_the_pages_own_style():
    page = read(f"<div><p>{FIRST[:8]}<i class='jam'>河湾</i>{FIRST[8:]}</p></div>", "<style>.jam{font-size:0}</style>")
    assert texts(page) == [FIRST]


def test_a_block_of_no_size_with_letters_of_their_own_is_shown():
    page = read(
        f"<div style='font-size:0'><p style='font-size:16px'>{FIRST}</p><p style='font-size:10px'>{SECOND}</p></div>"
    )
    assert texts(page) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "address", ["data:text/html;base64,@@@", "data:text/html,", "data:image/png;base64,AAAA", "/a.htm"]
)
def test_a_frame_that_holds_nothing_is_nothing(address):
    assert texts(read(f"<div>{ARTICLE}<iframe src='{address}'></iframe></div>")) == WHOLE


def test_hidden_terms_of_use_longer_than_the_article_stay_hidden():
    terms = "".join(
        f"<p>第{number}款，用户应当遵守本协议，不得发布违法内容，否则本站有权停止服务。</p>" for number in range(60)
    )
    assert (
        texts(read(f"<div>{ARTICLE}{ARTICLE[:-4]}又及。</p></div><div style='display:none'>{terms}</div>"))[:3] == WHOLE
    )


@pytest.mark.parametrize(
    "style",
    [
        "FONT-SIZE : 0PX !important",
        "font:0/0 a",
        "font-size:0.1px",
        "font-size:1px;color:#fff",
        "font-size:0vw",
        "opacity:0",
        "visibility: hidden",
        "position:absolute;left:-9999px",
        "text-indent:-9999px",
    ],
)
def test_pieces_of_a_line_that_nobody_sees_are_no_text(style):
    spoilt = f"{FIRST[:8]}<span style='{style}'>河湾网独家</span>{FIRST[8:]}"
    assert texts(read(f"<div><p>{spoilt}</p><p>{SECOND}</p></div>")) == [FIRST, SECOND]


@pytest.mark.parametrize("style", ["opacity:0", "visibility:hidden"])
def test_a_whole_article_that_a_script_makes_visible_is_text(style):
    assert texts(read(f"<div style='{style}'>{ARTICLE}</div>")) == WHOLE
    spans = "".join(f"<p><span style='{style}'>{text}</span></p>" for text in WHOLE)
    assert texts(read(f"<div>{spans}</div>")) == WHOLE


@pytest.mark.parametrize("selector", ["p .jam, .other", ".other,i.jam", "div > .jam"])
def test_letters_of_no_size_by_a_longer_selector(selector):
    page = read(
        f"<div><p>{FIRST[:8]}<i class='jam'>河湾</i>{FIRST[8:]}</p></div>", f"<style>{selector}{{font-size:0}}</style>"
    )
    assert texts(page) == [FIRST]


def test_what_is_hidden_in_print_is_text():
    sheet = "<style media='print'>.jam{font-size:0}</style>"
    assert texts(read(f"<div><p class='jam'>{FIRST}</p><p>{SECOND}</p></div>", sheet)) == [FIRST, SECOND]


def test_spans_set_as_blocks_are_lines():
    spans = "".join(f"<span style='display: block'>{text}</span>" for text in WHOLE)
    assert texts(read(f"<div><p>{spans}</p></div>")) == WHOLE
