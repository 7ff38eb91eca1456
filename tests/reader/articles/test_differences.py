import time

import pytest

from reader.articles.differences import LONGEST, Piece, differences, pieces
from reader.extraction import Block
from reader.extraction.page import Span


def _blocks(*texts):
    return [Block("paragraph", text) for text in texts]


def _told(before, after):
    return [
        (one.kind, one.before.text if one.before else "", one.after.text if one.after else "")
        for one in differences(before, after)
    ]


def test_the_same_text_differs_in_nothing():
    assert {kind for kind, *_ in _told(_blocks("甲", "乙"), _blocks("甲", "乙"))} == {"same"}


def test_a_block_that_went_and_one_that_came_stand_in_their_places():
    before, after = _blocks("先问街坊。", "扫一扫", "再动工。"), _blocks("先问街坊。", "再动工。", "附：名单")
    assert _told(before, after) == [
        ("same", "先问街坊。", "先问街坊。"),
        ("gone", "扫一扫", ""),
        ("same", "再动工。", "再动工。"),
        ("come", "", "附：名单"),
    ]


def test_a_block_with_other_characters_is_reworded():
    before, after = (
        _blocks("⼈⺠的街巷⼈⺠建。", "扫一扫关注"),
        _blocks("人民的街巷，人民建，街巷人民建。", "邻里共商。"),
    )
    assert [kind for kind, *_ in _told(_blocks("住在这里的⼈最清楚。"), _blocks("住在这里的人最清楚。"))] == [
        "reworded"
    ]
    assert "reworded" not in {kind for kind, *_ in _told(before[1:], after[1:])}


def test_what_came_before_a_reworded_block_stays_before_it():
    before, after = _blocks("住在这里的⼈最清楚。"), _blocks("全新的一句话，什么也不像。", "住在这里的人最清楚。")
    assert [kind for kind, *_ in _told(before, after)] == ["come", "reworded"]


@pytest.mark.parametrize(
    "after",
    [
        Block("list", "座椅", marker="•"),
        Block("heading", "座椅", 2),
        Block("paragraph", "座椅", spans=(Span(0, 1, "bold"),)),
    ],
)
def test_the_same_words_set_otherwise_are_told(after):
    assert [one.kind for one in differences(_blocks("座椅"), [after])] == ["reset"]


def test_both_texts_stand_whole_in_the_differences():
    before = _blocks(*(f"第{n}户说出门就能歇脚才好。" for n in range(30)), "甲", "甲", "𠮷")
    after = _blocks("𠮷", *(f"第{n}家说出门就能歇脚才好！" for n in range(3, 40)), "甲")
    found = differences(before, after)
    assert [one.before for one in found if one.before] == before
    assert [one.after for one in found if one.after] == after


def test_pieces_join_to_both_texts():
    before, after = "住在⾥面的⼈最清楚🚲。", "住在里面的人，最清楚🚲"
    found = pieces(before, after)
    assert "".join(one.text for one in found if one.kind != "come") == before
    assert "".join(one.text for one in found if one.kind != "gone") == after
    assert Piece("same", "最清楚🚲") in found


def test_very_long_blocks_are_told_whole():
    before, after = "啊" * (LONGEST + 1), "哦" * 3
    assert [one.kind for one in pieces(before, after)] == ["gone", "come"]


def test_hundreds_of_blocks_without_likeness_take_no_time():
    before, after = ([Block("paragraph", f"{sign}{n}" * 60) for n in range(400)] for sign in "甲乙")
    begun = time.process_time()
    assert {one.kind for one in differences(before, after)} <= {"gone", "come", "reworded"}
    assert time.process_time() - begun < 8
