"""What a codebook cannot hold as it stands is fitted to it: every change is noted, so that a person can look at it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from annotations.imports.codebook.document import ROOT, TEXTS, Code, Path, tidy_text
from annotations.limits import DEPTH, NAME_LENGTH
from annotations.naming import tidy
from annotations.palette import PAPER, on_paper

TEXT_LENGTH = 5000
KEYWORDS = 50

_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
# Marks the sentences for the catalogue; the edges translate them.
_ = str

SENTENCES: dict[str, str] = {
    "no_name": _("没有名称，不收。"),
    "under_refused": _("上级没有收，也不收。"),
    "repeated": _("和前面的一条相同，不再收。"),
    "long": _("名称超过 %(limit)d 个字，截短；原名“%(name)s”写进定义。"),
    "deep": _("主题最多 %(limit)d 层，放到“%(above)s”下，与上级的名称连写。"),
    "twin": _("同一处已有同名的主题，改名为“%(name)s”，可以过后合并。"),
    "long_text": _("有一段文字超过 %(limit)d 个字，截短。"),
    "keywords": _("关键词太多或太长，只收前 %(limit)d 个不长的。"),
    "colour": _("颜色“%(colour)s”看不懂，另给一种。"),
    "painted": _("颜色 %(colour)s 不在色板里：记住它，用最相近的显示。"),
}


@dataclass(frozen=True)
class Note:
    """What was done to a code: a sentence and its parameters."""

    code: str
    parameters: dict[str, object] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return SENTENCES[self.code]


@dataclass(frozen=True)
class Fitted:
    """A code with the place it gets. A refused one has no place of its own; `path` is where it would have been."""

    path: Path
    code: Code
    notes: tuple[Note, ...] = ()
    refused: bool = False


def fitted(codes: Sequence[Code], *, apart: bool = False) -> list[Fitted]:
    """The codes in their order, which has parents before their children. `apart` are codes that passages hang on: no
    two of them are one, however alike they look."""
    found: list[Fitted] = []
    taken: dict[Path, Code] = {}
    for code in codes:
        above = found[code.parent] if code.parent != ROOT else None
        one = _fitted(code, above, taken, apart)
        found.append(one)
        if not one.refused:
            taken[one.path] = one.code
    return found


def _fitted(code: Code, above: Fitted | None, taken: dict[Path, Code], apart: bool) -> Fitted:
    if above and not above.path:
        return Fitted((), code, (Note("under_refused"),), refused=True)
    if not tidy(code.name):
        return Fitted((), code, (Note("no_name"),), refused=True)
    code, notes = _plain(replace(code, name=tidy(code.name)))
    path, placed = _placed(above.path if above else (), code.name)
    if not apart and path in taken and _says_no_more(code, taken[path]):
        return Fitted(path, code, (Note("repeated"),), refused=True)
    path, cut = _cut(path, taken)
    if cut and cut.code == "long":
        code = replace(code, definition=f"{cut.parameters['name']}\n{code.definition}".strip())
    return Fitted(path, code, tuple(note for note in (placed, cut, *notes) if note))


def _placed(above: Path, name: str) -> tuple[Path, Note | None]:
    """What lies too deep is joined with what it hangs under, as imports of notes do."""
    if len(above) < DEPTH:
        return (*above, name), None
    path = (*above[: DEPTH - 1], f"{above[DEPTH - 1]} / {name}")
    return path, Note("deep", {"limit": DEPTH, "above": above[DEPTH - 2]})


def _cut(path: Path, taken: dict[Path, Code]) -> tuple[Path, Note | None]:
    """The path with a name that is short enough and free."""
    *above, name = path
    short = name[:NAME_LENGTH].strip()
    number, free = 1, short
    while (*above, free) in taken:
        number += 1
        again = f"（{number}）"
        free = short[: NAME_LENGTH - len(again)] + again
    if short != name:
        return (*above, free), Note("long", {"limit": NAME_LENGTH, "name": name})
    return (*above, free), Note("twin", {"name": free}) if free != name else None


def _says_no_more(code: Code, other: Code) -> bool:
    """Whether all that it says is said by the other one of its name already."""
    said = {name: getattr(code, name) for name in (*TEXTS, "keywords", "colour") if getattr(code, name)}
    return all(getattr(other, name) == value for name, value in said.items())


def _plain(code: Code) -> tuple[Code, list[Note]]:
    """The entry as the codebook keeps it."""
    texts: dict[str, Any] = {name: tidy_text(getattr(code, name)) for name in TEXTS}
    short: dict[str, Any] = {name: text[:TEXT_LENGTH].strip() for name, text in texts.items()}
    words = tuple(word for word in code.keywords if len(word) <= NAME_LENGTH)[:KEYWORDS]
    colour = hexadecimal(code.colour)
    notes = [
        *([Note("long_text", {"limit": TEXT_LENGTH})] if short != texts else []),
        *([Note("keywords", {"limit": KEYWORDS})] if words != code.keywords else []),
        *([Note("colour", {"colour": code.colour[:20]})] if code.colour.strip() and not colour else []),
        *([Note("painted", {"colour": colour})] if colour and colour not in PAPER else []),
    ]
    return replace(code, keywords=words, colour=colour, **short), notes


def hexadecimal(colour: str) -> str:
    """A colour as #rrggbb, from that, #rgb, or a slot of the palette; empty where it is none."""
    said = colour.strip().lower()
    if said.isdecimal() and len(said) < 3 and 1 <= int(said) <= len(PAPER):
        return on_paper(int(said))
    found = _HEX.fullmatch(said)
    if not found:
        return ""
    digits = found[1]
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"
