import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotations import anchoring
from annotations.marks.mark import Mark, check, mark_from, state_of
from annotations.refusals import Refusal

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "offsets.json").read_text())
TEXT = "甲𠮷乙🚲丙👨‍👩‍👧丁\n第二段，说了两遍，说了两遍。"


def made(start, end, text=TEXT, **changes):
    exact, prefix, suffix = text[start:end], text[max(0, start - 32) : start], text[end : end + 32]
    return replace(Mark(1, start, end, exact, prefix, suffix, "", ()), **changes)


def refusal(mark, text=TEXT):
    with pytest.raises(Refusal) as caught:
        check(mark, text)
    return caught.value.code


@pytest.mark.parametrize(("start", "end"), [(0, 1), (1, 2), (3, 4), (5, 10), (0, len(TEXT)), (11, 13)])
def test_a_mark_of_the_text_is_taken(start, end):
    check(made(start, end), TEXT)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, len(TEXT) + 1), (10**12, 10**12 + 1)])
def test_a_place_outside_the_text_is_refused(start, end):
    assert refusal(Mark(1, start, end, "", "", "", "", ())) == "out_of_range"


def test_offsets_in_utf16_units_are_refused():
    units = TEXT.encode("utf-16-le")
    start = len(TEXT[: TEXT.index("丙")].encode("utf-16-le")) // 2
    assert units[2 * start : 2 * start + 2].decode("utf-16-le") == "丙"
    right = made(TEXT.index("丙"), TEXT.index("丙") + 1)
    assert refusal(replace(right, start=start, end=start + 1)) == "quote_mismatch"


@pytest.mark.parametrize("field", ["exact", "prefix", "suffix"])
def test_a_quote_or_context_that_differs_is_refused(field):
    mark = made(13, 16)
    assert refusal(replace(mark, **{field: getattr(mark, field) + "x"})) == "quote_mismatch"


@pytest.mark.parametrize("field", ["prefix", "suffix"])
def test_a_context_that_is_cut_short_is_refused(field):
    mark = made(13, 16)
    shorter = mark.prefix[1:] if field == "prefix" else mark.suffix[:-1]
    assert refusal(replace(mark, **{field: shorter})) == "quote_mismatch"


def test_a_folded_quote_is_refused():
    assert refusal(replace(made(13, 20), exact=TEXT[13:20].replace("，", ","))) == "quote_mismatch"


def test_what_anchoring_describes_is_taken():
    selector = anchoring.describe(TEXT, 13, 18)
    check(Mark(1, 13, 18, selector.exact, selector.prefix, selector.suffix, "", ()), TEXT)


def test_a_mark_survives_being_written_down():
    mark = made(1, 2, note="行一\n行二", themes=(3, 1))
    assert mark_from(json.loads(json.dumps(state_of(mark)))) == mark


def test_the_deleted_state_is_none():
    assert mark_from(state_of(None)) is None


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"]))
def test_places_are_taken_in_code_points_and_refused_in_utf16_units(vector):
    text = vector["text"]
    for place in range(len(text)):
        mark, unit = made(place, place + 1, text), vector["utf16"][place]
        check(mark, text)
        if unit != place:
            assert refusal(replace(mark, start=unit, end=unit + 1), text) in ("out_of_range", "quote_mismatch")
