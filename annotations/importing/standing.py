"""Where in one article's text a passage from elsewhere stands."""

import re
from dataclasses import replace

from annotations import anchoring
from annotations.anchoring import Anchor, Candidate, Selector, only
from annotations.imports import Passage
from reader.models import Article

# Characters on one side of a quote that are seldom the same by chance.
BESIDE = 4


def find(passage: Passage, article: Article) -> Anchor:
    """Where the passage stands in the article; in its paragraph, where the file tells which and its words are there."""
    wanted, text = selector(passage, article.current.text), article.current.text
    bounds = _paragraph(article, passage.paragraph)
    if bounds and passage.start < 0:
        inside = _in_paragraph(wanted, text, bounds, passage.offset)
        if inside:
            return Anchor("moved", inside)
    place = in_context(wanted, text) if passage.start < 0 else -1
    return Anchor("moved", certain(place, wanted)) if place >= 0 else anchoring.find(wanted, text)


def in_context(wanted: Selector, text: str) -> int:
    """Where the words stand in all the context that is known of them, if that is one place; else -1."""
    whole = wanted.prefix + wanted.exact + wanted.suffix
    place = only(whole, text) if len(whole) - len(wanted.exact) >= BESIDE else -1
    return place + len(wanted.prefix) if place >= 0 else -1


def _in_paragraph(wanted: Selector, text: str, bounds: tuple[int, int], offset: int) -> Candidate | None:
    """At its character of the paragraph, the only place there, or the place whose context is its own. Programs count
    paragraphs in different ways: where the context is another's, the number says nothing."""
    counted = bounds[0] + offset if offset >= 0 and text.startswith(wanted.exact, bounds[0] + offset) else -1
    alone = only(wanted.exact, text, *bounds)
    for place in (counted, alone):
        if place >= 0 and _agrees(wanted, text, place):
            return certain(place, wanted)
    inside = anchoring.find(wanted, text[slice(*bounds)]).place if alone < 0 else None
    return _shifted(inside, bounds[0]) if inside and not inside.errors else None


def _agrees(wanted: Selector, text: str, start: int) -> bool:
    """Whether some of the context, where any is known, stands beside the words."""
    before, after = wanted.prefix[-BESIDE:], wanted.suffix[:BESIDE]
    known = bool(before), bool(after)
    stands = text.endswith(before, 0, start), text.startswith(after, start + len(wanted.exact))
    return not any(known) or any(one and there for one, there in zip(known, stands, strict=True))


def certain(start: int, wanted: Selector) -> Candidate:
    """A place of the very words, beyond doubt."""
    return Candidate(start, start + len(wanted.exact), 92, 40, 0)


def selector(passage: Passage, text: str = "") -> Selector:
    """What to look for, with paragraphs parted as in the texts here: by one line end; but as it is, where the text has
    it so. An unknown place is nobody's: at 0 the text's first words would be found without a look at the others like
    them."""
    exact, prefix, suffix = passage.exact, passage.prefix, passage.suffix
    if exact not in text:
        exact, prefix, suffix = map(one_line_end, (exact, prefix, suffix))
    return Selector(exact, prefix, suffix, passage.start, passage.start + len(exact))


def one_line_end(text: str) -> str:
    return re.sub(r"[ \t\u3000]*\n\s*", "\n", text)


def _paragraph(article: Article, number: int) -> tuple[int, int] | None:
    """The bounds of the paragraph of this number, from 1."""
    blocks = article.current.blocks
    if not 0 < number <= len(blocks):
        return None
    start = sum(len(block["text"]) + 1 for block in blocks[: number - 1])
    return start, start + len(blocks[number - 1]["text"])


def _shifted(place: Candidate, by: int) -> Candidate:
    return replace(place, start=place.start + by, end=place.end + by)
