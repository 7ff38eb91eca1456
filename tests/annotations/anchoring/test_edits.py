"""Whatever is inserted, deleted, replaced or moved around a passage: found when it stands once, else never astray."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.anchoring import carry, describe, tolerated
from tests.annotations.anchoring.test_passages import BODIES, LEADS

QUOTE = "唯此一句，别处都没有的话。"
SENTENCE = st.sampled_from([*LEADS, *BODIES, "此处另有安排。", "𠮷祥里的🚲，出门就能歇脚。", "ｅ́全角也要数。\r\n"])
FEW = st.lists(SENTENCE, min_size=1, max_size=8)


def insert(draw, parts, place):
    parts.insert(place, draw(SENTENCE))


def delete(draw, parts, place):
    del parts[place : place + draw(st.integers(1, 3))]


def replace(draw, parts, place):
    parts[place : place + 1] = [draw(SENTENCE)]


def move(draw, parts, place):
    moved = parts.pop(place)
    parts.insert(draw(st.integers(0, len(parts))), moved)


def edited(draw, parts, kept, kinds=(insert, delete, replace, move)):
    """Edits of the sentences on either side of the one that is kept; None keeps none."""
    parts = list(parts)
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=6)):
        changed = list(parts)
        if changed or kind is insert:
            kind(draw, changed, draw(st.integers(0, max(len(changed) - 1, 0))))
        if kept is None or changed.count(kept) == 1:
            parts = changed
    return parts


def carried(old_parts, new_parts, number):
    old, new = "".join(old_parts), "".join(new_parts)
    start = len("".join(old_parts[:number]))
    anchor = carry([describe(old, start, start + len(old_parts[number]))], old, new)[0]
    return new[anchor.place.start : anchor.place.end] if anchor.place else None


@settings(deadline=None, max_examples=60)
@given(FEW, FEW, st.data())
def test_a_passage_that_still_stands_once_is_found(before, after, data):
    parts = [*before, QUOTE, *after]
    assert carried(parts, edited(data.draw, parts, QUOTE), len(before)) == QUOTE


@settings(deadline=None, max_examples=60)
@given(FEW, FEW, st.data())
def test_a_passage_that_is_gone_is_attached_nowhere(before, after, data):
    parts = [*before, QUOTE, *after]
    assert carried(parts, edited(data.draw, [*before, *after], None), len(before)) is None


@settings(deadline=None, max_examples=60)
@given(st.permutations(LEADS), st.data())
def test_a_lead_that_is_gone_is_never_found_in_one_of_its_twins(leads, data):
    """Five leads differ by two characters of fourteen: within what an edit is allowed."""
    parts = [text for pair in zip(leads, BODIES, strict=True) for text in pair]
    left = edited(data.draw, [*parts[:4], *parts[5:]], None, (delete,))
    assert carried(parts, left, 4) is None


@settings(deadline=None, max_examples=60)
@given(FEW, st.integers(0, 3), st.data())
def test_one_of_several_equal_sentences_is_found_as_itself_or_not_at_all(sentences, number, data):
    refrain = "群众满意不满意是标准。"
    parts = [part for body in [*BODIES[:4], *sentences] for part in (body, refrain)]
    found = carried(parts, edited(data.draw, parts, None), 2 * number + 1)
    assert found in (None, refrain)


@settings(deadline=None, max_examples=60)
@given(FEW, FEW, st.data())
def test_words_exchanged_within_a_fifth_are_found_and_beyond_are_not(before, after, data):
    errors = data.draw(st.integers(1, len(QUOTE)))
    places = data.draw(st.permutations(range(len(QUOTE))))[:errors]
    changed = "".join("改" if place in places else character for place, character in enumerate(QUOTE))
    found = carried([*before, QUOTE, *after], [*before, changed, *after], len(before))
    assert found == (changed if errors <= tolerated(QUOTE) else None)
