"""A text's units: its sentences and the clauses that a semicolon ends, and what of each is compared."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from reader.text.sentences import sentences

# 4.06 and 5.66 are alike, and so are １,８００ and 1.6: a number is told apart inside the pair, not between pairs.
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BETWEEN = re.compile(r"[^\w#]+|_+")


@dataclass(frozen=True, slots=True)
class Unit:
    """`said` is the unit without its punctuation, its numbers masked; `pairs` how often it has each pair of signs."""

    start: int
    end: int
    text: str
    said: str = field(repr=False)
    pairs: Counter[str] = field(repr=False, compare=False)


def units(text: str) -> list[Unit]:
    """The units in order; between them there is nothing but white space."""
    return [_unit(text, start, end) for start, end in sentences(text)]


def _unit(text: str, start: int, end: int) -> Unit:
    held = text[start:end]
    said = _BETWEEN.sub("", _NUMBER.sub("#", unicodedata.normalize("NFKC", held).lower()))
    return Unit(start, end, held, said, Counter(map("".join, pairwise(said))) or Counter([said]))


def dice(one: Unit, other: Unit) -> float:
    """Dice's coefficient over pairs of signs: 1 where both say the same but for numbers and punctuation, 0 where
    nothing. Dice, "Measures of the amount of ecologic association between species" (1945)."""
    if one.said == other.said:
        return 1.0
    shared = sum((one.pairs & other.pairs).values())
    return 2 * shared / (one.pairs.total() + other.pairs.total())
