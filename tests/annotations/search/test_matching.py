"""Where a text has a term."""

import pytest

from annotations.search.language import Refused, parse
from annotations.search.matching import matches


def found(typed, text):
    stops = [place + 1 for place, sign in enumerate(text) if sign == "。"]
    return [text[start:end] for start, end in matches(parse(typed).root, text, stops)]


@pytest.mark.parametrize(
    ("typed", "text", "parts"),
    [
        ("哈哈", "哈哈哈", ["哈哈"]),
        ("以*促*新", "以旧促大新。以改革促发展创新", ["以旧促大新", "以改革促发展创新"]),
        ("以*促", "以一二三四五六七八九十促。以一二三四五六七八九十十促", ["以一二三四五六七八九十促"]),
        ("甲*乙", "甲。乙", []),
        ("到20??年", "到2035年，到20年", ["到2035年"]),
        ("甲$2乙", "甲一二乙，甲一二三乙", ["甲一二乙"]),
        ("甲$2乙", "乙甲", []),
        ("甲#2乙", "乙一甲", ["乙一甲"]),
        ("甲+2乙", "甲一乙甲一二乙", ["甲一二乙"]),
        ("甲$[1-2]乙", "甲乙甲一乙", ["甲一乙"]),
        ("甲$3乙$1丙", "甲乙一一乙丙", ["甲乙一一乙丙"]),
        ("甲*乙", "甲甲乙", ["甲甲乙"]),
        ('"a?b"', "a?b axb", ["a?b"]),
        ("a.c", "abc a.c", ["a.c"]),
    ],
)
def test_it_is_found(typed, text, parts):
    assert found(typed, text) == parts


def test_what_would_cost_too_much_is_refused():
    with pytest.raises(Refused):
        found("的*的*的", "的" * 5000)
