"""What does not fit is fitted and said; what is there already is left or changed."""

import pytest

from annotations.imports.codebook import Code
from annotations.imports.codebook.fitting import fitted, hexadecimal
from annotations.imports.codebook.planning import plan


def told(*codes):
    return [(one.path, [note.code for note in one.notes]) for one in fitted(codes)]


def kinds(existing, *codes):
    return [step.kind for step in plan(existing, codes)]


def test_a_fourth_level_is_joined_with_the_third():
    deep = [Code(name, parent) for parent, name in enumerate("甲乙丙丁戊", -1)]
    assert told(*deep)[3:] == [(("甲", "乙", "丙 / 丁"), ["deep"]), (("甲", "乙", "丙 / 丁 / 戊"), ["deep"])]


def test_a_long_name_is_cut_and_kept_whole_in_the_definition():
    (one,) = fitted([Code("长" * 70, definition="定义")])
    assert one.path == ("长" * 60,)
    assert one.code.definition == "长" * 70 + "\n定义"


def test_what_hangs_under_a_long_name_stays_under_it():
    assert told(Code("长" * 70), Code("子", 0))[1] == (("长" * 60, "子"), [])


def test_long_names_that_are_cut_alike_stay_apart():
    first, second = fitted([Code("长" * 61 + "一"), Code("长" * 61 + "二")])
    assert first.path != second.path
    assert len(second.path[0]) == 60


def test_a_twin_gets_a_name_of_its_own():
    assert told(Code("甲", definition="一"), Code(" 甲 ", definition="二"))[1] == (("甲（2）",), ["twin"])


def test_a_twin_that_says_no_more_is_left_out_and_its_children_are_not():
    found = fitted([Code("甲", definition="一"), Code("甲"), Code("子", 1)])
    assert [(one.path, one.refused) for one in found] == [(("甲",), False), (("甲",), True), (("甲", "子"), False)]


def test_without_a_name_nothing_is_taken_in():
    found = fitted([Code(" \u200b "), Code("子", 0)])
    assert [one.notes[0].code for one in found] == ["no_name", "under_refused"]


@pytest.mark.parametrize(
    ("said", "colour"),
    [("#FF8800", "#ff8800"), ("f80", "#ff8800"), ("1", "#2f5f9e"), ("13", ""), ("红", ""), ("#12345", ""), ("", "")],
)
def test_a_colour_is_read(said, colour):
    assert hexadecimal(said) == colour


def test_a_colour_that_means_nothing_is_said():
    assert told(Code("甲", colour="rgb(1,2,3)"))[0][1] == ["colour"]


def test_a_colour_the_palette_lacks_is_said():
    assert told(Code("甲", colour="#ff8800"))[0][1] == ["painted"]


def test_too_many_keywords_are_said():
    (one,) = fitted([Code("甲", keywords=tuple(map(str, range(60))))])
    assert (len(one.code.keywords), [note.code for note in one.notes]) == (50, ["keywords"])


def test_what_is_new_is_made_and_what_is_there_is_left():
    there = {("甲",): Code("甲", definition="一", colour="#2f5f9e")}
    assert kinds(there, Code("甲", definition="一"), Code("乙"), Code("甲", 1)) == ["same", "create", "create"]


def test_what_the_file_says_otherwise_is_a_change():
    (step,) = plan({("甲",): Code("甲", definition="一")}, [Code("甲", definition="二")])
    assert [(one.field, one.before, one.after) for one in step.differences] == [("definition", "一", "二")]


def test_what_the_file_leaves_empty_is_no_change():
    assert kinds({("甲",): Code("甲", definition="一", keywords=("词",), archived=True)}, Code("甲")) == ["same"]


def test_every_note_has_its_sentence():
    hostile = [Code("长" * 70, colour="红", keywords=("词" * 61,), definition="长" * 6000), Code("", 0)]
    assert all(note.template % note.parameters for one in fitted(hostile) for note in one.notes)
