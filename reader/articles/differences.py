"""Two texts of one article, block by block: what went, what came, what was reworded or set otherwise. PURE."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from reader.extraction import Block
from reader.text.pieces import Piece, compared

Kind = Literal["same", "gone", "come", "reworded", "reset"]
# Blocks that share so much are one block reworded: below it, two sentences on one subject would be paired.
LIKE = 0.6
# So many pairs of blocks are compared by their characters; after that only the next one is looked at.
PAIRS = 400
# Characters beyond which two blocks are not compared sign by sign: the time grows with their product.
LONGEST = 1_500


@dataclass(frozen=True, slots=True)
class Difference:
    """A block before and after; None where there is none."""

    before: Block | None
    after: Block | None

    @property
    def kind(self) -> Kind:
        if self.before is None or self.after is None:
            return "come" if self.before is None else "gone"
        if self.before.text != self.after.text:
            return "reworded"
        return "same" if self.before == self.after else "reset"


def differences(before: Sequence[Block], after: Sequence[Block]) -> list[Difference]:
    """All blocks of both, in order."""
    found: list[Difference] = []
    matcher = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        found += _between(before[start:end], after[first:last])
    return found


def pieces(before: str, after: str) -> list[Piece]:
    """What became of a reworded block's characters."""
    if max(len(before), len(after)) > LONGEST:
        return [Piece("gone", before), Piece("come", after)]
    return list(compared(before, after))


def _between(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Difference]:
    """Blocks between two that are the same, or those themselves: what is alike is paired, in order."""
    rest, left = list(after), PAIRS
    for one in before:
        near = rest[: max(left, 1)]
        at = next((at for at, other in enumerate(near) if _alike(one.text, other.text)), None)
        left -= len(near) if at is None else at
        if at is None:
            yield Difference(one, None)
            continue
        yield from (Difference(None, other) for other in rest[:at])
        yield Difference(one, rest[at])
        del rest[: at + 1]
    yield from (Difference(None, other) for other in rest)


def _alike(before: str, after: str) -> bool:
    if before == after:
        return True
    if max(len(before), len(after)) > LONGEST:
        return False
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.real_quick_ratio() > LIKE and matcher.quick_ratio() > LIKE and matcher.ratio() > LIKE
