"""How much two texts share, and by what like texts are looked up: MinHash over short runs of characters. PURE."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

# Runs of so many letters, digits and characters; what stands between them counts for nothing.
RUN = 5
# Two texts are the same text from this share of runs in common on. Of 157,641 pairs of 562 articles and essays six
# share as much, each pair one text; the nearest of the others shares 0.41.
SAME = 0.5
# With fewer runs a text is a notice or a caption, and like others by chance.
FEWEST = 60
# The least hash value in each of so many parts of its range; so many of them are a band.
PARTS, BAND = 64, 4
_BITS, _PART_BITS = 64, 6
_BETWEEN = re.compile(r"[\W_]+")
# The golden ratio in 64 bits: spreads the values of the checksum, which alone are too regular.
_SPREAD, _MASK = 0x9E3779B97F4A7C15, 2**64 - 1


# A text is asked for its runs when its bands are made, and again beside each that is like it.
@lru_cache(maxsize=2)
def runs(text: str) -> frozenset[str]:
    """The runs of the text; full-width and half-width, spaces and punctuation aside."""
    said = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    return frozenset(said[at : at + RUN] for at in range(len(said) - RUN + 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's share: the runs both have, of all that either has; from 0 to 1."""
    return len(one & other) / (len(one | other) or 1)


def bands(found: frozenset[str]) -> tuple[int, ...]:
    """Numbers under 2**56, of which texts that share half of their runs are likely to have one in common, and others
    hardly ever; none for a text that is too short.

    One permutation hashing (Li, Owen, Zhang 2012), empty parts filled from the next one (Shrivastava, Li 2014): one
    hash value a run, where MinHash as first described needs one for each part.
    """
    if len(found) < FEWEST:
        return ()
    least = _filled(_least(found))
    cut = range(0, PARTS, BAND)
    return tuple(_number(at, least[at : at + BAND]) for at in cut)


def _least(found: Iterable[str]) -> list[int | None]:
    least: list[int | None] = [None] * PARTS
    for run in found:
        value = crc32(run.encode()) * _SPREAD & _MASK
        value ^= value >> 29
        part, rest = value >> (_BITS - _PART_BITS), value & (2 ** (_BITS - _PART_BITS) - 1)
        known = least[part]
        if known is None or rest < known:
            least[part] = rest
    return least


def _filled(least: list[int | None]) -> list[int]:
    return [next(_borrowed(least, at)) for at in range(PARTS)]


def _borrowed(least: list[int | None], at: int) -> Iterator[int]:
    """The part's own value, else the next one's, changed by how far it was."""
    for step in range(PARTS):
        value = least[(at + step) % PARTS]
        if value is not None:
            yield (value + step * _SPREAD) & _MASK


def _number(at: int, values: list[int]) -> int:
    said = b"".join(value.to_bytes(8, "big") for value in (at, *values))
    return int.from_bytes(blake2b(said, digest_size=7).digest(), "big")
