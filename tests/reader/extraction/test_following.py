"""Where a page's pager leads."""

import pytest

from reader.extraction import extract

BODY = "".join(
    f"<p>小巷是孩子们放学后的第一个去处，也是老人们晒太阳、说闲话的地方，这是第{n}段。</p>" for n in range(4)
)


def _read(*links, url="https://paper.example/2024/content_40001.htm"):
    pager = "".join(f'<a href="{href}">{text}</a>' for text, href in links)
    page = f"<html><head><title>小巷</title></head><body><h1>小巷</h1><div>{BODY}</div><div>{pager}</div></body></html>"
    return extract(page.encode(), url=url)


FIRST = "https://paper.example/2024/content_40001.htm"
SECOND = "https://paper.example/2024/content_40001_2.htm"
THIRD = "https://paper.example/2024/content_40001_3.htm"


def test_the_pages_after_this_one_in_order():
    page = _read(("3", "content_40001_3.htm"), ("2", "content_40001_2.htm"), ("下一页", "content_40001_2.htm#top"))
    assert page.following == (SECOND, THIRD)


def test_a_second_page_leads_back_and_on():
    page = _read(("1", "content_40001.htm"), ("上一页", "content_40001.htm"), ("3", "content_40001_3.htm"), url=SECOND)
    assert (page.preceding, page.following) == ((FIRST,), (THIRD,))


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("2", "https://elsewhere.example/2024/content_40001_2.htm"),
        ("2", "https://paper.example:8443/2024/content_40001_2.htm"),
        ("2", "content_40002_2.htm"),
        ("下一篇", "content_40001_2.htm"),
        ("下一页", "javascript:next()"),
        ("下一页", "http://["),
        ("2", "#2"),
    ],
)
def test_what_is_no_page_of_the_article(text, href):
    assert _read((text, href)).following == ()


@pytest.mark.parametrize(
    ("href", "following"),
    [
        ("?id=5&page=2", ("https://paper.example/show.php?id=5&page=2",)),
        ("?page=2&id=5", ("https://paper.example/show.php?page=2&id=5",)),
        ("?id=6&page=2", ()),
    ],
)
def test_pages_by_a_parameter(href, following):
    assert _read(("2", href), url="https://paper.example/show.php?id=5&from=share").following == following


@pytest.mark.parametrize(
    ("text", "href", "whole"),
    [
        ("全文", "content_40001_all.htm", "https://paper.example/2024/content_40001_all.htm"),
        ("在本页阅读全文", "content_40001_0.htm", "https://paper.example/2024/content_40001_0.htm"),
        ("显示全文", "?page=all", "https://paper.example/2024/content_40001.htm?page=all"),
        ("全文", "content_40002_all.htm", ""),
        ("阅读全文", "javascript:unfold()", ""),
        ("全文检索", "content_40001_all.htm", ""),
    ],
)
def test_where_all_of_it_stands_on_one_page(text, href, whole):
    assert _read((text, href)).whole == whole


def test_the_whole_page_has_no_further_ones():
    page = _read(("2", "content_40001_2.htm"), url="https://paper.example/2024/content_40001_all.htm")
    assert page.following == ()


def test_a_day_of_the_month_is_no_page():
    assert _read(("14", "2024-05-08.htm"), url="https://paper.example/2024-05-07.htm").following == ()
