"""The little of CSS that decides what is text: lines kept as written, and letters of no size, fed to scrapers."""

import re

from lxml.etree import _Element

PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
# font-size:0, font:0/0 a. A pixel or less, and what stands far outside the page, are as little seen; so are letters
# without colour, for whatever else is done with them.
_NO_SIZE = re.compile(
    r"(?:font-size\s*:\s*(?:0(?:\.\d+)?\s*(?:px|pt)?|1\s*px|0(?:\.0+)?(?:r?em|%|vw|vh))|font\s*:\s*0(?:px)?\s*/[^;}]*)"
    r"\s*(?:!\s*important\s*)?(?:;|$|(?=}))",
    re.IGNORECASE,
)
# Of a piece of a line only: a whole container may be shown by a script later, as WeChat's is.
_NOT_SHOWN = re.compile(
    r"(?:^|[;\s])(?:opacity\s*:\s*0(?:\.0+)?|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}px)\s*(?:!\s*important\s*)?(?:;|$)",
    re.IGNORECASE,
)
_EITHER = re.compile(f"(?:{PRE.pattern})|(?:{_NO_SIZE.pattern})", re.IGNORECASE)
# A rule on one class or id, of any element or of one; anything longer depends on where the element stands.
_SELECTOR = re.compile(r"\s*(?:(?:body|div|p|section|article)[\s>]+)*(?P<name>[a-z]*[.#][\w-]+)\s*")
# So far before a declaration its rule begins, so far before that the one before has ended.
_RULE = 1000
_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|table)\s*(?:!|;|$)", re.IGNORECASE)
_PIECES = frozenset("b em font i q s small span strong sub sup u".split())


def apply_sheets(root: _Element) -> None:
    """Write into the elements' own styles what the page's sheets say of lines kept as written and of no size."""
    said: dict[str, str] = {}
    for sheet in root.iter("style"):
        if "print" not in (sheet.get("media") or ""):
            said.update(_declarations(sheet.text or ""))
    bare = {name[max(name.find("."), name.find("#")) :] for name in said}
    for node in root.xpath("//*[@class or @id]") if said else ():
        names = [f".{name}" for name in (node.get("class") or "").split()] + [f"#{node.get('id')}"]
        if bare.isdisjoint(names):
            continue
        names += [f"{node.tag}{name}" for name in names]
        if declared := [said[name] for name in names if name in said]:
            node.set("style", ";".join([*declared, node.get("style") or ""]))


def _declarations(text: str) -> dict[str, str]:
    """Selector → declaration, of the rules that matter."""
    found: dict[str, str] = {}
    for match in _EITHER.finditer(text) if "white-space" in text or "font" in text else ():
        opening = text.rfind("{", max(0, match.start() - _RULE), match.start())
        rule = text[max(0, opening - _RULE) : max(0, opening)]
        for selector in rule[rule.rfind("}") + 1 :].split(","):
            if one := _SELECTOR.fullmatch(selector):
                found[one["name"]] = match[0].strip("; ")
    return found


def is_unreadable(node: _Element, style: str) -> bool:
    """Whether the letters in it cannot be seen: of no size, or a piece of a line that is made invisible.

    What holds anything with a class or a size of its own can: to set gaps to nothing is a usual trick of layout.
    """
    lowered = style.lower()
    if "font" in lowered and _NO_SIZE.search(lowered):
        return not any(
            inner.get("class") or "font" in (inner.get("style") or "") for inner in node.iterdescendants("*")
        )
    return node.tag in _PIECES and not len(node) and _stands_in_a_line(node) and bool(_NOT_SHOWN.search(lowered))


def _stands_in_a_line(node: _Element) -> bool:
    before = node.getprevious()
    beside = node.getparent().text if before is None else before.tail
    return bool((node.tail or "").strip() or (beside or "").strip())


def keeps_lines(node: _Element, style: str) -> bool:
    """Whether the element has lines of its own, though it stands in one. Only its own text is looked at: spans nest
    without end."""
    if "white-space" not in style or not PRE.search(style):
        return False
    return any("\n" in (text or "").strip() for text in (node.text, *(child.tail for child in node)))


def is_block(style: str) -> bool:
    return "display" in style and bool(_BLOCK.search(style))
