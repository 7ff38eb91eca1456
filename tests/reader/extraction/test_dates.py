"""Dates in every form a page writes them, and what they are dates of."""

import pytest

from reader.extraction.dates import dates_in, epoch
from reader.extraction.moments import moments_in, published_in


def said(text):
    return [(dated.moment.isoformat()[:16], dated.precision) for dated in dates_in(text)]


@pytest.mark.parametrize(
    ("text", "moment", "precision"),
    [
        ("二〇二五年四月十日", "2025-04-10T00:00", "day"),
        ("二○二五年十二月三十一日", "2025-12-31T00:00", "day"),
        ("2025年四月廿三日 下午2:05", "2025-04-23T14:05", "minute"),
        ("20250410", "2025-04-10T00:00", "day"),
        ("日期：20250410 09:25", "2025-04-10T09:25", "minute"),
        ("２０２５年４月１０日", "2025-04-10T00:00", "day"),
        ("2025年4月10日9时25分", "2025-04-10T09:25", "minute"),
        ("2025 04/10 09:25:16", "2025-04-10T09:25", "second"),
        ("民國114年4月10日 09:25", "2025-04-10T09:25", "minute"),
        ("中華民國一百一十四年四月十日", "2025-04-10T00:00", "day"),
        ("中華民國一一四年四月十日", "2025-04-10T00:00", "day"),
        ("民國元年1月1日", "1912-01-01T00:00", "day"),
        ("民國99年12月31日", "2010-12-31T00:00", "day"),
        ("April 10, 2025", "2025-04-10T00:00", "day"),
        ("10th Apr 2025 9:25 PM", "2025-04-10T21:25", "minute"),
        ("Thu, 10 Apr 2025 01:25:00 GMT", "2025-04-10T09:25", "second"),
        ("2025-04-10T01:25:00Z", "2025-04-10T09:25", "second"),
        ("2025-04-10T09:25:16+08:00", "2025-04-10T09:25", "second"),
        ("2025-04-10 09:25-10:30", "2025-04-10T09:25", "minute"),
        ("2025-04-10 上午12:05", "2025-04-10T00:05", "minute"),
    ],
)
def test_every_form(text, moment, precision):
    assert said(text) == [(moment, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4月10日",
        "民國0年1月1日",
        "二〇二五年二月三十日",
        "二〇二五年正月初五",
        "第2025号",
        "2025-13-40",
        "20251340",
        "第20250410号",
        "电话 2025041012",
        "May 2025",
    ],
)
def test_what_is_no_date(text):
    assert dates_in(text) == []


def test_seconds_since_1970():
    assert epoch("1744248300").moment.isoformat() == "2025-04-10T09:25:00+08:00"
    assert epoch("1744248300000").moment == epoch("1744248300").moment
    assert epoch("9999999999") is None
    assert epoch("20250410") is None


@pytest.mark.parametrize(
    "line",
    [
        "更新时间：2025-06-20 10:00　发布时间：2025-04-10 09:25",
        "发布日期：2025-04-10 09:25 成文日期：2025-04-01",
        "2025-04-10 09:25 来源：河湾日报 更新时间：2025-06-20",
        "发佈時間：2025-04-10 09:25",
        "实施日期：2025-05-01 失效日期：2099-05-01 发布日期：2025-04-10 09:25",
    ],
)
def test_publishing_counts_before_the_others(line):
    assert published_in(line)[0].isoformat()[:16] == "2025-04-10T09:25"


def test_a_change_counts_where_nothing_else_does():
    assert published_in("最后更新：2025-06-20 10:00")[0].day == 20


@pytest.mark.parametrize(
    "line",
    [
        "失效日期：2099-03-03",
        "有效期至：2099年3月3日",
        "成文日期：2025-04-01",
        "会议时间：2025-04-01",
        "自2025年5月1日起施行",
    ],
)
def test_what_is_no_date_of_publishing(line):
    assert published_in(line) is None


@pytest.mark.parametrize("line", ["成文日期：二〇二五年四月一日", "2025年4月1日印发", "签发日期:2025-04-01"])
def test_the_day_of_signing(line):
    assert moments_in(line)["signed"][0].isoformat()[:10] == "2025-04-01"
