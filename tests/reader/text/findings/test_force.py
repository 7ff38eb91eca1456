from itertools import accumulate

from reader.text.findings.force import demands


def said(text, **given):
    return [(one.word, one.rank, one.negated) for one in demands(text, **given)]


def test_words_have_ranks_by_strength():
    assert said("必须修路，应当通车，推动绿道，支持夜校，探索新路") == [
        ("必须", 0, False),
        ("应当", 1, False),
        ("推动", 2, False),
        ("支持", 3, False),
        ("探索", 4, False),
    ]


def test_a_ban_is_one_word_and_no_denied_leave():
    assert said("不得占道", ranks=[["不得"], ["得"]]) == [("不得", 0, False)]


def test_denials_are_seen():
    assert said("不应当修路，不要修路，没有支持") == [("应当", 1, True), ("要", 1, True), ("支持", 3, True)]


def test_words_inside_other_words_do_not_count():
    text = ["重要", "的", "路", "要", "修", "，", "研究院", "不要", "停"]
    cuts = {0, *accumulate(map(len, text))}
    assert said("".join(text), cuts=cuts) == [("要", 1, False), ("要", 1, True)]


def test_places_are_those_of_the_text():
    text = "𠮷镇必须修路"
    assert [text[one.start : one.end] for one in demands(text)] == ["必须"]


def test_an_empty_list_and_odd_words_find_nothing():
    assert said("必须", ranks=[[], [""]]) == [] == said("")
    assert said("a.c必须", ranks=[["a.d", "(必"]]) == []
