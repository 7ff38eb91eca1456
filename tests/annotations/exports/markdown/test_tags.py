"""Themes as tags: valid in Obsidian, none of them twice, children under their parents."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotations.exports.document import Theme
from annotations.exports.markdown.tags import tags


def tagged(*paths):
    found = tags(Theme(1, path[-1], path, 1, "#2f5f9e") for path in paths)
    return [found[path] for path in paths]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("绿道建设", "规划连片"), "#绿道建设/规划连片"),
        (("十四五 规划",), "#十四五_规划"),
        (("十四五-规划",), "#十四五-规划"),
        (("a/b",), "#a-b"),
        (("2035",), "#_2035"),
        (("2035", "目标"), "#_2035/目标"),
        (("？",), "#-"),
    ],
)
def test_a_theme_as_a_tag(path, expected):
    assert tagged(path) == [expected]


def test_names_that_differ_in_signs_are_different_tags():
    assert tagged(("城市 更新",), ("城市-更新",), ("城市_更新",), ("城市　更新 ",)) == (
        ["#城市_更新_2", "#城市-更新", "#城市_更新", "#城市_更新_3"]
    )


def test_a_name_keeps_its_tag_whatever_stands_before_it():
    assert tagged(("甲：乙",), ("甲-乙",)) == ["#甲-乙_2", "#甲-乙"]


def test_obsidian_knows_no_case():
    assert tagged(("GDP",), ("gdp",)) == ["#GDP", "#gdp_2"]


def test_a_numbered_tag_takes_no_other_name():
    assert tagged(("甲 乙",), ("甲_乙",), ("甲_乙_2",)) == ["#甲_乙_3", "#甲_乙", "#甲_乙_2"]


def test_children_stand_under_their_own_parent():
    assert tagged(("甲_乙",), ("甲 乙", "丙"), ("甲_乙", "丙")) == ["#甲_乙", "#甲_乙_2/丙", "#甲_乙/丙"]


NAMES = some.text("甲乙_- ：/aA2", min_size=1, max_size=4).filter(str.strip)


@given(some.lists(some.lists(NAMES, min_size=1, max_size=3).map(tuple), unique=True, max_size=12))
def test_no_two_themes_share_a_tag(paths):
    found = tagged(*paths)
    assert len({tag.casefold() for tag in found}) == len(paths)
    assert all(re.fullmatch(r"#[\w\-/]*[^\W\d][\w\-/]*|#[\-/\d_]+", tag) and "//" not in tag for tag in found)
