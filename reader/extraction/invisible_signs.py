"""Signs that are never seen, which no text may carry, whatever it came in."""

import re

from reader.extraction.characters import without_radicals

# Unicode's Default_Ignorable_Code_Point: zero-width, bidirectional and filler signs, watermarks made of them.
_IGNORED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_EMOJI = (
    rf"[0-9#*]\ufe0f\u20e3|\U0001f3f4[\U000e0020-\U000e007f]+|{_PICTURE}[\ufe0e\ufe0f]?"
    rf"(?:\u200d{_PICTURE}[\ufe0e\ufe0f]?|[\U0001f3fb-\U0001f3ff])*"
)
_KEPT_OR_GONE = re.compile(rf"(?P<emoji>{_EMOJI})|[{_IGNORED}]")
# One look tells of most texts that they hold neither.
ODD = f"{_IGNORED}\u2e80-\u2fdf"
_ODD = re.compile(f"[{ODD}]")


def plain(text: str) -> str:
    """The text without signs that are never seen, except inside emoji, and with characters for compatibility radicals
    (⼈⺠ → 人民), which browsers' PDFs are full of. Nothing else is folded."""
    if not _ODD.search(text):
        return text
    return _KEPT_OR_GONE.sub(lambda match: match["emoji"] or "", without_radicals(text))
