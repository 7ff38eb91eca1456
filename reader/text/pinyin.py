"""Romanised Chinese, so that a name can be found by typing its sound."""

import os
from functools import lru_cache

# Every reading of a character is wanted, so the dictionary of phrases (four fifths of the memory) stays out.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")

from pypinyin import Style, pinyin


@lru_cache(maxsize=4096)
def syllables(name: str) -> str:
    """The syllables in order, parted by spaces, without tones; several readings of a character by "/":
    "chang/zhang xiao ji zhi". What is not Chinese stands for itself in small letters."""
    read = pinyin(name, style=Style.NORMAL, heteronym=True)
    parts = ["/".join(sorted({reading for reading in one if reading})) for one in read]
    return " ".join(" ".join(parts).lower().split())


@lru_cache(maxsize=16384)
def reading(sign: str) -> str:
    """The commonest reading of one character, with the tone behind it: "cheng2"; what is not Chinese is itself."""
    return pinyin(sign, style=Style.TONE3)[0][0]


def sounds_like(name: str, typed: str) -> bool:
    """Whether what was typed begins the name's syllables, or their first letters: lvdaozhili, ldzl, lvdzl."""
    return _sounds([one.split("/") for one in syllables(name).split()], typed)


def _sounds(readings: list[list[str]], typed: str) -> bool:
    if not typed:
        return True
    if not readings:
        return False
    rest = readings[1:]
    return any(
        one.startswith(typed)
        or (typed.startswith(one) and _sounds(rest, typed[len(one) :]))
        or (typed[0] == one[0] and _sounds(rest, typed[1:]))
        for one in readings[0]
    )
