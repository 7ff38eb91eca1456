"""What became of a text's parts in another: they stayed, went or came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# HTML's own elements for each.
TAGS = {"same": "span", "gone": "del", "come": "ins"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in both texts, only in the old one, only in the new one."""

    kind: Literal["same", "gone", "come"]
    text: str


def compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Of two texts in parts, characters or words: what is same and gone joins to the old one, what is same and come to
    the new. The time grows with the product of their lengths."""
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[start:end]))
            continue
        if end > start:
            yield Piece("gone", "".join(old[start:end]))
        if last > first:
            yield Piece("come", "".join(new[first:last]))
