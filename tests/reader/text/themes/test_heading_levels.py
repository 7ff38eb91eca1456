"""The outline and the themes agree on what a heading is."""

from reader.text.themes import derive, heading_levels

PROSE = "河边的步道修了三年，来走的人一天比一天多，两岸的铺子也都开了门，连冬天都有人来。"


def test_lines_that_only_themes_are_found_by_are_headings():
    texts = [PROSE, "步道修到家门口", PROSE, "旧厂房变成书店", PROSE]
    assert heading_levels("老城", texts) == {1: 2, 3: 2}
    assert {theme.paragraph for theme in derive("老城", texts)} == {1, 3}


def test_frames_and_what_they_hold_are_headings_too():
    texts = ["一、总体要求", PROSE, "二、主要任务", "（一）修路", PROSE, "（二）种树", PROSE]
    assert heading_levels("老城", texts) == {0: 2, 2: 2, 3: 3, 5: 3}


def test_known_headings_keep_their_level():
    assert heading_levels("老城", [PROSE, "步道", PROSE], {1: 3}) == {1: 3}


def test_numbered_paragraphs_are_none():
    assert heading_levels("老城", ["第一，修路。" + PROSE, "第二，种树。" + PROSE]) == {}


def test_one_short_line_is_none():
    assert heading_levels("老城", [PROSE, "步道修到家门口", PROSE]) == {}


def test_an_empty_text_has_none():
    assert heading_levels("", []) == {}
