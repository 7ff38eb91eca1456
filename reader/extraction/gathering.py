"""Paragraphs beside the container that look like its own: pages set an article in two boxes, or leave one open."""

from collections.abc import Iterable

from lxml.etree import _Element

from reader.extraction.boilerplate import rule_of
from reader.extraction.scoring import is_unlikely
from reader.extraction.survey import Area, Line, Survey

# One line of anything else may stand between. Costs: a paragraph of the site's own right below the text, in an element
# like the text's, is left in it.
_GAP = 1


def gather(page: Survey, container: Area, title_end: int) -> bool:
    """Move into the container the paragraphs above, up to the title, and below it that are of the look of most of its
    own; whether there were any. The survey then no longer fits the tree."""
    look = _common_look(page, container)
    above = _beside(page, range(container.first - 1, title_end - 1, -1), look) if title_end <= container.first else []
    below = _beside(page, range(container.end, len(page.lines)), look)
    for node in above:
        container.node.insert(0, node)
        node.tail, container.node.text = container.node.text, None
    for node in below:
        container.node.append(node)
    return bool(above or below)


def _beside(page: Survey, places: Iterable[int], look: tuple[str, str]) -> list[_Element]:
    """The elements of the paragraphs, the nearest first."""
    found, passed = [], 0
    for at in places:
        line = page.lines[at]
        if rule_of(line.text):
            break
        if _is_own(page, line, look):
            found.append(page.areas[line.area].node)
            passed = 0
        elif passed == _GAP:
            break
        else:
            passed += 1
    return found


def _is_own(page: Survey, line: Line, look: tuple[str, str]) -> bool:
    area = page.areas[line.area]
    alone = area.end - area.first == 1 and not (area.node.tail or "").strip()
    return line.prose and alone and not line.linked and _look(area) == look and not is_unlikely(page, line.area, {})


def _common_look(page: Survey, container: Area) -> tuple[str, str]:
    looks = [_look(page.areas[line.area]) for line in page.lines[container.first : container.end] if line.prose]
    return max(set(looks), key=looks.count, default=("", ""))


def _look(area: Area) -> tuple[str, str]:
    return str(area.node.tag), area.node.get("class") or ""
