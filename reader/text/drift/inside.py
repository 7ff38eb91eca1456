"""The words that changed inside a pair of units; a number is whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from reader.text.pieces import Piece, compared
from reader.text.segmentation import words

# 5.66万亿元, 2%, ２０３５年: with what it counts.
_WHOLE = re.compile(r"[\d０-９]+(?:[.,．，][\d０-９]+)*[%％‰]?(?:[十百千万亿]+)?")
# Where so many times a word of one side is one of the other's, only what both begin and end with is told: the time
# grows with it. Two clauses of a report's have some hundreds.
_MOST = 20_000


def pieces(old: str, new: str) -> list[Piece]:
    """The old unit is what is same and gone, joined; the new one what is same and come."""
    one, other = cut(old), cut(new)
    if _matches(one, other) > _MOST:
        return list(_ends(one, other))
    return list(compared(one, other))


def cut(text: str) -> list[str]:
    """Words, no number broken; joined they are the text."""
    edges = set(accumulate(map(len, words(text)), initial=0))
    for match in _WHOLE.finditer(text):
        edges -= set(range(match.start() + 1, match.end()))
        edges |= set(match.span())
    return [text[start:end] for start, end in pairwise(sorted(edges))]


def _matches(one: Sequence[str], other: Sequence[str]) -> int:
    times = Counter(other)
    return sum(times[word] for word in one)


def _ends(one: Sequence[str], other: Sequence[str]) -> Iterator[Piece]:
    """What both begin and end with, and between it all of the one and all of the other."""
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    parts = (
        Piece("same", "".join(one[:head])),
        Piece("gone", "".join(one[head : len(one) - tail])),
        Piece("come", "".join(other[head : len(other) - tail])),
        Piece("same", "".join(one[len(one) - tail :])),
    )
    yield from (piece for piece in parts if piece.text)
