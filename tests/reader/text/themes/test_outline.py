"""Nested parts, and the series they form."""

from reader.text.themes.apparatus import apparatus
from reader.text.themes.outline import outline, series_of

PROSE = "河边的步道修了三年，来走的人一天比一天多，两岸的铺子也都开了门，连冬天都有人来。"


def parts(*texts, levels=None):
    return outline("老城", texts, apparatus(texts), levels)


def series(part):
    return [[below.start for below in one.parts] for one in series_of(part)]


def test_numbered_headings_hold_what_is_numbered_below_them():
    root = parts("一、步道", "（一）修路。" + PROSE, "（二）种树。" + PROSE, "二、书店", PROSE)
    assert series(root) == [[0, 3]]
    assert series(root.parts[0]) == [[1, 2]]


def test_a_part_ends_where_the_next_begins():
    root = parts("一、步道", PROSE, "二、书店", PROSE, PROSE)
    assert [(part.start, part.end) for part in root.parts] == [(0, 2), (2, 5)]


def test_a_series_with_a_gap_is_none():
    assert series(parts("一是修路。" + PROSE, "三是种树。" + PROSE, "四是开店。" + PROSE)) == []


def test_a_series_that_does_not_begin_is_none():
    assert series(parts(PROSE, "二是修路。" + PROSE, "三是种树。" + PROSE)) == []


def test_the_first_point_may_end_the_paragraph_that_announces_it():
    root = parts(PROSE + "要做三件事：一是修路。", "二是种树。" + PROSE, "三是开店。" + PROSE)
    assert series(root) == [[0, 1, 2]]
    assert root.parts[0].entry.lead.text == "一是修路。"


def test_what_begins_anew_is_another_series():
    root = parts("一是修路。" + PROSE, "二是种树。" + PROSE, PROSE, "一是开店。" + PROSE, "二是办展。" + PROSE)
    assert series(root) == [[0, 1], [3, 4]]


def test_words_count_too():
    assert series(parts("首先，要修路。" + PROSE, "其次，要种树。" + PROSE, "此外，要开店。" + PROSE)) == [[0, 1, 2]]


def test_headings_stand_outside_numbers_that_begin_anew_below_them():
    root = parts(
        "步道修到家门口", "一、修路", PROSE, "二、种树", PROSE, "旧厂房变成书店", "一、开店", PROSE, "二、办展", PROSE
    )
    assert series(root) == [[0, 5]]
    assert [series(part) for part in root.parts] == [[[1, 3]], [[6, 8]]]


def test_lines_of_a_list_are_no_headings():
    assert series(parts(PROSE, "一、修路", "二、种树", "三、开店", "四、办展", PROSE)) == []


def test_quotations_that_are_numbered_are_a_list():
    texts = [f"{number}.{PROSE * 2}" for number in range(1, 6)]
    assert series(parts(*texts)) == []


def test_questions_of_an_interview_are_headings():
    assert series(parts("记者：步道谁来修？", "李明：" + PROSE, "记者：钱从哪里来？", "李明：" + PROSE)) == [[0, 2]]


def test_dashes_open_points():
    texts = [f"——{what}，让两岸的人都走得过去。{PROSE}" for what in ("修路", "种树", "开店")]
    assert series(parts(PROSE, *texts)) == [[1, 2, 3]]


def test_dashes_far_apart_are_two_lists():
    points = [f"——{what}，让两岸的人都走得过去。{PROSE}" for what in ("修路", "种树", "开店", "办展", "修桥", "点灯")]
    assert series(parts(*points[:3], *[PROSE] * 6, *points[3:])) == [[0, 1, 2], [9, 10, 11]]


def test_what_cleaning_knows_to_be_a_heading_needs_no_other_sign():
    texts = ("步道修到家门口。", PROSE, "旧厂房变成书店。", PROSE)
    assert series(parts(*texts)) == []
    assert series(parts(*texts, levels={0: 2, 2: 2})) == [[0, 2]]


def test_levels_nest():
    root = parts("步道", PROSE, "材料", PROSE, "工期", PROSE, "书店", PROSE, levels={0: 2, 2: 3, 4: 3, 6: 2})
    assert series(root) == [[0, 6]]
    assert series(root.parts[0]) == [[2, 4]]


def test_no_text_has_no_parts():
    assert series(parts()) == []
