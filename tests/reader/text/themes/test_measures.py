"""Measures numbered inside one paragraph."""

import pytest

from reader.text.themes import derive
from reader.text.themes.measures import measures

AROUND = "老城的步道走的人多了，怎么管是个问题。"
ROW = "一要修好路面，二要补种行道树，三要管住乱停车。"


def test_they_are_found_with_their_own_words():
    found = measures([AROUND, AROUND + "办法有三：" + ROW])
    assert [lead.text for lead in found] == ["一要修好路面，", "二要补种行道树，", "三要管住乱停车。"]


def test_what_somebody_says_is_reported():
    assert measures([AROUND + "李明说：" + ROW]) == []


def test_three_things_are_listed_in_passing():
    told = "一是完善路面，二是丰富行道树，三是清理乱停车。"
    assert measures([told]) == []
    assert len(measures([told.replace("。", "，四是打造河边书店。")])) == 4


def test_two_rows_are_the_authors_manner():
    assert measures([ROW, ROW]) == []


def test_where_paragraphs_are_numbered_they_are_none():
    assert measures([ROW, "二是种树。" + AROUND]) == []


@pytest.mark.parametrize(
    "text",
    [
        "一是修路，二是种树。",
        "一是路面不平，二是灯光不足，三是缺乏管护。",
        "一要修路，三要种树，四要开店。",
        "原因是，一是步道明显增加，二是书店持续增加，三是来客显著增长。",
        "",
    ],
    ids=["two", "what is amiss", "a gap", "results", "empty"],
)
def test_what_is_none(text):
    assert measures([text]) == []


def test_only_where_nothing_else_exists():
    body = "先说明现状，再举出两处街区的做法，最后落到每一个住在这里的人身上，把道理讲得明明白白。"
    texts = [AROUND, "步道修到家门口", body + ROW, "旧厂房变成书店", body]
    assert [theme.reason.code for theme in derive("老城", texts) if theme.parent is None] == ["headings", "headings"]
    assert [theme.reason.code for theme in derive("老城", [AROUND, body + ROW, body])] == ["measures"] * 3


def test_what_is_laid_down_under_a_point_is_no_part_of_its_lead():
    row = "一要修好步道，明确要先修学校门口；二要种好行道树，明确由街坊认养；三要管好停车，提出夜里错时共用。"
    assert [lead.text for lead in measures([row])] == ["一要修好步道", "二要种好行道树", "三要管好停车"]
