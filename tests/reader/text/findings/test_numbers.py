import time

import pytest

from reader.text.findings.numbers import numbers


@pytest.mark.parametrize(
    ("text", "low", "unit", "bound"),
    [
        ("新增1200万人以上", 1.2e7, "人", "at_least"),
        ("1,000亿美元", 1e11, "美元", ""),
        ("近200个", 200, "个", "near"),
        ("1000多万亩", 1e7, "亩", "over"),
        ("提高1个百分点", 1, "个百分点", ""),
        ("百分之五点五", 5.5, "%", ""),
        ("三分之一", 1 / 3, "", ""),
        ("翻一番", 2, "倍", ""),
        ("翻两番", 4, "倍", ""),
        ("１２．５％", 12.5, "%", ""),
        ("不超过30天", 30, "天", "at_most"),
        ("超过3.5万亿元", 3.5e12, "元", "over"),
        ("三百二十公里绿道", 320, "公里", ""),
        ("约两成", 2, "成", "about"),
        ("5%左右", 5, "%", "about"),
        ("控制在3%以内", 3, "%", "at_most"),
        ("二十万人", 2e5, "人", ""),
        ("绿道10公里（含）以上", 10, "公里", "at_least"),
        ("最高80万元", 8e5, "元", "at_most"),
        ("未超过5年", 5, "年", "at_most"),
        ("修路30年", 30, "年", ""),
    ],
)
def test_values_units_and_bounds(text, low, unit, bound):
    (found,) = numbers(text)
    assert (pytest.approx(found.low), found.unit, found.bound) == (low, unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [("增长2%—3%", 2, 3, "%"), ("5000—6000万元", 5e7, 6e7, "元"), ("20至30公里", 20, 30, "公里")],
)
def test_ranges(text, low, high, unit):
    (found,) = numbers(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2035年",
            "十四五",
            "第一",
            "三农",
            "第3条",
            "2024年5月6日",
            "〔2024〕1号",
            "21世纪",
            "一个镇",
            "两项工作",
            "",
            "路",
        ),
        *(
            "十四五规划",
            "二十大",
            "三条路",
            "8时30分",
            "COVID19",
            "5G",
            "2021—2025年",
            "第十四个五年",
            "百年大计",
            "1号",
        ),
    ],
)
def test_what_is_no_amount(text):
    assert numbers(text) == []


def test_places_are_those_of_the_text():
    text = "𠮷镇。\n到2035年，绿道达到300公里以上；河道缩短了2公里。"
    assert [text[one.start : one.end] for one in numbers(text)] == ["达到300公里以上", "缩短了2公里"]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("到2035年，绿道达到300公里", "target"),
        ("力争新增绿道20公里", "target"),
        ("已建成绿道20公里", "result"),
        ("绿道同比增长5%", "comparison"),
        ("比上年提高1个百分点", "comparison"),
        ("绿道20公里", ""),
    ],
)
def test_targets_results_and_comparisons(text, aim):
    (found,) = numbers(text)
    assert found.aim == aim


def test_the_date_last_named_is_the_numbers():
    first, second = numbers("2023年修路3公里，2024年上半年修路5公里。")
    assert (first.date, second.date) == ("2023年", "2024年上半年")


def test_an_issue_of_a_periodical_is_no_date_of_a_number():
    (found,) = numbers("《路》2024年第3期说，修路5公里")
    assert found.date == ""


@pytest.mark.parametrize("unit", ["修路", "1", "十", "1,", "增长", "1—", "，2024年3公里"])
def test_long_texts_take_seconds(unit):
    started = time.monotonic()
    numbers(unit * (300_000 // len(unit)))
    assert time.monotonic() - started < 6
