"""Which saved pages are pages of one article."""

import pytest

from reader.extraction import Block, Page
from reader.extraction.grouping import together, trace_of

SITE = "https://paper.example/content_40001{}.htm"


def _trace(name, text, title="小巷", url="", following=()):
    page = Page(title=title, blocks=(Block("paragraph", text),), following=tuple(following))
    return trace_of(page, name, url)


@pytest.mark.parametrize(
    "form", ["{}_{}.html", "{}-{}.html", "{} ({}).html", "{}（{}）.html", "{}.html?page={}", "{}第{}页.html"]
)
def test_by_the_names_of_their_files(form):
    names = [form.format("小巷", 3), "小巷.html", form.format("小巷", 2)]
    assert together([_trace(name, f"{name}段。") for name in names]) == [[1, 2, 0]]


def test_by_their_addresses():
    traces = [_trace("b.html", "丙", url=SITE.format("_2")), _trace("a.html", "甲", url=SITE.format(""))]
    assert together(traces) == [[1, 0]]


def test_by_a_link_from_one_to_the_other():
    first = _trace("a.html", "甲", "一题", SITE.format(""), [SITE.format("_2")])
    assert together([first, _trace("b.html", "丙", "小巷的后半", SITE.format("_2"))]) == [[0, 1]]


def test_by_the_first_page_that_all_call_canonical():
    assert together([_trace(f"{n}.html", f"第{n}段", url=SITE.format("")) for n in "abc"]) == [[0, 1, 2]]


@pytest.mark.parametrize(
    "pair",
    [
        ({"name": "a.html"}, {"name": "b.html"}),
        ({"name": "小巷.html"}, {"name": "小巷_2.html", "title": "大街"}),
        ({"name": "甲/小巷.html"}, {"name": "乙/小巷_2.html"}),
        ({"name": "要闻_31.html"}, {"name": "要闻_32.html"}),
        ({"name": "小巷.html", "title": ""}, {"name": "小巷_2.html", "title": ""}),
        (
            {"name": "a.html", "url": "https://gov.example/art_31_456.html"},
            {"name": "b.html", "url": "https://gov.example/art_31_457.html"},
        ),
        ({"name": "小巷.html", "url": SITE.format("")}, {"name": "小巷_2.html", "url": "https://other.example/9.htm"}),
    ],
)
def test_what_does_not_belong_together(pair):
    assert together([_trace(text=f"{n}段。", **parts) for n, parts in enumerate(pair)]) == [[0], [1]]


def test_the_same_page_saved_twice_is_no_second_page():
    assert together([_trace("小巷.html", "甲"), _trace("小巷 (1).html", "甲")]) == [[0], [1]]


def test_what_has_no_trace_stands_alone():
    assert together([None, _trace("小巷.html", "甲"), None]) == [[0], [1], [2]]


def test_many_pages_of_many_articles_take_little_time():
    traces = [_trace(f"{n}_{page}.html", f"{n} {page}", f"题{n}") for page in (2, 1) for n in range(2000)]
    assert len(together(traces)) == 2000
