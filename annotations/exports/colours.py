"""Which theme's colour lies over a stretch of text, and how light."""

from collections.abc import Sequence

from annotations.exports.document import Document, Highlight, Theme

UNTAGGED = "#8a8072"
WASH = 0.22


def shades(document: Document, marks: Sequence[Highlight]) -> list[Theme | None]:
    """The themes over a stretch, each once, the innermost mark's first; None, for untagged marks, comes last."""
    found = dict.fromkeys(theme for mark in reversed(marks) for theme in document.themes_of(mark) or (None,))
    return sorted(found, key=lambda theme: theme is None)


def colour(theme: Theme | None) -> str:
    """A theme's colour as #rrggbb; a quiet brown where there is no theme."""
    return theme.hex if theme else UNTAGGED


def wash(colour: str, strength: float = WASH) -> str:
    """The colour as light as a marker on white paper, still as #rrggbb."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * strength):02x}" for channel in channels)
