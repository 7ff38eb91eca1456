"""Which themes are marked together: in a passage, a sentence, a paragraph, on the same characters, near each other.

`c` is Jaccard's coefficient over units, always from 0 to 1: units with both of those with either. (ATLAS.ti divides by
quotations instead and can leave that range.) G² is Dunning's, over the four cells of all units.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, combinations, pairwise
from typing import Literal

from annotations.analysis.matrix import Mark
from reader.text.corpus.association import likelihood_of_table

How = Literal["passage", "overlap", "sentence", "paragraph", "near"]
Span = tuple[int, int]
Pair = tuple[int, int]
# One theme so many times as frequent as the other: c is small however often they stand together.
UNEVEN = 5


@dataclass(frozen=True, slots=True)
class Together:
    """Of two themes: units with the one, with the other, with both, with either; of how many, 0 where units do not
    each fall by themselves."""

    one: int
    other: int
    both: int
    either: int
    of: int = 0

    @property
    def c(self) -> float:
        return self.both / self.either if self.either else 0.0

    @property
    def uneven(self) -> bool:
        return max(self.one, self.other) >= UNEVEN * max(1, min(self.one, self.other))

    @property
    def g2(self) -> float | None:
        return likelihood_of_table(self.both, self.one, self.other, self.of) if self.of else None


@dataclass
class Counted:
    """`units` with each theme, and with both of each pair (the smaller id first), of `of`. Where a pair counts units
    that have only the one theme but the other near, `shared` are those that have both themselves."""

    units: Counter[int] = field(default_factory=Counter)
    both: Counter[Pair] = field(default_factory=Counter)
    of: int = 0
    shared: Counter[Pair] | None = None

    def of_pair(self, pair: Pair) -> Together:
        one, other = self.units[pair[0]], self.units[pair[1]]
        shared = self.both if self.shared is None else self.shared
        return Together(one, other, self.both[pair], one + other - shared[pair], self.of)


def counted(marks: Sequence[Mark], how: How, spans: Mapping[int, Sequence[Span]], reach: int = 0) -> Counted:
    """`spans` are the sentences or paragraphs of each version, in order; `reach` is how many characters may lie between
    two passages that are near."""
    if how == "near":
        return _near(marks, reach)
    found = Counted(of=0 if how == "overlap" else _units_of(marks, how, spans))
    for themes, weight in _units(marks, how, spans):
        found.units.update(dict.fromkeys(themes, weight))
        found.both.update(dict.fromkeys(combinations(sorted(themes), 2), weight))
    return found


def pairs(
    marks: Sequence[Mark], pair: Pair, how: How, spans: Mapping[int, Sequence[Span]], reach: int = 0
) -> Iterator[tuple[Mark, Mark]]:
    """The marks that stand together, one of the first theme with one of the second, or the same with both."""
    for version, held in _by_version(marks).items():
        reached = {mark.id: _reached(mark, how, spans.get(version, ()), reach) for mark in held}
        firsts, seconds = ([mark for mark in held if theme in mark.themes] for theme in pair)
        for one in firsts:
            start, end = reached[one.id]
            for other in seconds:
                first, last = reached[other.id]
                if (start, end) == (first, last) if how == "passage" else max(start, first) < min(end, last):
                    yield one, other


def _reached(mark: Mark, how: How, spans: Sequence[Span], reach: int) -> Span:
    """Two marks stand together where these overlap: their places, made wider by half of what may lie between, or the
    units they touch. Places are doubled, so that an odd reach has a half."""
    if how in ("sentence", "paragraph"):
        touched = _touched(mark, spans)
        return touched.start, touched.stop
    if how == "near":
        return 2 * mark.start - reach, 2 * mark.end + reach + 1
    return 2 * mark.start, 2 * mark.end


def _by_version(marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.version].append(mark)
    return found


def _units_of(marks: Sequence[Mark], how: How, spans: Mapping[int, Sequence[Span]]) -> int:
    """How many units there are: passages, or the sentences or paragraphs of the articles that have any mark."""
    if how == "passage":
        return len({(mark.version, mark.start, mark.end) for mark in marks})
    return sum(len(spans.get(version, ())) for version in {mark.version for mark in marks})


def _units(marks: Sequence[Mark], how: How, spans: Mapping[int, Sequence[Span]]) -> Iterator[tuple[set[int], int]]:
    """The themes of each unit that has any, and how much the unit counts: a stretch of characters as many as it has."""
    if how == "overlap":
        for held in _by_version(marks).values():
            yield from _stretches(held)
        return
    themes: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for mark in marks:
        if how == "passage":
            themes[mark.version, mark.start, mark.end] |= mark.themes
        else:
            for place in _touched(mark, spans.get(mark.version, ())):
                themes[mark.version, place] |= mark.themes
    yield from ((held, 1) for held in themes.values())


def _touched(mark: Mark, spans: Sequence[Span]) -> range:
    first = bisect_right(spans, mark.start, key=lambda span: span[1])
    return range(first, bisect_left(spans, mark.end, key=lambda span: span[0]))


def _stretches(marks: Sequence[Mark]) -> Iterator[tuple[set[int], int]]:
    """Of one text: from each beginning or end of a mark to the next, the themes marked there."""
    edges = sorted({mark.start for mark in marks} | {mark.end for mark in marks})
    begin, end = defaultdict(list), defaultdict(list)
    for mark in marks:
        begin[mark.start].append(mark)
        end[mark.end].append(mark)
    running: Counter[int] = Counter()
    for start, stop in pairwise(edges):
        running.subtract(theme for mark in end[start] for theme in mark.themes)
        running.update(theme for mark in begin[start] for theme in mark.themes)
        yield {theme for theme, times in running.items() if times > 0}, stop - start


def _near(marks: Sequence[Mark], reach: int) -> Counted:
    """Units are the passages; one has a pair that has the one theme itself and the other within reach."""
    found = Counted(shared=(shared := Counter[Pair]()))
    for held in _by_version(marks).values():
        passages: dict[Span, set[int]] = defaultdict(set)
        for mark in held:
            passages[mark.start, mark.end] |= mark.themes
        for own, around in _around(sorted(passages.items()), reach):
            found.units.update(own)
            found.both.update({(min(a, b), max(a, b)) for a in own for b in around if a != b})
            shared.update(combinations(sorted(own), 2))
    return found


def _around(passages: Sequence[tuple[Span, set[int]]], reach: int) -> Iterator[tuple[set[int], set[int]]]:
    """Each passage's themes, and those of all that are within reach of it. Of each theme the starts are known in order
    and the farthest end up to each, so that one look tells, however many passages there are."""
    starts: dict[int, list[int]] = defaultdict(list)
    for (start, _), themes in passages:
        for theme in themes:
            starts[theme].append(start)
    ends = {theme: list(accumulate((end for (_, end), own in passages if theme in own), max)) for theme in starts}
    for (start, end), own in passages:
        yield own, {theme for theme in starts if _is_near(starts[theme], ends[theme], start - reach, end + reach)}


def _is_near(starts: Sequence[int], ends: Sequence[int], first: int, last: int) -> bool:
    """Whether any passage of the theme that starts up to `last` ends at `first` or later."""
    before = bisect_right(starts, last)
    return before > 0 and ends[before - 1] >= first
