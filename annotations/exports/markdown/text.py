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
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_IN_ADDRESS = re.compile(r"[\\`*\[\]$^|{}()~]|(?<==)=|=(?==)|(?<=%)%|%(?=%)")
_TAG = re.compile(r"[^\w\-]+")


def inline(text: str) -> str:
    """The text on one line, every character shown as itself; web addresses stay addresses."""
    return _escaped(" ".join(_UNPRINTABLE.sub("", text).split()))


def paragraphs(text: str) -> list[str]:
    """The text's lines, each to stand as a paragraph of its own; blank ones are left out."""
    lines = (line.strip(" \t") for line in _UNPRINTABLE.sub("", text).splitlines())
    return [_escaped(line) for line in lines if line]


def quotation(text: str) -> str:
    """The text as one block quotation."""
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs(text)) or ">"


def link(label: str, address: str) -> str:
    """A link, or the label alone when the address is not of the web."""
    address = _UNPRINTABLE.sub("", address).strip()
    if not re.match(r"https?://\S+$", address):
        return inline(label)
    return f"[{inline(label)}](<{address.translate({60: '%3C', 62: '%3E', 92: '%5C'})}>)"


def tag(path: tuple[str, ...]) -> str:
    """A theme as a nested Obsidian tag: #主题/子主题. Characters a tag cannot hold become hyphens."""
    names = [_TAG.sub("-", name).strip("-") or "-" for name in path]
    joined = "/".join(names)
    return f"#{joined}" if re.search(r"[^\d/]", joined) else f"#_{joined}"


def scalar(text: str) -> str:
    """A YAML string in double quotes, on one line."""
    quoted = json.dumps(_UNPRINTABLE.sub("", text), ensure_ascii=False)
    return re.sub(r"[\x85\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _escaped(line: str) -> str:
    shown, last = [], 0
    for address in _ADDRESS.finditer(line):
        shown += [_INLINE.sub(r"\\\g<0>", line[last : address.start()]), _encoded(address[0])]
        last = address.end()
    return _BLOCK.sub(_inert, "".join([*shown, _INLINE.sub(r"\\\g<0>", line[last:])]))


def _encoded(address: str) -> str:
    return _IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)


def _inert(start: re.Match[str]) -> str:
    return f"\\{start[1]}" if start[1] else f"{start[2]}\\{start[3]}"
