"""Two texts side by side: shared runs, edit distance, nearly equal places."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from annotations.anchoring.alignment import align, distance, nearly, shared, shared_tail

WORDS = st.text("甲乙丙丁𠮷。", max_size=40)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_the_distance_is_levenshteins(one, other):
    assert distance(one, other) == Levenshtein.distance(one, other)


@settings(deadline=None)
@given(st.text("甲乙丙", max_size=12), WORDS, st.integers(0, 3))
def test_every_place_found_is_as_near_as_it_says(pattern, text, most):
    for match in nearly(pattern, text, most) if pattern else ():
        assert match.errors == distance(pattern, text[match.start : match.end]) <= most


@settings(deadline=None)
@given(WORDS, st.text("甲乙丙丁", min_size=4, max_size=12), WORDS)
def test_a_pattern_that_is_there_is_found_without_errors(before, pattern, after):
    text = before + pattern + after
    assert nearly(pattern, text, len(pattern) // 5)[0].errors == 0


@settings(deadline=None)
@given(WORDS, WORDS)
def test_runs_are_the_same_in_both_texts_and_rise_in_both(old, new):
    runs = align(old, new).runs
    assert all(old[run.old : run.old + run.size] == new[run.new : run.new + run.size] for run in runs)
    assert all(one.old + one.size <= two.old and one.new + one.size <= two.new for one, two in pairwise(runs))


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_shared_beginnings_and_ends(one, other):
    head, tail = shared(one, other), shared_tail(one, other)
    assert one[:head] == other[:head]
    assert one[head : head + 1] != other[head : head + 1] or head in (len(one), len(other))
    assert tail == shared(one[::-1], other[::-1])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲乙丙丁戊己", "甲乙丙丁戊己", (2, 4)),
        ("甲乙丙丁戊己", "新增甲乙丙丁戊己", (4, 6)),
        ("甲乙丙丁戊己", "甲乙戊己", (2, 2)),
        ("甲乙丙丁戊己", "甲乙改了字戊己", (2, 5)),
        ("甲乙丙丁戊己", "", (0, 0)),
    ],
)
def test_a_stretch_is_carried_between_its_neighbours(old, new, expected):
    assert align(old, new).forward(2, 4) == expected


def test_characters_that_stood_elsewhere_are_strangers():
    alignment = align("甲乙丙丁戊己庚辛", "甲乙丙丁新戊己庚辛")
    assert alignment.strangers(2, 7, 2, 6) == 0
    assert alignment.strangers(5, 9, 0, 4) == 4


def test_texts_too_long_to_compare_by_character_are_aligned_by_landmarks():
    paragraph = "".join(chr(0x4E00 + number * 7 % 5000) for number in range(3000))
    new = paragraph[:900] + "新增一句" + paragraph[900:2000] + paragraph[2100:]
    assert sum(run.size for run in align("头" + paragraph, new + "尾").runs) == 2900


def test_long_texts_with_nothing_in_common_have_no_runs():
    assert align("甲" * 5000, "乙" * 5000).runs == ()
