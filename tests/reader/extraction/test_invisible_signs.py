"""Signs nobody sees are gone from every part of a page; what is seen stays as it was written."""

import pytest

from reader.extraction import extract
from reader.extraction.invisible_signs import plain

PROSE = "渡口改成了码头公园，摆渡的老人当起了讲解员，孩子们坐在石阶上听他说从前的水位。"


@pytest.mark.parametrize(
    "code", [0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x202E, 0x2061, 0x2064, 0x2069, 0x206F]
)
def test_zero_width_and_bidirectional_signs_go(code):
    assert plain(f"渡{chr(code)}口") == "渡口"


@pytest.mark.parametrize("code", [0x115F, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0x1D173, 0xE0061, 0xE0100])
def test_fillers_selectors_and_tags_go(code):
    assert plain(f"渡{chr(code)}口") == "渡口"


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩🏽‍🚀", "🏳️‍🌈"])
def test_an_emoji_stays_whole(emoji):
    assert plain(f"渡{emoji}口") == f"渡{emoji}口"


def test_a_joiner_that_joins_no_emoji_goes():
    assert plain("👨‍渡‍👩") == "👨渡👩"


@pytest.mark.parametrize(
    ("radical", "character"), ["⼈人", "⺠民", "⼯工", "⻓长", "⻛风", "⻝食", "⻢马", "⻰龙", "⻳龟", "⽼老"]
)
def test_radicals_become_characters(radical, character):
    assert plain(f"渡{radical}口") == f"渡{character}口"


@pytest.mark.parametrize("text", ["ＡＢ１２％", "①②", "㎡℃", "ﬁ", "𠮷", "豈更車", "…—·", "　　缩进", "é"])
def test_nothing_else_is_folded(text):
    assert plain(text) == text


def test_title_source_and_text_of_a_page_are_free_of_them():
    html = (
        "<html><head><title>渡\u200c口的公\u2061园_河湾网</title></head><body><h1>渡\u200c口的公\u2061园</h1>"
        "<p>2025-04-10 来源：河\u200d湾日\u202c报</p>"
        f"<div><p>{PROSE[:9]}&zwnj;{PROSE[9:]}</p><p>\u2064{PROSE}</p></div></body></html>"
    )
    page = extract(html.encode())
    assert (page.title, page.source, [block.text for block in page.blocks]) == (
        "渡口的公园",
        "河湾日报",
        [PROSE, PROSE],
    )


def test_a_plain_text_is_freed_as_well():
    page = extract(f"渡⼝的公园\n\n{PROSE}\u200d{PROSE}\n".encode())
    assert [block.text for block in page.blocks][-1] == PROSE + PROSE
