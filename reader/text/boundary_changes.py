"""What terms change in the words of a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reader.text.segmentation import words


@dataclass(frozen=True, slots=True)
class BoundaryChange:
    """A stretch [start, end) of the text, in code points, and its words before and after. Both join to the stretch."""

    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def changed_boundaries(text: str, terms: Iterable[str], present: Iterable[str] = ()) -> list[BoundaryChange]:
    """The stretches, in order and as short as can be, where `terms` cut the text otherwise than `present` do."""
    before, after = _edges(words(text, present)), _edges(words(text, terms))
    moved = before ^ after
    return [
        BoundaryChange(start, end, _cut(text, before, start, end), _cut(text, after, start, end))
        for start, end in pairwise(sorted(before & after))
        if not moved.isdisjoint(range(start + 1, end))
    ]


def _edges(cut: list[str]) -> set[int]:
    return set(accumulate(map(len, cut), initial=0))


def _cut(text: str, edges: set[int], start: int, end: int) -> tuple[str, ...]:
    inside = [edge for edge in range(start, end + 1) if edge in edges]
    return tuple(text[left:right] for left, right in pairwise(inside))
