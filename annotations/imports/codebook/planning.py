"""What a file would make of a codebook: themes made, changed, left as they are, refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from annotations.imports.codebook.document import SAID, Code, Path
from annotations.imports.codebook.fitting import Note, fitted

Kind = Literal["create", "change", "same", "refuse"]
KINDS: tuple[Kind, ...] = ("create", "change", "same", "refuse")


@dataclass(frozen=True)
class Difference:
    """A field that the file says otherwise."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Step:
    """What becomes of one code of the file."""

    kind: Kind
    path: Path
    code: Code
    notes: tuple[Note, ...] = ()
    differences: tuple[Difference, ...] = ()


def plan(existing: Mapping[Path, Code], codes: Sequence[Code]) -> list[Step]:
    """A step for each code of the file, parents first. What the file leaves empty stays as it is."""
    steps = []
    for one in fitted(codes):
        if one.refused:
            steps.append(Step("refuse", one.path or (one.code.name,), one.code, one.notes))
        elif one.path not in existing:
            steps.append(Step("create", one.path, one.code, one.notes))
        else:
            differences = _differences(existing[one.path], one.code)
            steps.append(Step("change" if differences else "same", one.path, one.code, one.notes, differences))
    return steps


def _differences(before: Code, after: Code) -> tuple[Difference, ...]:
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in SAID]
    return tuple(Difference(name, old, new) for name, old, new in pairs if new and new != old)
