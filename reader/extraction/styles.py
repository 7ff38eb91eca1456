"""The little of CSS that decides what is text: lines kept as written, and letters of no size, fed to scrapers."""

import re

from lxml.etree import _Element

PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_SIZE = re.compile(
    r"font-size\s*:\s*0(?:\.0+)?(?:px|r?em|pt|%)?\s*(?:!\s*important\s*)?(?:;|$|(?=}))", re.IGNORECASE
)
_EITHER = re.compile(f"(?:{PRE.pattern})|(?:{_NO_SIZE.pattern})", re.IGNORECASE)
# A rule on one class or id; anything longer depends on where the element stands.
_SELECTOR = re.compile(r"\s*(?P<name>[.#][\w-]+)\s*")
# So far before a declaration its rule begins, so far before that the one before has ended.
_RULE = 1000


def apply_sheets(root: _Element) -> None:
    """Write into the elements' own styles what the page's sheets say of lines kept as written and of no size."""
    said: dict[str, str] = {}
    for sheet in root.iter("style"):
        said.update(_declarations(sheet.text or ""))
    for node in root.iter("*") if said else ():
        names = [f".{name}" for name in (node.get("class") or "").split()] + [f"#{node.get('id')}"]
        if declared := [said[name] for name in names if name in said]:
            node.set("style", ";".join([*declared, node.get("style") or ""]))


def _declarations(text: str) -> dict[str, str]:
    """Selector → declaration, of the rules that matter."""
    found: dict[str, str] = {}
    for match in _EITHER.finditer(text) if "white-space" in text or "font-size" in text else ():
        opening = text.rfind("{", max(0, match.start() - _RULE), match.start())
        rule = text[max(0, opening - _RULE) : max(0, opening)]
        if selector := _SELECTOR.fullmatch(rule[max(rule.rfind("}"), rule.rfind(",")) + 1 :]):
            found[selector["name"]] = match[0].strip("; ")
    return found


def has_no_size(node: _Element, style: str) -> bool:
    """Whether the letters in it cannot be seen. What holds anything with a class or a size of its own can: to set gaps
    to nothing is a usual trick of layout."""
    if "font-size" not in style or not _NO_SIZE.search(style):
        return False
    return not any(inner.get("class") or "font" in (inner.get("style") or "") for inner in node.iterdescendants("*"))


def keeps_lines(node: _Element, style: str) -> bool:
    """Whether the element has lines of its own, though it stands in one. Only its own text is looked at: spans nest
    without end."""
    if "white-space" not in style or not PRE.search(style):
        return False
    return any("\n" in (text or "").strip() for text in (node.text, *(child.tail for child in node)))
