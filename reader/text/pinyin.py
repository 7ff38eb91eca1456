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
