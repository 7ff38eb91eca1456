"""Which kind of source an article is, and in what serial it stood."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from annotations.exports.document import SHANGHAI, Article, Edition
from annotations.exports.references import reference
from annotations.exports.sources import Serial, read_source

CARRIED = Article(
    1,
    "以绿道连城",
    source="经济日报",
    published=datetime(2023, 4, 12, 9, 51, tzinfo=SHANGHAI),
    url="https://theory.gmw.cn/2023-04/12/content_1.htm",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("经济日报", Serial("经济日报", "N")),
        ("《光明日报》（ 2023年04月12日 02版）", Serial("光明日报", "N", date(2023, 4, 12), "02")),
        ("人民日报海外版", Serial("人民日报海外版", "N")),
        ("参考消息", Serial("参考消息", "N")),
        ("《求是》2023/08", Serial("求是", "J", year="2023", issue="8")),
        ("《求是》2023年第8期", Serial("求是", "J", year="2023", issue="8")),
        ("求是杂志", Serial("求是", "J")),
        ("求是2023年第8期", Serial("求是", "J", year="2023", issue="8")),
        ("来源：经济日报", Serial("经济日报", "N")),
        ("21世纪经济报道", Serial("21世纪经济报道", "N")),
        ("《半月谈》", Serial("半月谈", "J")),
        ("清华大学学报", Serial("清华大学学报", "J")),
        ("光明网", Serial("光明网", "")),
        ("经济日报-中国经济网", Serial("经济日报-中国经济网", "")),
        ("人民日报客户端", Serial("人民日报客户端", "")),
        ("新华社", Serial("新华社", "")),
        ("", Serial("", "")),
        ("《光明日报》2023年13月45日", Serial("光明日报", "N")),
    ],
)
def test_what_a_source_line_names(line, expected):
    assert read_source(line) == expected


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, "N/OL"),
        ({"edition": Edition(date(2023, 4, 12), page="10")}, "N"),
        ({"source": "《经济日报》（2023年4月12日 第10版）"}, "N"),
        ({"source": "《经济日报》（2023年4月12日 第10版）", "url": "http://paper.ce.cn/pc/a.html"}, "N/OL"),
        ({"url": ""}, "N"),
        ({"source": "光明网"}, "EB/OL"),
        ({"source": ""}, "EB/OL"),
        ({"source": "求是"}, "J/OL"),
        ({"source": "求是", "url": ""}, "J"),
        ({"citation_kind": "R/OL"}, "R/OL"),
    ],
)
def test_which_kind_an_article_is(changes, kind):
    assert reference(replace(CARRIED, **changes)).kind == kind


def test_a_magazines_issue_comes_from_its_source_line():
    assert reference(replace(CARRIED, source="《求是》2023/08")).issue == "8"


def test_a_printed_entry_has_no_address():
    article = replace(CARRIED, edition=Edition(date(2023, 4, 12), page="第10版"))
    assert (reference(article).url, reference(article).page) == ("", "10")
