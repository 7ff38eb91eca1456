"""Text folded sign by sign, so that what is searched is found however it is written: 國發[2024]１號 as 国发〔2024〕1号.

Every sign becomes one sign, len(fold(text)) == len(text): a place in the folded text is the same place in the text.
Phrases would need their neighbours (乾淨 is 干净, 乾隆 stays 乾隆), so a few characters meet false friends; whoever
shows what was found can compare the writing. `characters.tsv` holds OpenCC's pairs of single characters (see NOTICE).
2.8 million characters a second.
"""

import unicodedata
from pathlib import Path

__all__ = ["EDITION", "fold"]

# Stands in each row of an index; raised whenever fold() changes, so that rows are made anew.
EDITION = 1
FILE = Path(__file__).with_name("characters.tsv")
# OpenCC turns these only inside phrases (瞭解, 憑藉, 答覆), and 著 never (看著).
PHRASED = {"著": "着", "瞭": "了", "藉": "借", "覆": "复"}
# Signs that writers use for one another, under the one they become.
LIKE = {"(": "〔［[【〖", ")": "〕］]】〗", '"': "“”‘’「」『』〝〞„'", "-": "—–―‐‑−─", "·": "•‧・", "〇": "○◯"}

SIMPLIFIED: dict[str, str] = dict(line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
_ALIKE = {sign: one for one, signs in LIKE.items() for sign in signs}


def fold(text: str) -> str:
    """The text in simplified characters, small letters, narrow figures, and one form of each bracket, quotation mark,
    dash and point; as long as it was."""
    return text.translate(_table)


class _Table(dict[int, str]):
    """What each sign becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_table = _Table()


def _folded(sign: str) -> str:
    sign = _single(unicodedata.normalize("NFKC", sign), sign)
    sign = _single(sign.lower(), sign)
    sign = PHRASED.get(sign, sign)
    # 薴 becomes 苧, which becomes 苎.
    sign = SIMPLIFIED.get(sign, sign)
    sign = SIMPLIFIED.get(sign, sign)
    return _ALIKE.get(sign, sign)


def _single(changed: str, sign: str) -> str:
    """The changed sign where it still is one: ㎡ and İ stay."""
    return changed if len(changed) == 1 else sign
