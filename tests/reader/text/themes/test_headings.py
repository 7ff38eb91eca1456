"""Which lines are headings."""

import pytest

from reader.text.themes import derive
from reader.text.themes.headings import heading_places, is_heading_line, is_question_line

PROSE = "河边的步道修了三年，来走的人一天比一天多，两岸的铺子也都开了门，连冬天都有人来。"


@pytest.mark.parametrize(
    "line", ["步道修到家门口", "谁来修步道？", "一条步道 连起两岸", "2公里步道怎么走", "老城的“慢生活”"]
)
def test_a_short_line_without_an_end_mark_could_be_one(line):
    assert is_heading_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "步道修到家门口。",
        "步道修到家门口——",
        "——步道修到家门口",
        "步道修到家门口：",
        "“我们都爱这条步道”",
        "《步道更新办法》",
        "联系电话5550123",
        "各位代表",
        "12月3日",
        "有人说",
        "……步道修到家门口",
        "一、步道修到家门口",
        "步道" * 30,
        "步",
        "",
        "abc",
    ],
)
def test_what_is_none(line):
    assert not is_heading_line(line)


def test_two_headings_are_headings_together():
    assert heading_places("老城", [PROSE, "步道修到家门口", PROSE, "旧厂房变成书店", PROSE]) == (1, 3)


def test_one_line_alone_is_a_remark():
    assert heading_places("老城", [PROSE, "步道修到家门口", PROSE]) == ()


def test_an_echo_of_the_title_is_no_reason_against_a_heading():
    texts = [PROSE, "老城步道修到家门口", PROSE, "老城厂房变成书店", PROSE]
    assert heading_places("老城更新：步道修到家门口，厂房变成书店", texts) == (1, 3)


def test_the_title_said_again_is_no_heading():
    assert heading_places(
        "老城新事（新知）", ["老城新事", PROSE, "步道修到家门口", PROSE, "旧厂房变成书店", PROSE]
    ) == (2, 4)


def test_a_byline_between_heading_and_text_does_not_hide_it():
    texts = ["步道修到家门口", "本报记者 李 明", PROSE, "旧厂房变成书店", "本报记者 王 芳", PROSE]
    assert heading_places("老城", texts, skipped={1, 4}) == (0, 3)


def test_lines_that_follow_each_other_are_a_list():
    assert heading_places("老城", [PROSE, "步道", "凉亭", "书店", "茶摊的长凳", PROSE]) == ()


def test_of_a_heading_and_its_deck_the_heading_counts():
    texts = ["步道修到门口", "既方便老人，也方便孩子", PROSE, "厂房变成书店", "既留住记忆，也留住手艺", PROSE]
    assert heading_places("老城", texts) == (0, 3)


def test_a_sentence_pulled_out_of_the_text_is_no_heading():
    quote = "把步道修到每一个老人的家门口，让他们愿意出来走一走"
    texts = [quote, PROSE, "步道修到家门口", PROSE + quote + "。", "旧厂房变成书店", PROSE]
    assert heading_places("老城", texts) == (2, 4)


@pytest.mark.parametrize(
    ("line", "asked"), [("记者：步道谁来修？", True), ("问：钱从哪里来", True), ("步道谁来修？", False)]
)
def test_an_interviewers_question(line, asked):
    assert is_question_line(line) == asked


def test_a_label_alone_on_its_line_is_no_heading():
    texts = ["看点一", "步道修到家门口", PROSE, "看点二", "旧厂房变成书店", PROSE]
    assert heading_places("老城", texts) == (1, 4)
    assert [(theme.paragraph, theme.name) for theme in derive("老城", texts)] == [
        (1, "步道修到家门口"),
        (4, "旧厂房变成书店"),
    ]


def test_a_label_that_cleaning_knows_as_a_heading_is_none_either():
    texts = ["看点一", "步道修到家门口", PROSE, "看点二", "旧厂房变成书店", PROSE]
    found = derive("老城", texts, levels=dict.fromkeys((0, 1, 3, 4), 3))
    assert [theme.paragraph for theme in found if theme.parent is None] == [1, 4]


def test_a_label_before_the_heading_is_no_part_of_the_name():
    texts = ["关键词：慢行", PROSE, "关键词：小店", PROSE]
    assert [theme.name for theme in derive("老城", texts)] == ["慢行", "小店"]
