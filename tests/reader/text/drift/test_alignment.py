"""Two texts' units side by side: what is one, what moved, what came and went; and that nothing is lost."""

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.drift.alignment import compare
from reader.text.drift.units import dice, units

# As the yearly targets are put: facts of the reports of 2024 and 2025, in sentences of our own.
BEFORE = """今年发展主要预期目标是：国内生产总值增长5%左右。居民消费价格涨幅3%左右。
城镇新增就业1200万人以上，城镇调查失业率5.5%左右。
粮食产量1.3万亿斤以上。单位国内生产总值能耗降低2.5%左右。
赤字率拟按3%安排，赤字规模4.06万亿元。
要在全国修一万个村口的篮球场。"""
AFTER = """国内生产总值增长5%左右。
城镇调查失业率5.5%左右，城镇新增就业1200万人以上。
居民消费价格涨幅2%左右。
赤字率拟按4%左右安排，赤字规模5.66万亿元。
粮食产量1.4万亿斤左右。单位国内生产总值能耗降低3%左右。
鼓励老人上夜校学画画。"""


def rows(before, after):
    return [
        (row.kind, row.old.text if row.old else None, row.new.text if row.new else None)
        for row in compare(before, after)
        if row.here
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("居民消费价格涨幅3%左右。", "居民消费价格涨幅2%左右。"),
        ("城镇新增就业1200万人以上，城镇调查失业率5.5%左右。", "城镇调查失业率5.5%左右，城镇新增就业1200万人以上。"),
        ("粮食产量1.3万亿斤以上。", "粮食产量1.4万亿斤左右。"),
        ("单位国内生产总值能耗降低2.5%左右。", "单位国内生产总值能耗降低3%左右。"),
        ("赤字率拟按3%安排，赤字规模4.06万亿元。", "赤字率拟按4%左右安排，赤字规模5.66万亿元。"),
    ],
)
def test_targets_of_two_years_are_pairs(old, new):
    assert {kind for kind, one, other in rows(BEFORE, AFTER) if (one, other) == (old, new)} & {"changed", "moved"}


def test_a_target_that_stayed_is_the_same():
    """国内生产总值增长5%左右 stands in both years' reports, there after other words."""
    assert ("changed", BEFORE.split("。")[0] + "。", "国内生产总值增长5%左右。") in rows(BEFORE, AFTER)
    found = rows("国内生产总值增长5%左右。居民消费价格涨幅3%左右。", "国内生产总值增长5%左右。居民消费价格涨幅2%左右。")
    assert [kind for kind, _, _ in found] == ["same", "changed"]


def test_what_came_and_went():
    found = rows(BEFORE, AFTER)
    assert ("gone", "要在全国修一万个村口的篮球场。", None) in found
    assert ("come", None, "鼓励老人上夜校学画画。") in found


def test_order_does_not_tell_two_halves_apart():
    one, other = units(
        "城镇新增就业1200万人以上，城镇调查失业率5.5%左右。城镇调查失业率5.5%左右，城镇新增就业1200万人以上。"
    )
    assert dice(one, other) > 0.9


def test_numbers_and_punctuation_make_no_difference_between_pairs():
    one, other = units("规模4.06万亿元。规模，为５,６６０万亿元！")[0], units("规模１万亿元；")[0]
    assert one.said == other.said == "规模#万亿元"
    assert dice(one, other) == 1


def test_the_same_text_is_all_the_same():
    assert {kind for kind, _, _ in rows(BEFORE, BEFORE)} == {"same"}


def test_a_moved_sentence_stands_at_both_its_places():
    one, two, three = "街道要让给走路的人。", "河边的树留给鸟住。", "学校的操场傍晚开门。"
    found = compare(one + two + three, two + three + one)
    moved = [row for row in found if row.kind == "moved"]
    assert [(row.here, row.new.text) for row in moved] == [(False, one), (True, one)]
    assert moved[0].new is moved[1].new and [row.kind for row in found].count("same") == 2


def test_sentences_alike_in_part_are_only_related():
    found = rows(
        "头一句不动。加快建设城市更新示范区，改善老人出行。末一句不动。",
        "头一句不动。推动示范区老人办事更方便。末一句不动。",
    )
    assert [kind for kind, _, _ in found] in (["same", "related", "same"], ["same", "gone", "come", "same"])


def test_related_ones_lie_between_the_same_aligned_ones():
    middle, fixed = ("完善城乡融合发展的体制机制", "完善城乡要素流动的办法"), "固定不变的一句话在这里。"
    found = rows(f"{middle[0]}。{fixed}", f"{fixed}{middle[1]}。")
    assert not [kind for kind, _, _ in found if kind == "related"]


@pytest.mark.parametrize(("before", "after"), [("", ""), ("", "只有一句。"), ("只有一句。", ""), ("　\n", "。")])
def test_empty_texts(before, after):
    assert all((old is None) != (new is None) for _, old, new in rows(before, after))


SENTENCES = st.lists(
    st.sampled_from(["甲乙丙丁。", "甲乙丙戊。", "己庚辛壬癸；", "子丑寅卯辰巳。", "1年2月。", "？", "午\n"]),
    max_size=14,
)


@settings(max_examples=200, deadline=None)
@given(SENTENCES.map("".join), SENTENCES.map("".join))
def test_every_unit_of_both_is_in_one_row(before, after):
    found = compare(before, after)
    olds = Counter(row.old.start for row in found if row.old and (row.kind != "moved" or not row.here))
    news = Counter(row.new.start for row in found if row.new and row.here)
    assert olds == Counter(unit.start for unit in units(before))
    assert news == Counter(unit.start for unit in units(after))
    assert [row.new.start for row in found if row.new and row.here] == sorted(news)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="甲乙，。；？\n 12%“”（", max_size=60))
def test_units_leave_out_nothing_but_white_space(text):
    found = units(text)
    assert all(unit.text == text[unit.start : unit.end] for unit in found)
    left, at = "", 0
    for unit in found:
        left, at = left + text[at : unit.start], unit.end
    assert not (left + text[at:]).strip()


@pytest.mark.parametrize(
    "text",
    [
        "同一句话说一万遍。" * 10_000,
        "".join(f"第{n}句说的是第{n * 7 % 997}件事。" for n in range(8_000)),
        "没有句号" * 50_000,
    ],
)
def test_hostile_texts_end(text):
    """By the processor's time: the machine may be busy."""
    began = time.process_time()
    assert len(compare(text, text[9:])) >= 1
    assert time.process_time() - began < 30
