"""The numbers Word draws before paragraphs: counted level by level, as its numbering part says."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml.etree import _Element

from reader.extraction.counting import numeral
from reader.extraction.formats.word.xml import W, flag, number, value

_LEVEL_SIGN = re.compile(r"%([1-9])")
# Symbol fonts draw their bullets in the private area; what they look like is a bullet.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"
_CLOSED = re.compile(r"[、。.．:：)）\]】　 ]$")


@dataclass(frozen=True, slots=True)
class Number:
    """What stands before the paragraph: a bullet, or a number with what parts it from the text."""

    text: str
    level: int
    bullet: bool = False
    suffix: str = "tab"

    def before(self, text: str) -> str:
        """The text with its number; a tab behind 一、 or 1. is none, unless figures or Latin letters follow."""
        if not self.text:
            return text
        if self.suffix == "nothing":
            return self.text + text
        if self.suffix == "space" or text[:1].isascii():
            return f"{self.text} {text}".strip()
        return self.text + ("" if _CLOSED.search(self.text) or not text else "\u3000") + text


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    style: str
    suffix: str


@dataclass
class _List:
    """A list that paragraphs belong to; several may count on in one `family`."""

    family: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """`next` is to be asked once for each paragraph, in order."""

    def __init__(self, root: _Element | None) -> None:
        self._families = {} if root is None else _families(root)
        self._lists = {} if root is None else dict(_lists(root, self._families))
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def level_of(self, list_id: str, style: str) -> int:
        """The level that paragraphs of the style have in the list."""
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def next(self, list_id: str, at: int) -> Number | None:
        """None where no list is so called."""
        one = self._lists.get(list_id)
        level = one.levels.get(at) if one else None
        if one is None or level is None:
            return None
        counts = self._counts[one.family]
        if at in one.starts and (list_id, at) not in self._begun:
            counts[at] = one.starts[at] - 1
        self._begun.add((list_id, at))
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [place for place in counts if place > at and _restarts(one.levels.get(place), at)]:
            del counts[deeper]
        if level.form == "bullet":
            return Number(_bullet(level.text), at, bullet=True)
        return Number(_written(one, level, counts), at, suffix=level.suffix)


def _restarts(level: _Level | None, above: int) -> bool:
    """A level begins anew after any level above it, or after those its w:lvlRestart says, counted from 1."""
    return level is None or level.restart is None or above < level.restart


def _bullet(text: str) -> str:
    return text.strip() if text.strip() and not _PRIVATE.search(text) and text.strip() not in "olnuqvØü" else _BULLET


def _written(one: _List, level: _Level, counts: dict[int, int]) -> str:
    def count(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        said = one.levels.get(at)
        if said is None or said.form in ("none", "bullet"):
            return ""
        return numeral(counts.get(at, said.start), "decimal" if level.legal else said.form)

    return _LEVEL_SIGN.sub(count, level.text).strip()


def _families(root: _Element) -> dict[str, dict[int, _Level]]:
    """The levels of each abstract list; one that only names a list style has that style's."""
    nodes = root.findall(f"{W}abstractNum")
    styled = {value(node, "styleLink"): node for node in nodes}
    found = {}
    for node in nodes:
        link = value(node, "numStyleLink")
        found[node.get(f"{W}abstractNumId", "")] = _levels(styled.get(link, node) if link else node)
    return found


def _levels(node: _Element) -> dict[int, _Level]:
    found = ((one.get(f"{W}ilvl", ""), one) for one in node.findall(f"{W}lvl"))
    return {int(at): _level(one) for at, one in found if at.isdigit() and len(at) == 1}


def _level(node: _Element) -> _Level:
    start = number(node, "start")
    return _Level(
        0 if start is None else start,
        value(node, "numFmt") or "decimal",
        value(node, "lvlText"),
        number(node, "lvlRestart"),
        bool(flag(node, "isLgl")),
        value(node, "pStyle"),
        value(node, "suff") or "tab",
    )


def _lists(root: _Element, families: dict[str, dict[int, _Level]]) -> list[tuple[str, _List]]:
    return [(node.get(f"{W}numId", ""), _list(node, families)) for node in root.findall(f"{W}num")]


def _list(node: _Element, families: dict[str, dict[int, _Level]]) -> _List:
    family = value(node, "abstractNumId")
    one = _List(family, dict(families.get(family, {})))
    for override in node.findall(f"{W}lvlOverride"):
        at = override.get(f"{W}ilvl", "")
        if not (at.isdigit() and len(at) == 1):
            continue
        if (own := override.find(f"{W}lvl")) is not None:
            one.levels[int(at)] = _level(own)
            one.starts[int(at)] = one.levels[int(at)].start
        if (start := number(override, "startOverride")) is not None:
            one.starts[int(at)] = start
    return one
