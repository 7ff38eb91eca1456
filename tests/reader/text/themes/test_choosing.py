"""Which series are the themes, and which headings hold themes without being one."""

import pytest

from reader.text.themes.apparatus import apparatus
from reader.text.themes.choosing import top_parts
from reader.text.themes.frame_headings import counts_things, is_frame, is_review
from reader.text.themes.outline import outline

PROSE = "河边的步道修了三年，来走的人一天比一天多，两岸的铺子也都开了门，连冬天都有人来。"


def chosen(*texts):
    return [part.start for part in top_parts(outline("老城", texts, apparatus(texts)))]


@pytest.mark.parametrize(
    "heading",
    [
        "总体要求",
        "一、总体要求",
        "主要目标",
        "二、重点任务",
        "组织保障",
        "保障措施",
        "三方面工作",
        "今年的工作安排",
        "下一步工作",
        "结束语",
        "学习重点",
        "六、强化组织保障",
        "四、加强组织领导",
        "一、活动时间",
        "报名方式",
        "一、出台背景",
        "修订说明",
        "五、施行时间",
        "解读机关",
    ],
)
def test_frames(heading):
    assert is_frame(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "修好步道",
        "组织居民议事",
        "保障老人出行",
        "目标是家门口",
        "保障老人用餐",
        "活动时间长一点",
        "施行时间再早一点",
        "一、让书店开进厂房",
    ],
)
def test_themes_are_no_frames(heading):
    assert not is_frame(heading)


@pytest.mark.parametrize("heading", ["过去五年工作回顾", "一、2023年工作情况", "主要成绩", "存在的主要问题"])
def test_reviews(heading):
    assert is_review(heading)


def test_frames_yield_to_what_they_hold():
    texts = ("一、总体要求", PROSE, "二、主要任务", "（一）修路", PROSE, "（二）种树", PROSE, "三、组织保障", PROSE)
    assert chosen(*texts) == [3, 5]


def test_when_it_takes_effect_and_why_it_was_made_are_no_themes_beside_what_it_says():
    texts = ("一、出台背景", PROSE, "二、主要内容", "（一）修路", PROSE, "（二）种树", PROSE, "三、施行时间", PROSE)
    assert chosen(*texts) == [3, 5]


def test_a_frame_beside_themes_is_left_out():
    assert chosen("一、总体要求", PROSE, "二、修好步道", PROSE, "三、开好书店", PROSE, "四、组织实施", PROSE) == [2, 4]


def test_under_a_review_is_nothing():
    texts = (
        "一、工作回顾",
        "（一）修了路",
        PROSE,
        "（二）种了树",
        PROSE,
        "二、今年工作安排",
        "（一）开店",
        PROSE,
        "（二）办展",
        PROSE,
    )
    assert chosen(*texts) == [6, 8]


def test_headings_come_before_what_they_hold():
    assert chosen("步道修到家门口", "一是修路。" + PROSE, "二是种树。" + PROSE, "旧厂房变成书店", PROSE) == [0, 3]


def test_what_looks_ahead_comes_first():
    done = ("一是步道明显增多。" + PROSE, "二是书店持续增加。" + PROSE, "三是来客显著增长。" + PROSE)
    ahead = ("一是要修好步道。" + PROSE, "二是要开好书店。" + PROSE)
    assert chosen(*done, PROSE, *ahead) == [4, 5]
    assert chosen(*ahead, PROSE, *done) == [0, 1]


def test_no_series_gives_nothing():
    assert chosen(PROSE, PROSE) == []


def test_a_heading_that_counts_things_yields_to_them():
    texts = ("修好步道，从两方面说起", PROSE, "第一，路面。" + PROSE, "第二，灯光。" + PROSE)
    assert chosen(*texts, "留住小店，办好3件事", "第一，降租。" + PROSE, "第二，引客。" + PROSE) == [2, 3, 5, 6]


def test_a_heading_that_counts_things_and_holds_none_stays():
    assert chosen("修好步道，从两方面说起", PROSE, "留住小店，办好3件事", PROSE) == [0, 2]


@pytest.mark.parametrize("heading", ["两方面", "修好3条步道", "步道修到家门口，路更宽"])
def test_what_counts_no_things(heading):
    assert not counts_things(heading)
