"""What a document's styles say of their paragraphs and runs, through the styles they are based on."""

import re
from dataclasses import dataclass, fields

from lxml.etree import _Element

from reader.extraction.formats.word.xml import W, flag, number, value

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
# A style that is based on itself, over others, would have no end.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """None: not spoken of. `outline` is a heading's level, from 1."""

    name: str | None = None
    outline: int | None = None
    numbered: str | None = None
    level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


class Styles:
    def __init__(self, root: _Element | None) -> None:
        nodes = root.findall(f"{W}style") if root is not None else []
        self._nodes = {node.get(f"{W}styleId", ""): node for node in nodes}
        ordinary = (
            name for name, node in self._nodes.items() if _is_default(node) and node.get(f"{W}type") == "paragraph"
        )
        self.ordinary = next(ordinary, "")
        self._known: dict[str, Style] = {}

    def of(self, name: str) -> Style:
        """The style of this id; one that is not defined says nothing but its name."""
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str) -> Style:
        found, base = Style(), name
        for _ in range(_DEEPEST):
            node = self._nodes.get(base)
            if node is None:
                break
            found = _filled(found, _own(node))
            base = value(node, "basedOn")
        return found if found.name is not None else _named(name)


def _is_default(node: _Element) -> bool:
    return node.get(f"{W}default", "0") in ("1", "true", "on")


def _own(node: _Element) -> Style:
    name = value(node, "name")
    outline = number(node, "pPr/outlineLvl")
    return Style(
        name,
        _named(name).outline if outline is None else outline + 1 if outline < 9 else 0,
        value(node, "pPr/numPr/numId") or None,
        number(node, "pPr/numPr/ilvl"),
        flag(node, "rPr/b"),
        flag(node, "rPr/i"),
        flag(node, "rPr/vanish"),
    )


def _named(name: str) -> Style:
    heading = _HEADING.match(name)
    return Style(name, int(heading[1]) if heading else None)


def _filled(found: Style, base: Style) -> Style:
    """What the style says, and what its base says of the rest."""
    said = [getattr(found, one.name) for one in fields(Style)]
    more = [getattr(base, one.name) for one in fields(Style)]
    return Style(*(more[at] if one is None else one for at, one in enumerate(said)))
