"""Text from outside as Markdown and YAML that show it as it is, in Obsidian and on GitHub alike."""

import json
import re

_ADDRESS = re.compile(r"https?://[^\s<>，。；：！？、“”‘’（）《》]+[^\s<>，。；：！？、“”‘’（）《》.,;:!?'\")\]]")
# What would open markup anywhere in a line: code, emphasis, tags, HTML, mathematics, comments, footnotes, links.
_INLINE = re.compile(
    r"""[\\`*~<>$^#]                      # always
    | (?<![^\W_])_ | _(?![^\W_])          # an underscore inside a word is none
    | &(?=\#?\w+;)                        # an entity
    | (?<==)= | (?<=%)%                   # Obsidian's ==marks== and %%comments%%
    | \[(?=[\[^!]) | \](?=[(\[:\]])       # wikilinks, footnotes, links, definitions
    """,
    re.VERBOSE,
)
# What would open a block at the start of a line.
_BLOCK = re.compile(r"^(?:([-+=|:])|(\d{1,9})([.)]))")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_IN_ADDRESS = re.compile(r"[\\`*\[\]$^|{}()~]|(?<==)=|=(?==)|(?<=%)%|%(?=%)")


def inline(text: str) -> str:
    """The text on one line, every character shown as itself; web addresses stay addresses."""
    return _escaped(" ".join(_UNPRINTABLE.sub("", text).split()))


def paragraphs(text: str) -> list[str]:
    """The text's lines, each to stand as a paragraph of its own; blank ones are left out."""
    lines = (line.strip(" \t") for line in _UNPRINTABLE.sub("", text).splitlines())
    return [_escaped(line) for line in lines if line]


def note(label: str, text: str) -> list[str]:
    """The label and a note's lines, as `paragraphs` has them; a list in the note stays one."""
    found: list[str] = []
    listing = False
    for line in filter(str.strip, _UNPRINTABLE.sub("", text).splitlines()):
        item = _ITEM.match(line)
        written = _item(item, line, nested=listing) if item else _escaped(line.strip(" \t"))
        if item and listing:
            found[-1] += f"\n{written}"
        else:
            found.append(written)
        listing = bool(item)
    first_is_item = bool(found) and bool(_ITEM.match(found[0]))
    return [label, *found] if first_is_item else [label + "".join(found[:1]), *found[1:]] if found else []


def _item(item: re.Match[str], line: str, *, nested: bool) -> str:
    """An item indented below another stays so; before the first item, an indent would open a block of code."""
    depth = item[1].replace("\t", "    ") if nested else ""
    return f"{depth}{item[2]} {_escaped(line[item.end() :].strip())}"


def quotation(text: str) -> str:
    """The text as one block quotation."""
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs(text)) or ">"


def link(label: str, address: str) -> str:
    """A link, or the label alone when the address is not of the web."""
    address = _UNPRINTABLE.sub("", address).strip()
    if not re.match(r"https?://\S+$", address):
        return inline(label)
    return f"[{inline(label)}](<{address.translate({60: '%3C', 62: '%3E', 92: '%5C'})}>)"


def scalar(text: str) -> str:
    """A YAML string in double quotes, on one line."""
    quoted = json.dumps(_UNPRINTABLE.sub("", text), ensure_ascii=False)
    return re.sub(r"[\x85\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _escaped(line: str) -> str:
    shown, last = [], 0
    for address in _ADDRESS.finditer(line):
        shown += [_INLINE.sub(r"\\\g<0>", line[last : address.start()]), _as_typed(address[0])]
        last = address.end()
    return _BLOCK.sub(_inert, "".join([*shown, _INLINE.sub(r"\\\g<0>", line[last:])]))


def _as_typed(address: str) -> str:
    """Between angle brackets an address needs no other signs than its own."""
    return f"<{address}>" if _IN_ADDRESS.search(address) else address


def _inert(start: re.Match[str]) -> str:
    return f"\\{start[1]}" if start[1] else f"{start[2]}\\{start[3]}"
