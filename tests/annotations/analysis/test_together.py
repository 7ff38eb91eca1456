"""Themes marked together, against the specification's example and by properties."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotations.analysis.matrix import Mark
from annotations.analysis.together import Together, counted, pairs

A, B, C = 1, 2, 3
PARAGRAPHS = {7: [(0, 20), (21, 40), (41, 60)]}
PLACES = [
    *((0, 10, A), (5, 12, B), (5, 12, A), (22, 30, A), (32, 38, B)),
    *((45, 50, C), (49, 55, B), (58, 60, C)),
]
WAYS = ["passage", "overlap", "sentence", "paragraph", "near"]


def marks(places):
    return [Mark(n, 1, 7, start, end, "字", frozenset(themes)) for n, (start, end, *themes) in enumerate(places)]


MARKS = marks(PLACES)


def found(how, pair, reach=0):
    one = counted(MARKS, how, PARAGRAPHS, reach).of_pair(pair)
    return one.one, one.other, one.both, one.c


@pytest.mark.parametrize(
    ("how", "pair", "expected"),
    [
        ("paragraph", (A, B), (2, 3, 2, 2 / 3)),
        ("paragraph", (B, C), (3, 1, 1, 1 / 3)),
        ("paragraph", (A, C), (2, 1, 0, 0)),
        ("overlap", (A, B), (20, 19, 7, 0.21875)),
        ("overlap", (B, C), (19, 7, 1, 0.04)),
        ("overlap", (A, C), (20, 7, 0, 0)),
        ("passage", (A, B), (3, 3, 1, 0.2)),
        ("passage", (B, C), (3, 2, 0, 0)),
    ],
)
def test_units_and_c(how, pair, expected):
    assert found(how, pair) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("how", "reach", "pair", "count"),
    [
        ("passage", 0, (A, B), 1),
        ("overlap", 0, (A, B), 2),
        ("near", 2, (A, B), 3),
        ("near", 10, (A, B), 4),
        ("passage", 0, (B, C), 0),
        ("overlap", 0, (B, C), 1),
        ("near", 10, (B, C), 3),
        ("overlap", 0, (A, C), 0),
    ],
)
def test_pairs_of_marks(how, reach, pair, count):
    assert len(list(pairs(MARKS, pair, how, PARAGRAPHS, reach))) == count


def test_a_published_coefficient():
    assert Together(100, 10, 5, 105).c == pytest.approx(0.047619, abs=1e-6)
    assert Together(100, 10, 5, 105).uneven and not Together(49, 10, 5, 54).uneven


def test_near_counts_passages_that_have_the_other_within_reach():
    # Of A's three passages and B's three, one passage is both: five; (0, 10), (5, 12), (22, 30) and (32, 38) are near.
    assert found("near", (A, B), 2) == (3, 3, 4, 4 / 5)


def test_g2_is_that_of_the_table_of_units():
    one = counted(MARKS, "paragraph", PARAGRAPHS).of_pair((B, C))
    assert one.of == 3 and one.g2 == pytest.approx(0)
    assert counted(MARKS, "overlap", PARAGRAPHS).of_pair((B, C)).g2 is None


def test_a_mark_with_two_themes_stands_together_with_itself():
    both = marks([(0, 5, A, B)])
    for how in WAYS:
        one = counted(both, how, PARAGRAPHS, 3).of_pair((A, B))
        assert one.c == 1 and len(list(pairs(both, (A, B), how, PARAGRAPHS, 3))) == 1


def test_without_marks_there_is_nothing():
    for how in WAYS:
        assert counted([], how, {}).of_pair((A, B)).c == 0


PLACE = st.tuples(st.integers(0, 59), st.integers(1, 20), st.sampled_from([A, B, C])).map(
    lambda one: (one[0], min(60, one[0] + one[1]), one[2])
)


@given(st.lists(PLACE, max_size=12), st.sampled_from(WAYS), st.integers(0, 30))
@example([(22, 42, A), (40, 41, B)], "sentence", 0)
def test_c_lies_between_nought_and_one_and_agrees_with_the_pairs(places, how, reach):
    given_marks = marks(places)
    for pair in ((A, B), (B, C), (A, C)):
        one = counted(given_marks, how, PARAGRAPHS, reach).of_pair(pair)
        assert 0 <= one.c <= 1 and one.both <= one.either
        together = list(pairs(given_marks, pair, how, PARAGRAPHS, reach))
        assert bool(one.both) == bool(together)


@given(st.lists(PLACE, min_size=1, max_size=12))
def test_wider_reach_never_takes_a_pair_away(places):
    given_marks = marks(places)
    counts = [counted(given_marks, "near", PARAGRAPHS, reach).both[A, B] for reach in (0, 5, 20, 60)]
    assert counts == sorted(counts)
