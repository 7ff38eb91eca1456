"""Blocks cut at marks: nothing lost, every mark opened and closed once, in place."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.exports.document import Article, Highlight, blocks
from annotations.exports.stretches import stretches

TEXTS = st.lists(st.text("甲乙𠮷a", max_size=6), min_size=1, max_size=5)


def marked(texts, spans):
    article = Article(1, "题", blocks=tuple(blocks(("paragraph", text, 0) for text in texts)))
    marks = [
        Highlight(f"m{number}", start, end, article.text[start:end], "", "", "", "", None, None)
        for number, (start, end) in enumerate(sorted(spans))
    ]
    return replace(article, highlights=tuple(marks))


@st.composite
def marked_articles(draw):
    texts = draw(TEXTS)
    length = len("\n".join(texts))
    pairs = st.tuples(st.integers(0, length), st.integers(0, length)).filter(lambda pair: pair[0] < pair[1])
    return marked(texts, draw(st.lists(pairs, max_size=8)) if length else [])


@settings(deadline=None)
@given(marked_articles())
def test_the_stretches_of_a_block_are_its_text(article):
    for block, parts in stretches(article):
        assert "".join(part.text for part in parts) == block.text


@settings(deadline=None)
@given(marked_articles())
def test_every_mark_opens_once_and_then_closes_once(article):
    events = []
    for _, parts in stretches(article):
        for part in parts:
            events += [(mark.id, "open") for mark in part.opens] + [(mark.id, "close") for mark in part.closes]
    for mark in article.highlights:
        assert [kind for id, kind in events if id == mark.id] == ["open", "close"]


@settings(deadline=None)
@given(marked_articles())
def test_a_character_lies_under_exactly_the_marks_that_cover_it(article):
    for block, parts in stretches(article):
        position = block.start
        for part in parts:
            for offset in range(len(part.text)):
                covering = {mark.id for mark in article.highlights if mark.start <= position + offset < mark.end}
                assert {mark.id for mark in part.marks} == covering
            position += len(part.text)


def test_a_mark_over_two_blocks_is_over_both(build):
    article = marked(["甲乙", "丙丁"], [(1, 4)])
    assert [[(part.text, len(part.marks)) for part in parts] for _, parts in stretches(article)] == [
        [("甲", 0), ("乙", 1)],
        [("丙", 1), ("丁", 0)],
    ]
