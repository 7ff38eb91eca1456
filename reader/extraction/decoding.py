"""Bytes become text: by byte order mark, by what the page declares, by trying, at last by detection."""

import codecs
import re

from charset_normalizer import from_bytes

from reader.extraction.double_encoding import undone
from reader.extraction.mixed_charsets import read_mixed
from reader.extraction.page import ExtractionError

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 200_000
# One undecodable byte in so many is damage to a page of that encoding; more is another encoding.
_TOLERATED = 0.005
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python names them among charsets, and no browser does.
_NO_CHARSETS = frozenset("idna punycode raw-unicode-escape undefined unicode-escape utf-7".split())
# Supersets: pages say gb2312 and use more.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "ascii": "utf-8"}
# GB 18030 and Big5 read each other's bytes without complaint. What is read rightly is full of these, the commonest
# characters of either script (4 to 15 % of saved pages); what is not has hardly any.
_TWINS = {"gb18030": "big5hkscs", "big5hkscs": "gb18030"}
_COMMON, _FEW, _MANY = "的一是在不了有和人中大上以要地出", 0.01, 0.03
_HAN = re.compile("[\u3400-\u9fff]")
# Bytes that no encoding of Chinese uses inside a character, and the same in text that two-byte units were read from.
_CONTROLS = bytes([*range(9), 11, *range(14, 32), 127])
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.05
# Text in Latin letters, markup included, has so many zeros among the upper bytes of UTF-16.
_ZEROS = 0.5
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
# What extraction itself puts into markup as marks; see fragment.py.
_NONCHARACTERS = "\ufdd0\ufdd1"
_FORMATS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"BM6",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)


def decode(data: bytes, content_type: str = "") -> str:
    """The text of the bytes, without byte order mark and control characters.

    UTF-8 that decodes whole is taken as such whatever is declared, for nothing else looks like it by chance.
    Raises ExtractionError: empty, not_text, garbled.
    """
    if not data.strip():
        raise ExtractionError("empty")
    text = _by_mark(data)
    if text is None:
        text = _by_units(data)
    if text is None:
        if _is_binary(data):
            raise ExtractionError("not_text")
        data = data.translate(None, _CONTROLS)
        text = _by_escapes(data) or _strictly(data, "utf-8") or read_mixed(data) or _by_candidates(data, content_type)
    text = undone(text, _reads_as_chinese)
    if text is None:
        raise ExtractionError("garbled")
    for noncharacter in _NONCHARACTERS:
        text = text.replace(noncharacter, "")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise ExtractionError("empty")
    return text


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _CONTROL.sub("", data[len(mark) :].decode(encoding, "replace"))
    return None


def _by_units(data: bytes) -> str | None:
    """UTF-16 that does not say so: what is not has no common characters when it is read in units of two bytes, and no
    zero in every second byte."""
    sample = data[:_SAMPLE]
    if data.startswith(_FORMATS) or (b"\0" not in sample and _strictly(data, "utf-8") is not None):
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if b"\0" not in sample and not _reads_as_chinese(data[:_HEAD].decode(encoding, "replace")):
            continue
        text = _strictly(data[: len(data) // 2 * 2], encoding)
        if not text or len(_CONTROL.findall(text)) > len(text) * _TOLERATED:
            continue
        if _reads_as_chinese(text) or zeros.count(0) > len(zeros) * _ZEROS:
            return _CONTROL.sub("", text)
    return None


def _by_escapes(data: bytes) -> str | None:
    """HZ: seven bits, with Chinese between ~{ and ~}."""
    if not data.isascii() or not _HZ.search(data):
        return None
    text = data.decode("hz", "replace")
    return text if _reads_as_chinese(text) else None


def _reads_as_chinese(text: str) -> bool:
    return _commonness(text) > _MANY


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_candidates(data: bytes, content_type: str) -> str:
    """The first of declared, UTF-8, GB 18030 and Big5 with hardly a damaged byte; else what detection says."""
    for encoding in (*_declared(data, content_type), "utf-8", "gb18030", "big5hkscs"):
        text = _tolerantly(data, encoding)
        if text is not None:
            return _twin(data, encoding) or text if _commonness(text) < _FEW else text
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise ExtractionError("not_text")
    return data.decode(best.encoding, "replace")


def _twin(data: bytes, encoding: str) -> str | None:
    """The text in the encoding that this one is mistaken for, where it reads as Chinese."""
    text = _tolerantly(data, _TWINS[encoding]) if encoding in _TWINS else None
    return text if text and _commonness(text) > _MANY else None


def _commonness(text: str) -> float:
    """The share of the commonest characters among the Chinese ones."""
    return sum(map(text.count, _COMMON)) / max(1, len(_HAN.findall(text)))


def _declared(data: bytes, content_type: str) -> list[str]:
    found = [*_DECLARED.findall(content_type.encode("ascii", "ignore")), *_DECLARED.findall(data[:_HEAD])]
    names = [name.decode("ascii").lower() for name in found]
    return [_WIDER.get(name, name) for name in names]


def _tolerantly(data: bytes, encoding: str) -> str | None:
    try:
        charset = codecs.lookup(encoding).name.replace("_", "-")
        text = "" if charset in _NO_CHARSETS else data.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text and text.count("\ufffd") <= len(data) * _TOLERATED else None


def _is_binary(data: bytes) -> bool:
    """Control characters are rare in text, damaged or not; images and archives are full of them."""
    if data.startswith(_FORMATS):
        return True
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * _MOST_CONTROLS and not any(data.startswith(mark) for mark, _ in _MARKS)
