"""What changed inside a pair, and the words of two whole texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.drift.inside import Piece, cut, pieces
from reader.text.drift.terms import Term, terms
from reader.text.segmentation import boundaries, lengths


def said(old, new):
    return [(piece.kind, piece.text) for piece in pieces(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("规模4.06万亿元", "规模5.66万亿元", [("gone", "4.06万亿"), ("come", "5.66万亿")]),
        ("涨幅3%左右", "涨幅2%左右", [("gone", "3%"), ("come", "2%")]),
        (
            "1.3万亿斤以上",
            "1.4万亿斤左右",
            [("gone", "1.3万亿"), ("come", "1.4万亿"), ("gone", "以上"), ("come", "左右")],
        ),
        ("1200万人", "1200万人", []),
        ("推动发展", "加快推动发展", [("come", "加快")]),
    ],
)
def test_changes_are_words_and_whole_numbers(old, new, changes):
    assert [piece for piece in said(old, new) if piece[0] != "same"] == changes


@given(
    st.text(alphabet="推动发展5.6%万亿，。ａ１", max_size=30), st.text(alphabet="推动发展5.6%万亿，。ａ１", max_size=30)
)
def test_pieces_join_to_both(old, new):
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "come") == old
    assert "".join(piece.text for piece in found if piece.kind != "gone") == new


def test_of_very_long_ones_only_the_ends_are_compared():
    middle = "".join(f"{number}、" for number in range(1500))
    found = pieces(f"开头{middle}甲结尾", f"开头{middle[4:]}乙结尾")
    assert found[0] == Piece("same", "开头") and found[-1].text.endswith("结尾") and len(found) == 4
    assert "".join(piece.text for piece in found if piece.kind != "come") == f"开头{middle}甲结尾"


def test_two_hundred_long_pairs_of_one_word_repeated_end():
    """The 200,000 characters an article may well have, by the processor's time."""
    began = time.process_time()
    for length in range(500, 700):
        found = pieces("甲" + "，的" * length, "乙" + "的，" * length)
        assert "".join(piece.text for piece in found if piece.kind != "come") == "甲" + "，的" * length
    assert time.process_time() - began < 5


def test_a_number_is_one_word_with_its_scale():
    assert cut("增加1.6万亿元") == ["增加", "1.6万亿", "元"]


def test_terms_that_came_and_went():
    old, new = "夜校开课。夜校收学生。街道安静。街道安静。" * 4, "茶馆开课。茶馆收学生。街道安静。街道安静。" * 4
    found = terms(*((text, lengths(boundaries(text))) for text in (old, new)))
    assert found.come == [Term("茶馆", 0, 8)] and found.gone == [Term("夜校", 8, 0)]
    assert not found.more and not found.less


def test_terms_said_clearly_more():
    old, new = "街道安静。河水很清。" * 30, "街道安静。" * 55 + "河水很清。" * 5
    found = terms(*((text, lengths(boundaries(text))) for text in (old, new)))
    assert sorted(one.word for one in found.less) == ["很清", "河水"] and "街道" in [one.word for one in found.more]
