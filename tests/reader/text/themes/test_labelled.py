"""What is derived from the labelled articles, as a whole: no rule may be bought with another kind of text."""

import pytest

from reader.text.themes import derive

from .labelled import rows

ROWS = rows()


def top(row):
    found = derive(row["title"], row["paragraphs"])
    return [theme for theme in found if theme.score >= 0.5 and theme.parent is None]


def matched(row):
    labels = {label["para"]: label for label in row["themes"]}
    return [(theme, labels[theme.paragraph]) for theme in top(row) if theme.paragraph in labels]


def test_nine_of_ten_themes_are_found_and_right():
    said, labelled = sum(len(top(row)) for row in ROWS), sum(len(row["themes"]) for row in ROWS)
    assert 2 * sum(len(matched(row)) for row in ROWS) / (said + labelled) >= 0.9


def test_three_of_four_names_are_those_of_a_codebook():
    pairs = [pair for row in ROWS for pair in matched(row)]
    assert sum(theme.name in (label["name"], *label["alt"]) for theme, label in pairs) / len(pairs) >= 0.75


@pytest.mark.parametrize("row", [row for row in ROWS if not row["themes"]], ids=lambda row: row["title"])
def test_a_text_without_themes_gets_none(row):
    assert top(row) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["title"])
def test_every_lead_is_verbatim_and_every_name_fits(row):
    for theme in derive(row["title"], row["paragraphs"]):
        assert theme.lead in row["paragraphs"][theme.paragraph]
        assert 2 <= len(theme.name) <= 12
