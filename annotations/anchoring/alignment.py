"""PURE. Two texts side by side: which stretches are the same, how many edits apart, where a quote nearly stands."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

# Lengths of the character groups that serve as landmarks when they occur once in either text, longest first.
LANDMARKS = (24, 8)
# Largest gap, in old × new characters, that is compared character by character.
COMPARED = 400_000
# A single shared character says nothing in Chinese; runs this short are left out.
SHORTEST_RUN = 2


@dataclass(frozen=True, slots=True)
class Run:
    """`size` characters that stand at `old` in the one text and at `new` in the other."""

    old: int
    new: int
    size: int


@dataclass(frozen=True, slots=True)
class Match:
    """The stretch [start, end) of a text, and how many edits it is from what was looked for."""

    start: int
    end: int
    errors: int


@dataclass(frozen=True)
class Alignment:
    """The runs two texts share, in order in both; what lies between them was inserted, deleted or replaced."""

    runs: tuple[Run, ...]
    length: int

    @cached_property
    def _olds(self) -> list[int]:
        return [run.old for run in self.runs]

    @cached_property
    def _news(self) -> list[int]:
        return [run.new for run in self.runs]

    def forward(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of the old text lies in the new one, with all that came in at its edges."""
        before = bisect_right(self._olds, start) - 1
        low = 0
        if before >= 0:
            run = self.runs[before]
            low = run.new + min(start - run.old, run.size)
        after = bisect_left(self._olds, end)
        high = self.runs[after].new if after < len(self.runs) else self.length
        if after and end <= (run := self.runs[after - 1]).old + run.size:
            high = run.new + end - run.old
        return low, max(low, high)

    def strangers(self, start: int, end: int, old_start: int, old_end: int) -> int:
        """How many characters of [start, end) in the new text stood outside [old_start, old_end) in the old one."""
        count = 0
        for run in self.runs[max(bisect_right(self._news, start) - 1, 0) : bisect_left(self._news, end)]:
            low, high = max(start, run.new), min(end, run.new + run.size)
            inside = min(high - run.new + run.old, old_end) - max(low - run.new + run.old, old_start)
            count += max(high - low, 0) - max(inside, 0) if high > low else 0
        return count


def align(old: str, new: str) -> Alignment:
    """The runs of two texts, by landmarks that occur once in both, and between these character by character.

    Takes time in proportion to the lengths for versions of one article; unrelated long stretches stay unaligned.
    """
    runs = [run for run in _runs(old, new, 0, 0) if run.size >= SHORTEST_RUN]
    return Alignment(tuple(runs), len(new))


def distance(one: str, other: str) -> int:
    """Levenshtein's distance in code points, by Myers's bit-parallel algorithm (J. ACM 46, 1999)."""
    if not one:
        return len(other)
    return list(_columns(one, other, anchored=True))[-1] if other else len(one)


def nearly(pattern: str, text: str, most: int) -> list[Match]:
    """Where `text` says `pattern` with at most `most` edits, best first, overlapping places only once."""
    found: list[Match] = []
    for low, high in _windows(pattern, text, most):
        found += _matches(pattern, text, low, high, most)
    chosen: list[Match] = []
    for match in sorted(found, key=lambda match: (match.errors, match.start)):
        if all(match.end <= other.start or other.end <= match.start for other in chosen):
            chosen.append(match)
    return chosen


def _runs(old: str, new: str, at: int, new_at: int) -> Iterator[Run]:
    """The runs of two stretches that begin at `at` and `new_at` of their texts."""
    head = shared(old, new)
    tail = shared_tail(old[head:], new[head:])
    yield Run(at, new_at, head)
    yield from _between(old[head : len(old) - tail], new[head : len(new) - tail], at + head, new_at + head)
    yield Run(at + len(old) - tail, new_at + len(new) - tail, tail)


def _between(old: str, new: str, at: int, new_at: int) -> Iterator[Run]:
    if len(old) * len(new) <= COMPARED:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        yield from (Run(at + block.a, new_at + block.b, block.size) for block in blocks)
        return
    landmarks = next(filter(None, (_landmarks(old, new, length) for length in LANDMARKS)), [])
    low = new_low = 0
    for high, new_high in landmarks:
        if high >= low and new_high >= new_low:
            yield from _runs(old[low:high], new[new_low:new_high], at + low, new_at + new_low)
            same = shared(old[high:], new[new_high:])
            yield Run(at + high, new_at + new_high, same)
            low, new_low = high + same, new_high + same
    if landmarks:
        yield from _runs(old[low:], new[new_low:], at + low, new_at + new_low)


def _landmarks(old: str, new: str, length: int) -> list[tuple[int, int]]:
    """Groups of characters that occur once in each text, as offsets that rise in both: a longest such sequence."""
    once, new_once = _once(old, length), _once(new, length)
    pairs = sorted((place, new_once[group]) for group, place in once.items() if group in new_once)
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        rank = bisect_left(tails, place)
        tails[rank : rank + 1] = [place]
        last[rank : rank + 1] = [number]
        before.append(last[rank - 1] if rank else -1)
    chain, number = [], last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _once(text: str, length: int) -> dict[str, int]:
    groups = [text[place : place + length] for place in range(len(text) - length + 1)]
    counts = Counter(groups)
    return {group: place for place, group in enumerate(groups) if counts[group] == 1}


def shared(old: str, new: str) -> int:
    """How many characters two stretches begin with alike; compared in slices, the longest first."""
    same, step = 0, 4096
    while step:
        while len(piece := new[same : same + step]) == step and old.startswith(piece, same):
            same += step
        step //= 2
    return same


def shared_tail(old: str, new: str) -> int:
    """How many characters two stretches end with alike."""
    return shared(old[::-1], new[::-1])


def _windows(pattern: str, text: str, most: int) -> list[tuple[int, int]]:
    """The stretches worth a closer look: cut into most + 1 pieces, one piece of the pattern must be there unharmed."""
    cuts = [len(pattern) * number // (most + 1) for number in range(most + 2)]
    spans = []
    for low, high in pairwise(cuts):
        place = text.find(pattern[low:high])
        while place >= 0:
            spans.append((max(place - low - most, 0), min(place - low + len(pattern) + most, len(text))))
            place = text.find(pattern[low:high], place + 1)
    joined: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


def _matches(pattern: str, text: str, low: int, high: int, most: int) -> Iterator[Match]:
    """The best end of every group of neighbouring ends within reach, and the start that belongs to it."""
    ends = [(errors, end) for end, errors in enumerate(_columns(pattern, text[low:high]), low + 1) if errors <= most]
    groups: list[list[tuple[int, int]]] = []
    for errors, end in ends:
        if groups and groups[-1][-1][1] == end - 1:
            groups[-1].append((errors, end))
        else:
            groups.append([(errors, end)])
    for group in groups:
        least = min(group)[0]
        yield min(
            (_started(pattern, text, end, most) for errors, end in group if errors == least),
            key=lambda match: _misfit(pattern, match.end - match.start),
        )


def _started(pattern: str, text: str, end: int, most: int) -> Match:
    back = text[max(end - len(pattern) - most, 0) : end][::-1]
    sizes = (
        (errors, _misfit(pattern, size), size) for size, errors in enumerate(_columns(pattern[::-1], back, True), 1)
    )
    errors, _, size = min(sizes)
    return Match(end - size, end, errors)


def _misfit(pattern: str, size: int) -> int:
    """A character exchanged at the edge is likelier than one lost: of equals, the place as long as the pattern."""
    return abs(size - len(pattern))


def _columns(pattern: str, text: str, anchored: bool = False) -> Iterator[int]:
    """For every end in `text`, the edits between `pattern` and what ends there: from the start on, or from anywhere.

    Hyyrö's form of Myers's algorithm; one arbitrarily long integer holds a whole column of the matrix.
    """
    bits: dict[str, int] = {}
    for place, character in enumerate(pattern):
        bits[character] = bits.get(character, 0) | 1 << place
    full, top, errors = (1 << len(pattern)) - 1, 1 << len(pattern) - 1, len(pattern)
    rising, falling = full, 0
    for character in text:
        equal = bits.get(character, 0)
        down = equal | falling
        across = (((equal & rising) + rising) ^ rising) | equal
        more = falling | full & ~(across | rising)
        less = rising & across
        errors += bool(more & top) - bool(less & top)
        more = more << 1 | anchored
        less <<= 1
        rising = (less | ~(down | more)) & full
        falling = more & down & full
        yield errors
