"""A page put together from files in UTF-8 and in GB 18030: each piece is read as what it is."""

import re

# Two Chinese characters in UTF-8, or more. In GB 18030 these bytes would be rare characters, one after the other.
_UTF8 = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){2,}")
_HIGH = bytes(range(0x80, 0x100))
# A piece ends at a byte that is no part of a character in either: markup, white space, digits.
_PIECE = re.compile(rb"[\x40-\xff]+")
# Without any of these in UTF-8 nothing is in UTF-8; looking for them is much cheaper than for runs.
_SIGNS = tuple(sign.encode() for sign in "的一有公中人不，。：、（")
# Fewer bytes in the other charset are damage, and the page is read as one.
_LEAST, _MOST = 0.02, 0.98
# A piece so much of which is no UTF-8 is not a damaged one.
_DAMAGED = 0.1


def read_mixed(data: bytes) -> str | None:
    """The text of bytes in both charsets; None where one of them is all there is."""
    if not any(sign in data for sign in _SIGNS):
        return None
    high = len(data) - len(data.translate(None, _HIGH))
    share = sum(map(len, _UTF8.findall(data))) / max(1, high)
    if not _LEAST < share < _MOST:
        return None
    parts, at = [], 0
    for match in _PIECE.finditer(data):
        parts += [data[at : match.start()].decode("ascii"), _piece(match[0])]
        at = match.end()
    return "".join([*parts, data[at:].decode("ascii")])


def _piece(data: bytes) -> str:
    """UTF-8 where it is whole or little damaged, else GB 18030; what is neither keeps its damage to itself."""
    if data.isascii():
        return data.decode("ascii")
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= _DAMAGED * len(text):
        return text
    return data.decode("gb18030", "replace")
