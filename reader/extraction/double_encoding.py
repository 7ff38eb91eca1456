"""Text that was decoded wrongly and saved again: the mistake is undone where that gives Chinese."""

import re
from collections.abc import Callable

# Bytes as Windows-1252 shows them, those it leaves undefined as Latin-1 does.
_SHOWN = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
_BYTE = {byte: byte for byte in range(0x80, 0x100)} | {ord(sign): byte for byte, sign in _SHOWN.items()}
_RUN = re.compile("[" + "".join(map(chr, _BYTE)) + "]{3,}")
_HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Signs that UTF-8 read as GB 18030 is full of: 的是在，。一 and others; a tenth of such a text, of others nothing.
_GARBLED = re.compile("[鐨勬槸鍦銆傦紝锛涓浜鏈]")
# The first byte of a Chinese character in UTF-8, so shown; and what no text read wrongly has: looking for signs is
# a hundred times cheaper than for runs.
_LEADS, _COMMONEST, _SURE = "ãäåæçèéï", "的", 3
_MUCH, _SAMPLE = 0.05, 20_000
# So many signs cannot be undone in a text that lost none.
_LOST = 0.002


def undone(text: str, reads_as_chinese: Callable[[str], bool]) -> str | None:
    """The text as it was first; itself where nothing was mistaken; None where the mistake cost characters."""
    if any(sign in text for sign in _LEADS) and _is_mistaken(text):
        text = _RUN.sub(_utf8_run, text)
        if text.count("\ufffd") > _LOST * len(text):
            return None
    if text.count(_COMMONEST) >= _SURE:
        return text
    sample = text[:_SAMPLE]
    shown = len(_HAN.findall(sample))
    if sum(map(len, _RUN.findall(sample))) > 2 * shown:
        before = _RUN.sub(_gbk_run, text)
        return before if reads_as_chinese(before) else text
    if shown and len(_GARBLED.findall(sample)) > _MUCH * shown:
        before = text.encode("gb18030", "replace").decode("utf-8", "replace")
        if reads_as_chinese(before):
            return before if before.count("\ufffd") <= _LOST * len(before) else None
    return text


def _is_mistaken(text: str) -> bool:
    """Whether some run gives several Chinese characters: é¬¬ alone may be what somebody wrote."""
    return any(len(_HAN.findall(_utf8_run(run))) >= _SURE for run in _RUN.finditer(text))


def _bytes(run: str) -> bytes:
    return bytes(_BYTE[ord(sign)] for sign in run)


def _utf8_run(match: re.Match[str]) -> str:
    """é and its like stand alone; nothing but a mistake has the bytes of whole Chinese characters in a row."""
    try:
        text = _bytes(match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return text if _HAN.search(text) else match[0]


def _gbk_run(match: re.Match[str]) -> str:
    return _bytes(match[0]).decode("gb18030", "replace")
