"""A title as a file name that Windows, macOS and Linux all take, with its Chinese whole."""

import re
import unicodedata

LONGEST = 200
UNNAMED = "未命名"
# Windows refuses these characters; their full-width forms read the same in a Chinese title.
_FULL_WIDTH = str.maketrans('<>:"/\\|?*', "＜＞：”／＼｜？＊")
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
# Controls, direction overrides, lone surrogates and code points that stand for nothing.
_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))


def filename(title: str, extension: str) -> str:
    """`title.extension`, at most 200 bytes of UTF-8, without what Windows forbids; 未命名 when nothing is left."""
    seen = "".join(
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", title)
        if character.isspace() or unicodedata.category(character) not in _UNSEEN
    )
    stem = _trimmed(" ".join(seen.translate(_FULL_WIDTH).split()))
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    room = LONGEST - len(f".{extension}".encode())
    return f"{_trimmed(stem.encode()[:room].decode(errors='ignore')) or UNNAMED}.{extension}"


def _trimmed(stem: str) -> str:
    return stem.strip(". ")
