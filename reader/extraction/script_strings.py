"""What the scripts of a page say in so many words: keys with strings, in JSON or in a script's own notation."""

import html
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

# A key, quoted or not, and a string in any of the three quotes, bare or in calls: JsDecode('…'), unescape(atob("…"));
# or a time in seconds or milliseconds since 1970.
# Possessive quantifiers keep a broken string from costing quadratic time.
_SAID = re.compile(
    r"""(?<![\w$])["']?(?P<key>[A-Za-z_$][\w$]{0,40}+)["']?\s{0,4}[:=]\s{0,4}(?P<call>(?:[\w.$]{1,30}\(){1,4}+)?"""
    r"""(?:(?P<number>1\d{9}(?:\d{3})?)(?![\w.])|"(?P<double>(?:[^"\\\n]|\\.|\\\n)*+)"|'(?P<single>(?:[^'\\\n]|\\.|\\\n)*+)'|`(?P<back>(?:[^`\\]|\\.)*+)`)""",
    re.DOTALL,
)
# A list of strings under one key: each is a paragraph.
_LISTED = re.compile(
    r"""(?<![\w$])["']?(?P<key>[A-Za-z_$][\w$]{0,40}+)["']?\s{0,4}:\s{0,4}\[\s*+"""
    r"""(?P<list>(?:(?:"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')\s*+,?\s*+)++)\]"""
)
_ITEM = re.compile(r""""((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'""")
_STRING = re.compile(r""""((?:[^"\\\n]|\\.)*+)"|'((?:[^'\\\n]|\\.)*+)'|`((?:[^`\\]|\\.)*+)`""", re.DOTALL)
_SHORT = 20
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|(\r?\n)|(.))", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": ""}
_CODED = re.compile(r"base64|atob", re.IGNORECASE)
_PERCENT = re.compile(r"(?:decodeURI|unescape)")
_SOURCE = re.compile(r"&lt;(?:p|br|div|section)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """`key: "value"`, the value as a browser would have it; `at` is its place in the script."""

    key: str
    value: str
    at: int


def said_in(script: str) -> Iterator[Said]:
    """In order. Markup whose signs are entities is read once more; a string that is itself data is opened."""
    for match in _SAID.finditer(script):
        value = match["number"] or _value(_written(match), match["call"] or "")
        yield Said(match["key"], value, match.start())
        if value[:1] in ("{", "[") and len(value) > len(match["key"]):
            yield from (Said(one.key, one.value, match.start()) for one in _flat(value))
    for match in _LISTED.finditer(script):
        for item in _ITEM.finditer(match["list"]):
            yield Said(match["key"], _value(item[1] or item[2] or "", ""), match.start())


def strings_in(script: str) -> Iterator[str]:
    """Every string of the script that is long enough for a sentence, whatever it is called or handed to."""
    for match in _STRING.finditer(script):
        written = match[1] or match[2] or match[3] or ""
        if len(written) > _SHORT:
            yield _value(written, "")


def _flat(script: str) -> Iterator[Said]:
    """Strings of data inside a string; deeper ones stay closed."""
    for match in _SAID.finditer(script):
        yield Said(match["key"], match["number"] or _value(_written(match), ""), match.start())


def _written(match: re.Match[str]) -> str:
    return match["double"] or match["single"] or match["back"] or ""


def _value(written: str, call: str) -> str:
    value = unescaped(written) if "\\" in written else written
    if _CODED.search(call):
        value = _decoded(value)
    if _PERCENT.search(call):
        value = unquote(value)
    return html.unescape(value) if _SOURCE.search(value) else value


def _decoded(value: str) -> str:
    """What a script's Base64 says in UTF-8; the value itself where it is none."""
    try:
        return b64decode(value, validate=True).decode("utf-8")
    except ValueError:
        return value


def unescaped(written: str) -> str:
    """A script's string as it is meant; halves of a surrogate pair are joined."""
    text = _ESCAPE.sub(_sign, written)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _sign(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else ""
    return "" if match[4] else _NAMED.get(match[5], match[5])
