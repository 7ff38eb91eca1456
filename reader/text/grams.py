"""Characters and pairs of neighbours, as numbers: what an index of any substring is made of.

A pair *is* the term of two characters, so nothing is found by chance; longer terms are all their pairs, and the text
says whether they stand in a row. A number is a code point, or two of them 21 bits apart; no two pairs share one.
"""

from itertools import pairwise

_SHIFT = 21


def pairs(text: str) -> set[int]:
    """Every pair of neighbours in the text."""
    return {ord(first) << _SHIFT | ord(second) for first, second in pairwise(text)}


def singles(text: str) -> set[int]:
    return set(map(ord, text))


def needed(run: str) -> set[int]:
    """The numbers that a text with this run holds: its pairs, or its only character."""
    return pairs(run) or singles(run)


def is_pair(gram: int) -> bool:
    return gram >> _SHIFT > 0


def token(gram: int) -> str:
    """The number as a word for an index of words. A pair begins with the word of its first character."""
    first, second = gram >> _SHIFT, gram & (1 << _SHIFT) - 1
    return f"{first:06x}{second:06x}" if first else f"{second:06x}"
