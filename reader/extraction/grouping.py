"""Which of many saved pages are pages of one article: told by their pagers, addresses, names and titles."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from reader.extraction.following import Place, place_of
from reader.extraction.joining import same_address, title_of_article
from reader.extraction.page import Page
from reader.extraction.titles import bare

# 题_2.html, 题-2.html, 题 (2).html as browsers name a second of one name, 题.html?page=2 as wget does, 题第2页.html.
_NAME = re.compile(
    r"(?P<stem>.*?)(?:[_-](?P<a>\d{1,3})|\s*[（(](?P<b>\d{1,3})[)）]|[?@&](?:p|page)=(?P<c>\d{1,3})|\s*第(?P<d>\d{1,3})页)?$"
)
# A page that says more than this share of another's blocks again is that page once more, and no further one.
_AGAIN = 0.5


@dataclass(frozen=True)
class Trace:
    """What tells of a saved page where it belongs; small, so that thousands can be compared."""

    name: str
    title: str
    url: str
    leads: tuple[str, ...]
    blocks: frozenset[int]

    @property
    def place(self) -> Place:
        return place_of(self.url)

    @property
    def named(self) -> tuple[str, int]:
        """The stem of its file's name, folder and all, and the number in it, 0 without one."""
        path = PurePosixPath(self.name)
        stem = path.stem if re.fullmatch(r"\.\w{1,6}", path.suffix) else re.sub(r"\.\w{3,6}(?=[?@])", "", path.name)
        match = _NAME.match(stem)
        number = next(filter(None, match.groups()[1:]), "0") if match else "0"
        return f"{path.parent}/{match['stem'] if match else stem}", int(number)


def trace_of(page: Page, name: str, url: str = "") -> Trace:
    blocks = frozenset(hash(bare(block.text)) for block in page.blocks)
    title = bare(title_of_article(page.title))
    return Trace(name, title, url or page.url, (*page.preceding, *page.following), blocks)


def together(traces: Sequence[Trace | None]) -> list[list[int]]:
    """The places of the pages of each article, in the articles' order as they came and the pages' own order. What has
    no trace stands alone."""
    leader = list(range(len(traces)))
    for group in _candidates(traces):
        first = min(_leader(leader, index) for index in group)
        for index in group:
            leader[_leader(leader, index)] = first
    found: dict[int, list[int]] = defaultdict(list)
    for index in range(len(traces)):
        found[_leader(leader, index)].append(index)
    return sorted(part for group in found.values() for part in _parted(traces, group))


def _leader(leader: list[int], index: int) -> int:
    while leader[index] != index:
        index = leader[index]
    return index


def _candidates(traces: Sequence[Trace | None]) -> Iterator[list[int]]:
    there = [(index, trace) for index, trace in enumerate(traces) if trace]
    yield from _linked(there)
    for key in (_by_place, _by_address, _by_name):
        alike: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        for index, trace in there:
            if said := key(trace):
                alike[said[0]].append((said[1], index))
        yield from ([index for _, index in group] for group in alike.values() if key is _by_address or _in_a_row(group))


def _linked(there: Sequence[tuple[int, Trace]]) -> Iterator[list[int]]:
    """Pages whose pagers lead to each other."""
    at = {same_address(trace.url): index for index, trace in there if trace.url}
    for index, trace in there:
        met = [at[address] for address in map(same_address, trace.leads) if address in at]
        if met:
            yield [index, *met]


Key = tuple[Hashable, int] | None


def _by_place(trace: Trace) -> Key:
    place = trace.place
    return ((place.stem, place.rest, trace.title), place.number) if place.stem and trace.title else None


def _by_address(trace: Trace) -> Key:
    """Each page of an article may call the first its canonical address."""
    return ((same_address(trace.url), trace.title), 0) if trace.url and trace.title else None


def _by_name(trace: Trace) -> Key:
    stem, number = trace.named
    return ((stem, trace.title, trace.place.stem), number) if trace.title else None


def _in_a_row(group: Sequence[tuple[int, int]]) -> bool:
    """Whether the numbers are those of pages: from none, 0 or 1 on without a gap; art_31_456 and _457 are not."""
    numbers = sorted(number for number, _ in group)
    steps = [after - before for before, after in pairwise(numbers)]
    return numbers[0] <= 1 and all(step == 1 or (step == 2 and at == numbers[0] == 0) for at, step in enumerate(steps))


def _parted(traces: Sequence[Trace | None], group: Sequence[int]) -> list[list[int]]:
    """The group in the order of its pages; a page that is there already stands alone."""
    kept: list[int] = []
    alone: list[list[int]] = []
    said: set[int] = set()
    for index in sorted(group, key=lambda index: _order(traces[index], index)):
        trace = traces[index]
        if trace and kept and len(trace.blocks & said) > _AGAIN * len(trace.blocks):
            alone.append([index])
        else:
            kept.append(index)
            said |= trace.blocks if trace else set()
    return [kept, *alone]


def _order(trace: Trace | None, index: int) -> tuple[int, int, int]:
    return (trace.place.number, trace.named[1], index) if trace else (0, 0, index)
