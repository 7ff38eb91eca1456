"""How long a text is, and how long it takes to read."""

import re

# One CJK character, or one run of letters or digits: what Chinese word processors count as 字数, without marks.
_COUNTED = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\\W\u3400-\u9fff\uf900-\ufaff_]+")

# Silent reading of expository Chinese by adults: 260 characters a minute (Brysbaert 2019, J. Mem. Lang. 109,
# 104047, meta-analysis over 190 studies: 260 for Chinese). Studying readers are slower, never faster.
CHARACTERS_A_MINUTE = 260


def character_count(text: str) -> int:
    """Number of CJK characters plus number of runs of letters or digits; punctuation does not count."""
    return sum(1 for _ in _COUNTED.finditer(text))


def minutes(characters: int) -> int:
    """Whole minutes for so many characters, at least 1, rounded."""
    return max(1, round(characters / CHARACTERS_A_MINUTE))
