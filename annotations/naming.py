"""What a theme's name and keywords look like, however they were written."""

import re
import unicodedata

from reader.text.direction import straight

# Invisible at either end of a name; inside one they join letters and emoji.
_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BETWEEN_KEYWORDS = re.compile(r"[,，、;；|\n\r]+")


def tidy(name: str) -> str:
    """The name in NFC, on one line, without what is invisible around it and without control characters, among them
    those that turn the direction of writing."""
    shown = (sign for sign in unicodedata.normalize("NFC", straight(name)) if sign.isspace() or not _is_control(sign))
    return " ".join("".join(shown).split()).strip(" " + _ZERO_WIDTH)


def keywords_in(line: str) -> tuple[str, ...]:
    """The words of a line, each once: parted by commas, 、, semicolons, | or line ends."""
    return tuple(dict.fromkeys(word for part in _BETWEEN_KEYWORDS.split(line) if (word := tidy(part))))


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")
