"""The marks that number a line."""

import pytest

from reader.text.themes.marks import FOLLOWS, in_words, mark_of, without_mark


@pytest.mark.parametrize(
    ("text", "style", "number", "rest"),
    [
        ("一、修好步道", "numeral", 1, "修好步道"),
        ("十二、修好步道", "numeral", 12, "修好步道"),
        ("二十、修好步道", "numeral", 20, "修好步道"),
        ("（三）修好步道", "bracketed", 3, "修好步道"),
        ("(三)修好步道", "bracketed", 3, "修好步道"),
        ("4.修好步道", "digit", 4, "修好步道"),
        ("４．修好步道", "digit", 4, "修好步道"),
        ("（5）修好步道", "bracketed digit", 5, "修好步道"),
        ("②修好步道", "circled", 2, "修好步道"),
        ("第一，修好步道", "nth", 1, "修好步道"),
        ("第二件事，修好步道", "nth", 2, "修好步道"),
        ("其三，修好步道", "which", 3, "修好步道"),
        ("一是修好步道", "is", 1, "修好步道"),
        ("二要修好步道", "is", 2, "要修好步道"),
        ("首先，修好步道", "word", 1, "修好步道"),
        ("其次要修好步道", "word", 2, "要修好步道"),
        ("此外，修好步道", "word", FOLLOWS, "修好步道"),
        ("第三部分 修好步道", "chapter", 3, "修好步道"),
        ("——修好步道，让河两岸的人都走得过去", "dash", FOLLOWS, "修好步道，让河两岸的人都走得过去"),
    ],
)
def test_each_style(text, style, number, rest):
    mark = mark_of(text)
    assert (mark.style.name, mark.number, without_mark(text)) == (style, number, rest)


@pytest.mark.parametrize(
    "text",
    ["3.5公里步道", "一条步道", "其中一条步道", "步道一、二期", "", "𠮷野", "第一次走步道", "首先锋社区", "2024年"],
)
def test_what_only_looks_like_one(text):
    assert mark_of(text) is None


def test_the_first_question_of_a_speech_is_counted():
    found = mark_of("第二个问题，服务要再提升")
    assert (found.style.name, found.number) == ("nth", 2)


@pytest.mark.parametrize(
    ("count", "said"), [(2, "两"), (5, "五"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (100, "100")]
)
def test_a_count_is_said_in_words(count, said):
    assert in_words(count) == said
