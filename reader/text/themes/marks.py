"""What numbers a line: in which style, and how far it has counted."""

import re
from dataclasses import dataclass

_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九十")}
_COUNT = "[一二三四五六七八九十]{1,3}"
_CIRCLED = re.compile("[①-⑳⑴-⒇㈠-㈩]")
# Number 0 follows whatever came before it in the series.
_WORDS = {"首先": 1, "其次": 2, "其实": 2}

FOLLOWS = 0


@dataclass(frozen=True, slots=True)
class Style:
    """`rank` tells which style holds which: 一、 before （一） before 1."""

    name: str
    rank: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Mark:
    style: Style
    number: int
    text: str


def _style(name: str, rank: float, pattern: str) -> Style:
    return Style(name, rank, re.compile(rf"\s*(?P<mark>{pattern})[，,、：:\s]*"))


STYLES = (
    _style("chapter", 0, rf"第(?P<number>{_COUNT})(?:章|篇|部分)"),
    _style("numeral", 1, rf"(?P<number>{_COUNT})[、.．]"),
    _style("bracketed", 3, rf"[（(](?P<number>{_COUNT})[）)]"),
    _style("digit", 4, r"(?P<number>\d{1,2})(?:[、.．](?!\d))"),
    _style("bracketed digit", 5, r"[（(]?(?P<number>\d{1,2})[）)]"),
    _style("circled", 5, r"(?P<number>[①-⑳⑴-⒇㈠-㈩])"),
    _style(
        "nth",
        6,
        rf"第(?P<number>{_COUNT})(?:个?(?:方面|点|步|问题|要求|希望|建议)|[件项个]事|(?=[，,、：:])|(?=[是要]))是?",
    ),
    _style("which", 7, rf"其(?P<number>{_COUNT})是?(?=[，,、：:要需应须]|是|$)"),
    _style("is", 7, rf"(?P<number>{_COUNT})(?:是|则|来(?=[，,])|(?=[要须]))"),
    _style("dash", 6.5, r"(?P<number>[—–-]{1,4})(?=.{8})"),
    _style("word", 8, r"(?P<number>首先|其次|其实(?=要)|再次|再者|最后|另外|此外)(?:是|(?=[，,、：:要需应须能还，]))"),
)


def mark_of(text: str) -> Mark | None:
    """The mark a line begins with, if any."""
    for style in STYLES:
        if found := style.pattern.match(text):
            return Mark(style, _value(found["number"]), found["mark"])
    return None


def in_words(count: int) -> str:
    """五, 十二, 两: as Chinese counts things; beyond 99 in digits."""
    if not 0 < count < 100:
        return str(count)
    if count == 2:
        return "两"
    signs = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(count))
    return signs if count < 10 else f"{signs[0].removeprefix('一')}十{signs[1].removeprefix('〇')}"


def without_mark(text: str) -> str:
    """What the line says after its mark."""
    mark = mark_of(text)
    return text[mark.style.pattern.match(text).end() :] if mark else text  # type: ignore[union-attr]


def _value(said: str) -> int:
    if said.isdecimal():
        return int(said)
    if _CIRCLED.match(said):
        return next(ord(said) - first + 1 for first in (0x3220, 0x2474, 0x2460) if ord(said) >= first)
    if said[0] not in _NUMERALS:
        return _WORDS.get(said, FOLLOWS)
    tens, ten, ones = said.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + (_NUMERALS.get(ones, 0) if ones else 0)
