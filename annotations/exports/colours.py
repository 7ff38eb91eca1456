"""Theme colours on paper."""

from annotations.exports.document import Document, Highlight

UNTAGGED = "#8a8072"
WASH = 0.22


def colours(document: Document, mark: Highlight) -> list[str]:
    """The colours of a highlight's themes as #rrggbb; a quiet brown for one without themes."""
    return [theme.hex for theme in document.themes_of(mark)] or [UNTAGGED]


def wash(colour: str, strength: float = WASH) -> str:
    """The colour as light as a marker on white paper, still as #rrggbb."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * strength):02x}" for channel in channels)
