"""Words that one of two texts says and the other does not, or says clearly more."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reader.text.corpus.keyness import keyness
from reader.text.corpus.words import tokens

# Said once a word may be a slip; a difference so unlikely by chance is one.
LEAST, CHANCE = 2, 0.05


@dataclass(frozen=True, slots=True)
class Term:
    """A word and how often the old text says it and the new one does."""

    word: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Those that came and went, the most said first; those said clearly more or less, the clearest first."""

    come: list[Term]
    gone: list[Term]
    more: list[Term]
    less: list[Term]


def terms(old: tuple[str, Iterable[int]], new: tuple[str, Iterable[int]]) -> Terms:
    """Of two texts, each with the lengths of its words. Words of one character say too little."""
    before, after = _counted(*old), _counted(*new)
    every = [Term(word, before[word], after[word]) for word in sorted(before.keys() | after.keys())]
    sizes = before.total(), after.total()
    both = [(keyness(one.new, one.old, sizes[1], sizes[0]), one) for one in every if one.old and one.new]
    clear = sorted((found for found in both if found[0].chance < CHANCE), key=lambda found: found[0].chance)
    return Terms(
        come=sorted((one for one in every if not one.old and one.new >= LEAST), key=lambda one: -one.new),
        gone=sorted((one for one in every if not one.new and one.old >= LEAST), key=lambda one: -one.old),
        more=[one for measured, one in clear if measured.log_ratio > 0],
        less=[one for measured, one in clear if measured.log_ratio < 0],
    )


def _counted(text: str, lengths: Iterable[int]) -> Counter[str]:
    return Counter(word for _, _, word in tokens(text, lengths) if len(word) > 1 and not word.isdecimal())
