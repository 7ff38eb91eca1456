"""The measures against published and computed values, and at their edges."""

import json
from itertools import pairwise
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.corpus.association import association
from reader.text.corpus.dispersion import dispersion
from reader.text.corpus.keyness import keyness

# (here, there, size here, size there): log likelihood of two cells, of four, log ratio, BIC. The first is published
# as +2.65.
KEYNESS = {
    (52, 57, 50000, 75000): (2.65171, 2.654064, 0.452512, -9.084359),
    (100, 50, 10000, 10000): (16.989904, 17.115848, 1.0, 7.086416),
    (10, 0, 10000, 10000): (13.862944, 13.867946, 4.321928, 3.959456),
    (0, 7, 12000, 34000): (-4.231932, -4.232308, -2.304855, -6.504464),
    (1200, 800, 1000000, 1000000): (80.542054, 80.622134, 0.584963, 66.033396),
    (5, 5, 1000, 1000): (0.0, 0.0, 0.0, -7.600902),
}
# (together, node, word, size): expected, MI, T, logDice, G².
ASSOCIATION = {
    (110, 2552, 221, 31777): (17.748434, 2.63174, 8.795842, 10.344128, 270.721877),
    (20, 42, 20, 14307668): (5.9e-05, 18.377968, 4.472123, 13.367732, 521.093839),
    (8, 15828, 4675, 14307668): (5.171765, 0.629343, 0.999932, 3.676453, 1.325389),
    (30, 100, 60, 100000): (0.06, 8.965784, 5.466271, 12.584963, 341.386196),
    (1, 1, 1, 1000): (0.001, 9.965784, 0.999, 14.0, 15.81451),
}
# Gries's own small corpus: DP, DPnorm, Juilland's D.
PARTS = (
    "b a m n i b e u p",
    "b a s a t b e w q n",
    "b c a g a b e s t a",
    "b a g h a b e a a t",
    "b a h a a b e a x a t",
)
DISPERSION = {
    "a": (0.18, 0.219512, 0.78515),
    "b": (0.02, 0.02439, 0.968091),
    "m": (0.82, 1.0, 0.0),
    "q": (0.8, 0.97561, 0.0),
    "x": (0.78, 0.95122, 0.0),
}


def counted(letter):
    return [(part.split().count(letter), len(part.split())) for part in PARTS]


@pytest.mark.parametrize(("counts", "values"), KEYNESS.items())
def test_keyness(counts, values):
    found = keyness(*counts)
    measured = (found.log_likelihood, found.four_cells, found.log_ratio, found.bic)
    assert measured == pytest.approx(values, abs=1e-5)


@pytest.mark.parametrize(("counts", "values"), ASSOCIATION.items())
def test_association(counts, values):
    found = association(*counts)
    assert (found.expected, found.mi, found.t, found.log_dice, found.g2) == pytest.approx(values, abs=1e-4)


@pytest.mark.parametrize(("letter", "values"), DISPERSION.items())
def test_dispersion(letter, values):
    found = dispersion(counted(letter))
    assert (found.dp, found.normalised, found.juilland) == pytest.approx(values, abs=1e-5)


def test_the_reference_values_are_the_specifications():
    spec = Path(__file__).parents[5] / "shared/spec/reference_values.json"
    if not spec.exists():
        pytest.skip("the specification does not lie beside the project")
    for row in json.loads(spec.read_text(encoding="utf-8"))["corpus"]:
        if asked := row.get("keyness"):
            assert abs(keyness(**_sides(asked)).log_likelihood) == pytest.approx(row["ll2"], abs=1e-5)
        elif asked := row.get("collocation"):
            found = association(asked["f12"], asked["f1"], asked["f2"], asked["N"])
            assert (found.mi, found.g2) == pytest.approx((row["MI"], row["G2"]), abs=1e-4)


def _sides(asked):
    return {"here": asked["a"], "there": asked["b"], "size_here": asked["c"], "size_there": asked["d"]}


def test_a_chance_is_that_of_the_published_tables():
    assert keyness(52, 57, 50000, 75000).chance == pytest.approx(0.1034, abs=1e-3)
    assert keyness(5, 5, 1000, 1000).chance == 1


@pytest.mark.parametrize("counts", [(0, 1, 1, 10), (1, 0, 1, 10), (1, 1, 0, 10), (3, 2, 9, 100)])
def test_impossible_counts_of_words_together(counts):
    with pytest.raises(ValueError, match="counts"):
        association(*counts)


@pytest.mark.parametrize("counts", [(1, 1, 0, 10), (1, 1, 10, 0), (11, 1, 10, 10), (-1, 1, 10, 10)])
def test_impossible_counts_of_a_word(counts):
    with pytest.raises(ValueError, match="counts"):
        keyness(*counts)


@pytest.mark.parametrize("parts", [[], [(0, 5)], [(1, 0), (1, 5)]])
def test_impossible_parts(parts):
    with pytest.raises(ValueError, match="counts"):
        dispersion(parts)


def test_one_part_is_even():
    assert dispersion([(3, 10)]) == dispersion([(1, 10)])
    assert dispersion([(3, 10)]).normalised == 0


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 500)), min_size=1, max_size=20))
def test_a_dispersion_lies_between_nought_and_one(parts):
    if sum(count for count, _ in parts):
        found = dispersion(parts)
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in (found.dp, found.normalised, found.juilland))


@given(st.integers(0, 200), st.integers(0, 200), st.integers(200, 5000), st.integers(200, 5000))
def test_keyness_turns_its_sign_with_the_sides(here, there, size_here, size_there):
    one, other = keyness(here, there, size_here, size_there), keyness(there, here, size_there, size_here)
    assert one.log_likelihood == pytest.approx(-other.log_likelihood, abs=1e-6)
    assert one.log_ratio == pytest.approx(-other.log_ratio)
    assert 0 <= one.chance <= 1


def test_more_together_is_closer_by_every_measure():
    found = [association(together, 50, 60, 10000) for together in (1, 5, 20, 50)]
    for less, more in pairwise(found):
        assert less.mi < more.mi < inf
        assert (less.t, less.log_dice, less.g2) < (more.t, more.log_dice, more.g2)
