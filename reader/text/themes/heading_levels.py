"""The headings of a text, for its outline: the same lines that its themes are found by."""

from collections.abc import Mapping, Sequence

from reader.text.themes.apparatus import apparatus
from reader.text.themes.outline import Part, outline

# What stands in captions, tables, quotations and notes is no heading, and states none of the article's themes.
STATING = ("heading", "paragraph", "list")
# Where a line that cleaning did not know as a heading stands at the top.
_TOP = 2


def heading_levels(title: str, paragraphs: Sequence[str], levels: Mapping[int, int] | None = None) -> dict[int, int]:
    """The level of every paragraph that is a heading: of those that are known (`levels`) their own, of others by how
    deep they are nested."""
    found: dict[int, int] = {}
    _gather(outline(title, paragraphs, apparatus(paragraphs), levels), _TOP, found)
    return found | dict(levels or {})


def _gather(part: Part, level: int, found: dict[int, int]) -> None:
    for below in part.parts:
        if below.entry and below.entry.lead.kind == "heading":
            found[below.start] = level
        _gather(below, level + 1, found)
