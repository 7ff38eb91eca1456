"""Characters that XML, and most programs that read tables, cannot hold."""

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without the characters that are illegal in XML 1.0: controls, lone surrogates, non-characters."""
    return _ILLEGAL.sub("", text)


def legal_in_place(text: str) -> str:
    """The text with each such character replaced by U+FFFD, so that positions stay; a lone \\r becomes a space."""
    return _ILLEGAL.sub("\ufffd", text).replace("\r", " ")
