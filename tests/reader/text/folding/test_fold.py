"""What a search takes for the same, sign by sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import SIMPLIFIED, fold
from tests.reader.text.folding import regenerate


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("國務院關於印發", "国务院关于印发"),
        ("国办发[2024]１号", "国办发(2024)1号"),
        ("国办发〔2024〕1号", "国办发(2024)1号"),
        ("“双碳”与「雙碳」", '"双碳"与"双碳"'),
        ("二○二四年", "二〇二四年"),
        ("ＧＤＰ增长５％——稳", "gdp增长5%--稳"),
        ("看著、瞭解、憑藉、答覆", "看着、了解、凭借、答复"),
        ("裏裡里，為爲为", "里里里,为为为"),
        ("薴", "苎"),
    ],
)
def test_ways_of_writing_fold_into_one(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["25㎡", "İstanbul", "ﷺ", "👨‍👩‍👧", "𠮷野家", "①"])
def test_a_place_stays_the_same_place(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_keeps_every_place_and_is_final(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_the_table_is_opencc_s():
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    assert regenerate.pairs() == SIMPLIFIED
