import pytest

from reader.text.likeness import BAND, FEWEST, PARTS, SAME, bands, likeness, runs

TEXT = "".join(f"第{n}条绿道修到第{n * 7 % 31}户人家的门口，树荫底下摆着{n * 3}把椅子。" for n in range(40))
OTHER = "".join(f"码头的第{n}盏灯亮着，{n * 5}条船从对岸回来，鱼市在天亮以前就散了。" for n in range(40))
# Bands lie in databases: other numbers than these find nothing there.
BANDS_OF_TEXT = (65023242267871593, 52214666800388892)


def test_a_text_is_like_itself_however_its_marks_are_written():
    assert likeness(runs(TEXT), runs(TEXT.replace("，", ", ").replace("。", "\n"))) == 1


def test_full_and_half_width_are_one():
    assert runs("ＡＢＣ１２３绿道") == runs("abc123绿道".upper())


def test_other_texts_are_unlike():
    assert likeness(runs(TEXT), runs(OTHER)) < 0.05


def test_nothing_is_like_nothing():
    assert likeness(runs(""), runs("。")) == 0


def test_bands_are_those_of_the_text_on_any_day():
    assert bands(runs(TEXT))[:2] == BANDS_OF_TEXT


def test_a_text_cut_by_a_fifth_shares_a_band():
    cut = TEXT[: len(TEXT) * 4 // 5]
    assert likeness(runs(TEXT), runs(cut)) >= SAME
    assert set(bands(runs(TEXT))) & set(bands(runs(cut)))


def test_other_texts_share_no_band():
    assert not set(bands(runs(TEXT))) & set(bands(runs(OTHER)))


@pytest.mark.parametrize("text", ["", "图为绿道。", "绿" * 500])
def test_a_short_or_empty_text_has_no_bands(text):
    assert bands(runs(text)) == ()


def test_a_text_just_long_enough_has_all_of_them():
    few = frozenset(sorted(runs(TEXT))[:FEWEST])
    assert len(bands(few)) == PARTS // BAND
