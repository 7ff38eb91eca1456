"""What the positions of a plain text count: programs differ, and none says.

Tried are all ways of counting: with the byte order mark or without, CR LF as two or as one, code points or UTF-16
units. The one under which the selections make most sense is taken: whose words are those that the selection is named
by, and which begin and end with words and not with white space or inside a line end.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

BOM = "\ufeff"
# Named by its words, a selection can hardly be elsewhere; clean edges alone are weak evidence.
_NAMED, _CLEAN = 10, 1
_NAME_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Said:
    """A selection as the file has it: positions in an unknown measure (-1: none), and its name."""

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """`plain` is the text in code points, lines ended by LF, without a mark. The file counts from `first`, and two for
    each of its signs that stand at `wide`: those are few, and a text may be a whole book."""

    plain: str
    first: int
    wide: tuple[int, ...]

    def span(self, said: Said) -> tuple[int, int]:
        """Code points of `plain`, end exclusive; (0, 0) for what lies outside."""
        if not 0 <= said.start < said.end <= self.first + len(self.plain) + len(self.wide):
            return 0, 0
        return self._sign(said.start), self._sign(said.end)

    def _sign(self, place: int) -> int:
        """The sign that begins at a position of the file, or the next one."""
        place = max(place - self.first, 0)
        before = bisect_left(range(len(self.wide)), place, key=lambda rank: self.wide[rank] + rank)
        inside = before > 0 and self.wide[before - 1] + before == place
        return place - before + inside


def counted(text: str, selections: Sequence[Said]) -> Counted:
    """The text, with the way of counting that suits the selections best; the standard's own where all suit."""
    bare = text.removeprefix(BOM)
    plain = re.sub("\r\n?", "\n", bare)
    firsts = (0, 1) if text.startswith(BOM) else (0,)
    pairs = [found.start() - rank for rank, found in enumerate(re.finditer("\r\n", bare))]
    beyond = [found.start() for found in re.finditer("[\U00010000-\U0010ffff]", plain)]
    wides = dict.fromkeys(((), tuple(beyond), tuple(pairs), tuple(sorted(pairs + beyond))))
    ways = [Counted(plain, first, wide) for first, wide in product(firsts, wides)]
    return max(ways, key=lambda way: _sense(way, selections)) if len(ways) > 1 else ways[0]


def span_of(words: str, text: str) -> tuple[int, int]:
    """Where the words stand in the text, if they stand there once, whatever white space is between their signs: the
    lines of a page end elsewhere than those of its text. (-1, -1) where they do not."""
    bare, signs = _bare(text)
    wanted = "".join(words.split())
    first = bare.find(wanted) if wanted else -1
    if first < 0 or first != bare.rfind(wanted):
        return -1, -1
    return signs[first], signs[first + len(wanted) - 1] + 1


@lru_cache(maxsize=1)
def _bare(text: str) -> tuple[str, array]:
    """The text without white space, and where each of its signs stands: kept for the next selection of the source."""
    return "".join(text.split()), array("l", (place for place, sign in enumerate(text) if not sign.isspace()))


def _sense(way: Counted, selections: Sequence[Said]) -> int:
    score = 0
    for said in selections:
        start, end = way.span(said)
        found = way.plain[start:end]
        name = " ".join(said.name.split())[:_NAME_LENGTH]
        named = len(name) > 1 and " ".join(found.split()).startswith(name)
        score += _NAMED * named + _CLEAN * (bool(found) and found == found.strip())
    return score
