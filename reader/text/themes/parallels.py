"""Which leads of a text belong together: the groups that share a frame."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.text.themes.frames import Build, affinity, build
from reader.text.themes.leads import Lead

# Two leads are of one frame from here on.
ALIKE = 0.5
# Beyond this two are not more alike, they only say more in the same words.
_FULLY_ALIKE = 1.2
# A lead that is bound to its group by less than this share of the closest one's bond does not belong to it.
_BOND = 0.65
_ADJACENT = 0.1
# More leads of one frame are not a plan but a list or a law.
_MOST = 24
# A lead is compared with so many before it that share a sign with it: enough for any essay, linear in long lists.
_NEIGHBOURS = 12


@dataclass(frozen=True, slots=True)
class Link:
    """Two leads, by their places in the list, and how alike they are."""

    first: int
    second: int
    strength: float


@dataclass(frozen=True, slots=True)
class Parallels:
    """For each lead that has any: the members of its group, itself among them, and how alike they are, 0 to 1.2."""

    members: dict[int, tuple[int, ...]]
    strength: dict[int, float]

    def bond(self, place: int) -> float:
        """How strongly a lead belongs to its group, of 1 for the closest member."""
        members = self.members.get(place)
        return self.strength[place] / max(self.strength[other] for other in members) if members else 0.0


def links(leads: Sequence[Lead]) -> list[Link]:
    """Every two leads that are alike."""
    builds = [build(lead) for lead in leads]
    found = []
    for first, second in sorted(set(_pairs(builds))):
        near = _ADJACENT if leads[second].paragraph - leads[first].paragraph == 1 else 0.0
        found.append(Link(first, second, min(_FULLY_ALIKE, affinity(builds[first], builds[second]) + near)))
    return [link for link in found if link.strength >= ALIKE]


def _pairs(builds: Sequence[Build]) -> Iterator[tuple[int, int]]:
    """Pairs that share a sign: a beginning, an end, a role, an ordinal or the number of clauses."""
    seen: dict[object, list[int]] = defaultdict(list)
    for place, one in enumerate(builds):
        signs = {one.text[:2], "…" + one.text[-2:], len(one.clauses), one.role and "role", one.mark and "mark"}
        for sign in signs - {False}:
            yield from ((other, place) for other in seen[sign][-_NEIGHBOURS:])
            seen[sign].append(place)


def parallels(linked: Sequence[Link]) -> Parallels:
    """The groups, without members that hang on by one weak link."""
    whole = _grouped(linked)
    bound = {place for place in whole.members if whole.bond(place) >= _BOND}
    return _grouped([link for link in linked if link.first in bound and link.second in bound])


def _grouped(linked: Sequence[Link]) -> Parallels:
    members = {place: group for group in _components(linked) if len(group) <= _MOST for place in group}
    strength: dict[int, float] = defaultdict(float)
    for link in linked:
        for place in {link.first, link.second} & members.keys():
            strength[place] += link.strength / min(len(members[place]) - 1, _NEIGHBOURS)
    return Parallels(members, {place: min(_FULLY_ALIKE, value) for place, value in strength.items()})


def _components(linked: Sequence[Link]) -> list[tuple[int, ...]]:
    home: dict[int, set[int]] = {}
    for link in linked:
        first, second = home.setdefault(link.first, {link.first}), home.setdefault(link.second, {link.second})
        if first is not second:
            small, large = sorted((first, second), key=len)
            large |= small
            home.update(dict.fromkeys(small, large))
    return [tuple(sorted(group)) for group in {id(group): group for group in home.values()}.values()]
