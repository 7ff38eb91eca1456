"""The markers of an HTML list's items, as browsers draw them, and how deep the lists lie."""

from dataclasses import dataclass
from typing import Any

from reader.extraction.counting import numeral

_BULLET = "•"
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NAMES = frozenset({"ol", "ul", "menu", "dir"})


@dataclass(slots=True)
class _List:
    form: str
    count: int


class Lists:
    """Told of each element as it opens and closes. A marker is given once, to its item's first line."""

    def __init__(self) -> None:
        self._open: list[_List] = []
        self._marker = ""

    def open(self, name: str, node: Any) -> None:
        if name in _NAMES:
            form = _FORMS.get(node.get("type") or "", "decimal") if name == "ol" else ""
            self._open.append(_List(form, _whole(node.get("start"), 1) - 1))
        elif name == "li":
            self._marker = self._next(node)

    def close(self, name: str) -> None:
        if name in _NAMES and self._open:
            self._open.pop()

    @property
    def level(self) -> int:
        return max(0, len(self._open) - 1)

    def marker(self, text: str) -> str:
        """ "" where the line is not its item's first, or says the marker itself."""
        marker, self._marker = self._marker, ""
        return "" if text.startswith(marker.rstrip(".")) and marker != _BULLET else marker

    def _next(self, node: Any) -> str:
        if not self._open or not self._open[-1].form:
            return _BULLET
        one = self._open[-1]
        one.count = _whole(node.get("value"), one.count + 1)
        return f"{numeral(one.count, one.form)}."


def _whole(said: str | None, otherwise: int) -> int:
    plain = (said or "").strip()
    return int(plain) if plain.lstrip("-").isdigit() and plain.isascii() and len(plain) < 9 else otherwise
