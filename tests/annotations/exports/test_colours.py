"""Which colour lies on top, and how light it is."""

from dataclasses import replace

from annotations.exports.colours import shades, wash


def names(document, marks):
    return [theme.name if theme else None for theme in shades(document, marks)]


def test_the_innermost_marks_theme_comes_first(single):
    outer, inner = single.articles[0].highlights[1:3]
    assert names(single, (replace(outer, themes=(3,)), inner)) == ["规划连片", "建管同步"]


def test_a_theme_comes_before_a_mark_without(single):
    tagged, untagged = single.articles[0].highlights[2:4]
    assert names(single, (tagged, untagged)) == ["规划连片", None]


def test_a_theme_given_twice_is_one_shade(single):
    mark = single.articles[0].highlights[2]
    assert names(single, (mark, mark)) == ["规划连片"]


def test_a_wash_is_the_colour_thinned_with_white():
    assert (wash("#000000", 0.5), wash("#2f5f9e", 1), wash("#2f5f9e", 0)) == ("#808080", "#2f5f9e", "#ffffff")
