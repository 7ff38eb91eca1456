"""A project's own terms over the dictionary that everybody shares: what they add is theirs, and small."""

from collections.abc import Iterable
from itertools import chain

import jieba

# As often as the commonest two-character nouns: enough to win over any cut of the term into several words, too
# little to tear 和 and 服务 apart for 和服.
TERM_FREQUENCY = 20_000


class Layered:
    """Frequencies read first from `own`, then from `base`: of a dictionary, what jieba asks of its own."""

    def __init__(self, base: dict[str, int], own: dict[str, int]) -> None:
        self._base, self._own = base, own

    def __contains__(self, word: str) -> bool:
        return word in self._base or word in self._own

    def __getitem__(self, word: str) -> int:
        return self._own.get(word) or self._base.get(word, 0)

    def get(self, word: str, default: int | None = None) -> int | None:
        return self._own.get(word) or self._base.get(word, default)


class Overlay(jieba.Tokenizer):
    """A tokenizer on another one's dictionary, which it reads and never changes."""

    def __init__(self, base: jieba.Tokenizer, terms: Iterable[str]) -> None:
        super().__init__()
        self.FREQ = Layered(base.FREQ, frequencies(terms))
        self.total, self.initialized = base.total, True


def frequencies(terms: Iterable[str]) -> dict[str, int]:
    """As jieba keeps them: each beginning of a term is there too, with frequency 0, or it would stop looking."""
    kept = set(terms)
    beginnings = chain.from_iterable((term[:end] for end in range(1, len(term))) for term in kept)
    return dict.fromkeys(beginnings, 0) | dict.fromkeys(kept, TERM_FREQUENCY)
