"""Two texts' units paired: in order where they can be, moved where they cannot, and what came and went.

Candidates come from an inverted list of the pairs of signs, the commonest left out; the heaviest chain that goes
forward in both texts is the alignment. Measured on two reports of 20,000 characters: tests/benchmarks/drift.py.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.text.drift.units import Unit, dice, units

Kind = Literal["same", "changed", "moved", "related", "gone", "come"]
# A pair, in order or moved; and what may be one, between two that are aligned.
ALIKE, RELATED = 0.5, 0.35
# A pair of signs in more units than this share of them tells nothing, where there are more than a few; nor does one in
# so many. Of a unit's pairs the rarest lead to its candidates, and those that share most of them are weighed: what is
# left out could only be a pair without a rare word in common.
_COMMON, _FEW, _MANY = 1 / 3, 12, 200
_RAREST, _NEAREST = 24, 12


@dataclass(frozen=True, slots=True)
class Row:
    """A unit of the old text beside one of the new; None where there is none. `likeness` from 0 to 1. A moved pair has
    two rows: `here` is False where the new unit stands elsewhere."""

    kind: Kind
    old: Unit | None
    new: Unit | None
    likeness: float = 0.0
    here: bool = True


Pair = tuple[int, int, float]


def compare(old: str, new: str) -> list[Row]:
    """Every unit of both texts, in the order of the new one, what went where it stood. No unit is in two rows but a
    moved one, which stands at both its places."""
    before, after = units(old), units(new)
    weighed = list(_weighed(before, after))
    chain = _chain(_alike(weighed))
    moved = _best(_free(weighed, chain), ALIKE)
    related = _best(_in_gaps(_free(weighed, [*chain, *moved]), chain), RELATED)
    return list(_rows(before, after, chain, moved, related))


def _weighed(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Pair]:
    """Pairs of units that may be one: those that say the same, occurrence by occurrence, and those that share most."""
    yield from _same(before, after)
    held, common = _index(after), min(_MANY, max(_FEW, int(_COMMON * len(after)))) + 1
    for at, unit in enumerate(before):
        shared: Counter[int] = Counter()
        places = sorted((held[sign] for sign in unit.pairs if len(held.get(sign, ())) in range(1, common)), key=len)
        for found in places[:_RAREST]:
            shared.update(found)
        for place, _ in shared.most_common(_NEAREST):
            if unit.said != after[place].said and (likeness := dice(unit, after[place])) >= RELATED:
                yield at, place, likeness


def _same(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Pair]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(after):
        places[unit.said].append(place)
    times: Counter[str] = Counter()
    for at, unit in enumerate(before):
        if times[unit.said] < len(places.get(unit.said, ())):
            yield at, places[unit.said][times[unit.said]], 1.0
        times[unit.said] += 1


def _index(after: Sequence[Unit]) -> dict[str, list[int]]:
    held: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(after):
        for sign in unit.pairs:
            held[sign].append(place)
    return held


def _alike(pairs: Iterable[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair[2] >= ALIKE]


def _chain(pairs: Sequence[Pair]) -> list[Pair]:
    """The heaviest of the chains whose places rise in both texts. Of each weight reached the chain with the earliest
    end is kept: `ends` and `weights` rise together."""
    ends: list[int] = []
    weights: list[float] = []
    chosen: list[int] = []
    before: list[int] = [-1] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda one: (pairs[one][0], -pairs[one][1]))
    for one in order:
        _at, place, likeness = pairs[one]
        under = bisect_left(ends, place) - 1
        before[one] = chosen[under] if under >= 0 else -1
        weight = likeness + (weights[under] if under >= 0 else 0.0)
        _keep(ends, weights, chosen, place, weight, one)
    last = chosen[-1] if chosen else -1
    chain = []
    while last >= 0:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]


def _keep(ends: list[int], weights: list[float], chosen: list[int], place: int, weight: float, one: int) -> None:
    at = bisect_left(ends, place)
    if (at and weights[at - 1] >= weight) or (at < len(ends) and ends[at] == place and weights[at] >= weight):
        return
    until = at
    while until < len(ends) and weights[until] <= weight:
        until += 1
    ends[at:until], weights[at:until], chosen[at:until] = [place], [weight], [one]


def _free(pairs: Iterable[Pair], taken: Sequence[Pair]) -> list[Pair]:
    olds, news = {pair[0] for pair in taken}, {pair[1] for pair in taken}
    return [pair for pair in pairs if pair[0] not in olds and pair[1] not in news]


def _best(pairs: Iterable[Pair], least: float) -> list[Pair]:
    """The likest first, each unit once."""
    found: list[Pair] = []
    olds: set[int] = set()
    news: set[int] = set()
    for at, place, likeness in sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])):
        if likeness >= least and at not in olds and place not in news:
            found.append((at, place, likeness))
            olds.add(at)
            news.add(place)
    return found


def _in_gaps(pairs: Iterable[Pair], chain: Sequence[Pair]) -> list[Pair]:
    """Those that no aligned pair parts."""
    olds, news = [pair[0] for pair in chain], [pair[1] for pair in chain]
    return [pair for pair in pairs if bisect_left(olds, pair[0]) == bisect_left(news, pair[1])]


def _rows(
    before: Sequence[Unit], after: Sequence[Unit], chain: Sequence[Pair], moved: Sequence[Pair], related: Sequence[Pair]
) -> Iterator[Row]:
    elsewhere = {at: (place, likeness) for at, place, likeness in moved}
    paired: dict[int, tuple[int, float, Kind]] = {place: (at, likeness, "moved") for at, place, likeness in moved}
    paired |= {place: (at, likeness, "related") for at, place, likeness in related}
    beside = {at for at, _, _ in related}
    first_old = first_new = 0
    for at, place, likeness in [*chain, (len(before), len(after), 0.0)]:
        for gone in range(first_old, at):
            if gone in elsewhere:
                yield Row("moved", before[gone], after[elsewhere[gone][0]], elsewhere[gone][1], here=False)
            elif gone not in beside:
                yield Row("gone", before[gone], None)
        for come in range(first_new, place):
            if come in paired:
                old, alike, kind = paired[come]
                yield Row(kind, before[old], after[come], alike)
            else:
                yield Row("come", None, after[come])
        if at < len(before):
            same = before[at].text == after[place].text
            yield Row("same" if same else "changed", before[at], after[place], likeness)
        first_old, first_new = at + 1, place + 1
