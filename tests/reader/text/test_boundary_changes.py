"""What terms change in the words of a text."""

from reader.text.boundary_changes import BoundaryChange, changed_boundaries

TEXT = "街区以慢行优先促畅通。"


def test_a_term_that_joins_words_is_shown_with_both_cuts():
    assert changed_boundaries(TEXT, ["慢行优先"]) == [BoundaryChange(3, 7, ("慢行", "优先"), ("慢行优先",))]


def test_every_occurrence_is_shown_in_order():
    assert [change.start for change in changed_boundaries(TEXT * 2, ["慢行优先"])] == [3, 3 + len(TEXT)]


def test_a_term_that_is_a_word_already_changes_nothing():
    assert changed_boundaries(TEXT, ["街区"]) == []


def test_a_term_that_is_present_changes_nothing():
    assert changed_boundaries(TEXT, ["慢行优先"], present=["慢行优先"]) == []


def test_taking_a_term_away_is_a_change_too():
    assert changed_boundaries(TEXT, [], present=["慢行优先"])[0].after == ("慢行", "优先")


def test_offsets_are_code_points():
    assert changed_boundaries("😀𠮷" + TEXT, ["慢行优先"])[0].start == 5


def test_no_text_no_change():
    assert changed_boundaries("", ["慢行优先"]) == []
