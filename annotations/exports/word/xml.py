"""The elements of WordprocessingML that the Word format is made of, each by one small function.

python-docx's own objects look the tree through again for every paragraph, run and comment they add; ten thousand
notes need plain elements.
"""

import re

from lxml.etree import SubElement, _Element

from annotations.exports.characters import legal

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# A day's hyphens; an address that has such days in it stays as it is copied.
_DAY_HYPHEN = re.compile(
    r"""(?<=(?<![\w/.=-])\d{4}) - (?=\d\d-\d\d(?![\w/=-])) | (?<=(?<![\w/.=-])\d{4}-\d\d) - (?=\d\d(?![\w/=-]))""",
    re.VERBOSE | re.ASCII,
)
_BREAKS = re.compile(r"(\t|\r\n|[\n\r\x85\u2028\u2029])")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    """A new last child, its attributes in the same namespace as its name."""
    child = SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), value)
    return child


def paragraph(parent: _Element, style: str) -> _Element:
    created = add(parent, "p")
    add(add(created, "pPr"), "pStyle", val=style)
    return created


def properties(of: _Element) -> _Element:
    """A paragraph's properties, where its own formatting goes in the schema's order."""
    return of[0]


def run(
    parent: _Element,
    text: str,
    *,
    style: str = "",
    bold: bool = False,
    colour: str = "",
    fill: str = "",
    line: str = "",
    dated: bool = False,
    dotted: bool = False,
) -> _Element:
    """Text in one format. `colour`, `fill` and `line` (underline) are six hexadecimal digits; what is `dotted` has dots
    of emphasis below. Days in `dated` text are
    not broken at their hyphens, which Word copies as hyphens of another kind: no quote is."""
    created = add(parent, "r")
    _format(add(created, "rPr"), style=style, bold=bold, colour=colour, fill=fill, line=line, dotted=dotted)
    for place, part in enumerate(_DAY_HYPHEN.split(text) if dated else [text]):
        if place:
            add(created, "noBreakHyphen")
        _letters(created, part)
    return created


def _format(letters: _Element, *, style: str, bold: bool, colour: str, fill: str, line: str, dotted: bool) -> None:
    """In the order in which the schema wants a run's properties."""
    if style:
        add(letters, "rStyle", val=style)
    # Chinese quotation marks are shared with Western fonts; the hint keeps them full-width.
    add(letters, "rFonts", hint="eastAsia")
    if bold:
        add(letters, "b")
    if colour:
        add(letters, "color", val=colour)
    if line:
        add(letters, "u", val="thick", color=line)
    if fill:
        add(letters, "shd", val="clear", color="auto", fill=fill)
    if dotted:
        add(letters, "em", val="underDot")


def link(parent: _Element, text: str, address: str) -> None:
    """A link to an address on the web, as a field: relationships are searched through for every new one."""
    target = legal(address).replace('"', "%22").replace("\\", "%5C")
    run(add(parent, "fldSimple", instr=f'HYPERLINK "{target}"'), text, style="Hyperlink")


def jump(parent: _Element, text: str, bookmark: str) -> None:
    """A link to a bookmark in the same file."""
    run(add(parent, "hyperlink", anchor=bookmark), text, style="Hyperlink")


def bookmark(parent: _Element, name: str, number: int) -> None:
    add(parent, "bookmarkStart", id=str(number), name=name)
    add(parent, "bookmarkEnd", id=str(number))


def _letters(created: _Element, text: str) -> None:
    for part in _BREAKS.split(legal(text)):
        if part == "\t":
            add(created, "tab")
        elif _BREAKS.fullmatch(part):
            add(created, "br")
        elif part:
            letters = add(created, "t")
            letters.text = part
            letters.set(_SPACE, "preserve")
