"""The little of CSS that decides what is text: lines kept as written, and letters of no size, fed to scrapers."""

import re

from lxml.etree import _Element

PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_SIZE = re.compile(
    r"font-size\s*:\s*0(?:\.0+)?(?:px|r?em|pt|%)?\s*(?:!\s*important\s*)?(?:;|$|(?=}))", re.IGNORECASE
)
_EITHER = re.compile(f"(?:{PRE.pattern})|(?:{_NO_SIZE.pattern})", re.IGNORECASE)
# A rule on one class or id; anything longer depends on where the element stands.
_SELECTOR = re.compile(r"\s*(?P<sign>[.#])(?P<name>[\w-]+)\s*")


def apply_sheets(root: _Element) -> None:
    """Write into the elements' own styles what the page's sheets say of lines kept as written and of no size."""
    for sheet in root.iter("style"):
        text = sheet.text or ""
        for found in _EITHER.finditer(text) if "white-space" in text or "font-size" in text else ():
            opening = text.rfind("{", 0, found.start())
            rule = text[max(text.rfind("}", 0, opening), text.rfind(",", 0, opening)) + 1 : opening]
            if selector := _SELECTOR.fullmatch(rule):
                _write(root, selector["sign"], selector["name"], found[0].strip("; "))


def _write(root: _Element, sign: str, name: str, declaration: str) -> None:
    attribute = "id" if sign == "#" else "class"
    for node in root.xpath(f"//*[contains(@{attribute}, $name)]", name=name):
        if name in node.get(attribute).split():
            node.set("style", f"{declaration};{node.get('style') or ''}")


def has_no_size(node: _Element, style: str) -> bool:
    """Whether the letters in it cannot be seen. What holds anything with a class or a size of its own can: to set gaps
    to nothing is a usual trick of layout."""
    if "font-size" not in style or not _NO_SIZE.search(style):
        return False
    return not any(inner.get("class") or "font" in (inner.get("style") or "") for inner in node.iterdescendants("*"))


def keeps_lines(node: _Element, style: str) -> bool:
    """Whether the element has lines of its own, though it stands in one."""
    return "white-space" in style and bool(PRE.search(style)) and "\n" in "".join(node.itertext()).strip()
