"""Radicals that PDFs read in place of characters become those characters; nothing else is changed."""

import pytest

from reader.extraction.characters import without_radicals


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("⼈⺠⽣活", "人民生活"),
        ("⻓江⻔⼾", "长江门户"),
        ("⻢⻋⻛⻥⻰⻩⻘⻬", "马车风鱼龙黄青齐"),
        ("這⼾⼈家", "這戶人家"),
        ("𠮷⼯😀", "𠮷工😀"),
        ("", ""),
    ],
)
def test_a_radical_becomes_its_character(read, printed):
    assert without_radicals(read) == printed


@pytest.mark.parametrize("text", ["ＡＢ１２％", "①②Ⅲ㈠", "ﬁ㎡", "　：；", "人民", "⺀"])
def test_nothing_else_is_folded(text):
    assert without_radicals(text) == text
