"""An article's blocks cut where marks, emphasis and cells begin and end: each stretch knows what lies over it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotations.exports.document import Article, Block, Highlight

Events = dict[int, list[Highlight]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text under the same marks throughout, from the block's code point `at` on. `opens` begin right before it,
    `closes` end right after it; `looks` are the kinds of the block's spans over it."""

    text: str
    marks: tuple[Highlight, ...]
    opens: tuple[Highlight, ...]
    closes: tuple[Highlight, ...]
    at: int = 0
    looks: frozenset[str] = frozenset()


def stretches(article: Article) -> Iterator[tuple[Block, list[Stretch]]]:
    """Every block with its stretches, in text order; their texts joined are the block's.

    A mark opens once and closes once, over however many blocks it runs; one that begins or ends on the newline
    between two blocks does so at the end of the first.
    """
    opens, closes = _events(article)
    cuts = sorted({*opens, *closes})
    active: dict[str, Highlight] = {}
    for block in article.blocks:
        inside = cuts[bisect_left(cuts, block.start) : bisect_left(cuts, block.end + 1)]
        places = sorted({block.start, block.end, *inside, *_edges(block)})
        # Marks that open at the very end of a block need a stretch there, an empty block needs its only one.
        if len(places) == 1 or places[-1] in opens:
            places.append(block.end)
        yield (
            block,
            [_stretch(block, start, end, opens, closes, active) for start, end in pairwise(places)],
        )


def _edges(block: Block) -> set[int]:
    """Where in the text the block's spans and cells begin and end."""
    starts = (*(span.start for span in block.spans), *(cell.start for cell in block.cells))
    ends = (*(span.end for span in block.spans), *(cell.end for cell in block.cells))
    return {block.start + at for at in (*starts, *ends) if 0 <= at <= len(block.text)}


def _events(article: Article) -> tuple[Events, Events]:
    opens: Events = defaultdict(list)
    closes: Events = defaultdict(list)
    for mark in article.highlights:
        opens[min(mark.start, article.block_at(mark.start).end)].append(mark)
        closes[min(mark.end, article.block_at(mark.end - 1).end)].append(mark)
    return opens, closes


def _stretch(
    block: Block, start: int, end: int, opens: Events, closes: Events, active: dict[str, Highlight]
) -> Stretch:
    opened = opens.pop(start, [])
    active.update((mark.id, mark) for mark in opened)
    marks = tuple(active.values())
    closed = [mark for mark in closes.get(end, []) if mark.id in active]
    for mark in closed:
        del active[mark.id]
    first, last = start - block.start, end - block.start
    looks = frozenset(span.kind for span in block.spans if span.start <= first < last <= span.end)
    return Stretch(block.text[first:last], marks, tuple(opened), tuple(closed), first, looks)
