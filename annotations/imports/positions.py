"""What the positions of a plain text count: programs differ, and none says.

Tried are all ways of counting: with the byte order mark or without, CR LF as two or as one, code points or UTF-16
units. The one under which the selections make most sense is taken: whose words are those that the selection is named
by, and which begin and end with words and not with white space or inside a line end.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product

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
    """`plain` is the text in code points, lines ended by LF, without a mark; `units` are the widths of its signs."""

    plain: str
    offsets: tuple[int, ...]

    def span(self, said: Said) -> tuple[int, int]:
        """Code points of `plain`, end exclusive; (0, 0) for what lies outside."""
        if not 0 <= said.start < said.end <= self.offsets[-1]:
            return 0, 0
        return bisect_left(self.offsets, said.start), bisect_left(self.offsets, said.end)


def counted(text: str, selections: Sequence[Said]) -> Counted:
    """The text, with the way of counting that suits the selections best; the standard's own where all suit."""
    plain = re.sub("\r\n?", "\n", text.removeprefix(BOM))
    ways = [Counted(plain, _offsets(text, *way)) for way in product((False, True), repeat=3)]
    distinct = dict.fromkeys(ways)
    return max(distinct, key=lambda way: _sense(way, selections)) if len(distinct) > 1 else ways[0]


def _offsets(text: str, mark: bool, two: bool, utf16: bool) -> tuple[int, ...]:
    """Where each sign of the plain text begins, and where the last one ends."""
    first = 1 if mark and text.startswith(BOM) else 0
    signs = re.findall("\r\n?|[^\r]", text.removeprefix(BOM), re.DOTALL)
    return tuple(accumulate((_width(sign, two, utf16) for sign in signs), initial=first))


def _width(sign: str, two: bool, utf16: bool) -> int:
    if sign.startswith("\r"):
        return len(sign) if two else 1
    return 2 if utf16 and ord(sign) > 0xFFFF else 1


def _sense(way: Counted, selections: Sequence[Said]) -> int:
    score = 0
    for said in selections:
        start, end = way.span(said)
        found = way.plain[start:end]
        name = " ".join(said.name.split())[:_NAME_LENGTH]
        named = len(name) > 1 and " ".join(found.split()).startswith(name)
        score += _NAMED * named + _CLEAN * (bool(found) and found == found.strip())
    return score
