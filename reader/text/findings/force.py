"""How strongly a text demands: words in five ranks, from what must be done to what may be tried."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

# The first rank is the strongest.
RANKS: tuple[tuple[str, ...], ...] = (
    ("必须", "不得", "严禁", "一律"),
    ("应当", "要", "坚决", "确保"),
    ("推动", "加快", "着力"),
    ("支持", "鼓励", "引导"),
    ("力争", "探索", "研究", "可以"),
)
_NEGATING = re.compile(r"(?:不再|不|未|没有|无须|并非|非|无)$")


@dataclass(frozen=True, slots=True)
class Demand:
    """A word at [start, end) of `rank`, 0 the strongest; `negated` where the words right before it deny it."""

    start: int
    end: int
    word: str
    rank: int
    negated: bool = False


def demands(
    text: str, ranks: Sequence[Collection[str]] = RANKS, cuts: Collection[int] | None = None
) -> Iterator[Demand]:
    """In order, of words that overlap the longest. `cuts` are the places where words of the text begin or end: a word
    counts only where both its ends are such places (要 is no part of 重要 then)."""
    rank = {word: number for number, words in enumerate(ranks) for word in words if word}
    if not rank:
        return
    for match in re.finditer("|".join(map(re.escape, sorted(rank, key=lambda word: (-len(word), word)))), text):
        negation = _NEGATING.search(text[max(0, match.start() - 2) : match.start()])
        begins = match.start() - (len(negation[0]) if negation else 0)
        if cuts is None or (match.end() in cuts and (match.start() in cuts or begins in cuts)):
            yield Demand(match.start(), match.end(), match[0], rank[match[0]], bool(negation))
