"""The little of CSS that decides what is text: lines kept as written, and letters of no size, fed to scrapers."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_SIZE = re.compile(
    r"font-size\s*:\s*0(?:\.0+)?(?:px|r?em|pt|%)?\s*(?:!\s*important\s*)?(?:;|$|(?=}))", re.IGNORECASE
)
# A rule on one class or id; anything longer depends on where the element stands.
_RULE = re.compile(r"(?:^|[}\s,])(?P<sign>[.#])(?P<name>[\w-]+)\s*\{(?P<body>[^{}]*)\}")


def apply_styles(root: _Element) -> None:
    """Mark what the page's styles say: `hidden` on letters of no size, `style` on lines kept as they are written.

    A piece of a line that keeps its own lines becomes a block. What holds anything with a class or a size of its own is
    not hidden: to set gaps to nothing is a usual trick of layout.
    """
    for node, body in _rules(root):
        if PRE.search(body):
            node.set("style", "white-space:pre;" + (node.get("style") or ""))
        elif _NO_SIZE.search(body):
            _hide(node)
    for node in root.xpath("//*[contains(@style, 'font-size')][contains(@style, '0')]"):
        if _NO_SIZE.search(node.get("style")):
            _hide(node)
    for node in root.xpath("//span[contains(@style, 'white-space')]"):
        if PRE.search(node.get("style")) and "\n" in "".join(node.itertext()).strip():
            node.tag = "div"


def _hide(node: _Element) -> None:
    if not any(inner.get("class") or "font" in (inner.get("style") or "") for inner in node.iterdescendants("*")):
        node.set("hidden", "")


def _rules(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The elements of each rule that may matter, with its declarations."""
    for sheet in root.iter("style"):
        for rule in _RULE.finditer(sheet.text or ""):
            if PRE.search(rule["body"]) or _NO_SIZE.search(rule["body"]):
                attribute = "id" if rule["sign"] == "#" else "class"
                for node in root.xpath(f"//*[contains(@{attribute}, $name)]", name=rule["name"]):
                    if rule["name"] in node.get(attribute).split():
                        yield node, rule["body"]
