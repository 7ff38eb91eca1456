"""What was taken between paragraphs is told from what stood around the text."""

import pytest

from reader.articles.inside import Cut, count_inside, cuts_inside
from reader.articles.rows import SITE_CHOICE, STRUCK, Row


def rows(said):
    """One row a letter: k is kept, any other is cut by a rule."""
    rules = {"k": "", "s": STRUCK, "c": SITE_CHOICE}
    return [Row("paragraph", "字", rule=rules.get(sign, "share_prompt")) for sign in said]


@pytest.mark.parametrize(
    ("said", "cuts"),
    [
        ("", {}),
        ("xxkkxx", {}),
        ("kxk", {2: Cut(1, 1)}),
        ("xkxxkkxkx", {2: Cut(2, 2), 4: Cut(6, 1)}),
        ("xxx", {}),
    ],
)
def test_cuts_stand_between_two_blocks(said, cuts):
    assert cuts_inside(rows(said)) == cuts
    assert count_inside(rows(said)) == sum(cut.lines for cut in cuts.values())


@pytest.mark.parametrize("said", ["ksk", "kck"])
def test_what_people_wished_is_no_cut_of_a_rule(said):
    assert cuts_inside(rows(said)) == {}


def test_a_rules_cut_beside_a_readers_counts_alone():
    assert cuts_inside(rows("ksxk")) == {2: Cut(2, 1)}
