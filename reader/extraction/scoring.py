"""Finding the article in a page nobody wrote a rule for: the container whose own paragraphs read like prose."""

import re

from lxml.html import HtmlElement

# Chinese prose has a mark every ten characters or so; lists of headlines have hardly any.
_MARKS = re.compile("[，。；：！？、“”]")
_PARAGRAPHS = "p", "div", "section", "article", "td", "li", "blockquote", "span", "font"
_LONG = 15
# What a parent gets of its paragraphs' points, and its parent of those: articles split in two stay whole.
_PARENT, _GRANDPARENT = 1.0, 0.5
_UNLIKELY = re.compile(
    r"comment|footer|foot\b|sidebar|\bside\b|related|relRead|recommend|hot|rank|nav\b|menu|share|copyright|breadcrumb",
    re.IGNORECASE,
)
_ENOUGH = 1.0


def best_container(tree: HtmlElement) -> HtmlElement | None:
    """The element with most points, or None when none has enough of them to be an article."""
    points: dict[HtmlElement, float] = {}
    for element in tree.iter(*_PARAGRAPHS):
        text = _own_text(element)
        if len(text) < _LONG:
            continue
        worth = _worth(element, text)
        parent = element.getparent()
        for ancestor, share in ((parent, _PARENT), (parent.getparent() if parent is not None else None, _GRANDPARENT)):
            if ancestor is not None:
                points[ancestor] = points.get(ancestor, 0) + worth * share
    best = max(points, key=lambda element: points[element] * (1 - _link_density(element)), default=None)
    return best if best is not None and points[best] >= _ENOUGH else None


def _own_text(element: HtmlElement) -> str:
    """The text of the element and its inline children, not of blocks inside it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in ("a", "b", "strong", "em", "i", "u", "span", "font", "br", "sup", "sub"):
            pieces.append(child.text_content() if child.tag != "br" else "")
        pieces.append(child.tail or "")
    return "".join(pieces).strip()


def _worth(element: HtmlElement, text: str) -> float:
    """Length counts, up to a paragraph's; marks count more. Links and unlikely names take it away."""
    marks = len(_MARKS.findall(text))
    worth = (min(len(text), 300) / 100 + min(marks, 15) / 5) * (1 - _link_density(element))
    return worth * (0.1 if _is_unlikely(element) else 1.0) * (1.0 if marks else 0.2)


def _link_density(element: HtmlElement) -> float:
    whole = len("".join(element.itertext()).strip()) or 1
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return min(1.0, linked / whole)


def _is_unlikely(element: HtmlElement) -> bool:
    chain = [element, *element.iterancestors()][:4]
    return any(_UNLIKELY.search(f"{node.get('id') or ''} {node.get('class') or ''}") for node in chain)
