import pytest

from annotations.library.rows import OPENING, opening


def test_the_opening_is_whole_sentences():
    sentence = "街巷的好坏，住在里面的人最清楚。"
    assert opening(sentence * 10) == sentence * -(-OPENING // len(sentence))


def test_headings_before_the_first_paragraph_are_no_opening():
    assert opening("一、为什么要慢\n（一）路权\n街巷的好坏，住户最清楚。\n第二段。") == "街巷的好坏，住户最清楚。"


def test_a_text_without_sentences_opens_with_its_last_line():
    assert opening("标题\n只有一行没有句号的字") == "只有一行没有句号的字"


def test_a_paragraph_that_ends_in_a_quotation_is_one():
    assert opening("小标题\n居民说：“方便多了！”\n后文。") == "居民说：“方便多了！”"


@pytest.mark.parametrize("nothing", ["", "\n", " \n　\n"])
def test_no_text_has_no_opening(nothing):
    assert opening(nothing) == ""
