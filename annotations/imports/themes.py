"""The themes that notes name, each fitted to what a codebook can hold, and none of them made one with another."""

from typing import Any

from annotations.imports.codebook.description import parts
from annotations.imports.codebook.document import ROOT
from annotations.imports.codebook.document import Code as Entry
from annotations.imports.codebook.fitting import Fitted, fitted
from annotations.imports.document import Code, Notes, Path
from annotations.naming import tidy

UNNAMED = "未命名"


def fitted_themes(notes: Notes) -> dict[Path, Fitted]:
    """Every path the notes name, and those above it, by its tidy form: the place and the entry it gets."""
    said = {tidy_path(code.path): code for code in notes.codes}
    named = [*said, *(tidy_path(path) for passage in notes.passages for path in passage.themes)]
    named += [tidy_path(memo.theme) for memo in notes.memos]
    paths = list(dict.fromkeys(path[:depth] for path in named for depth in range(1, len(path) + 1)))
    places = {path: place for place, path in enumerate(paths)}
    entries = [_entry(path, places.get(path[:-1], ROOT), said.get(path)) for path in paths]
    return dict(zip(paths, fitted(entries, apart=True), strict=True))


def tidy_path(path: Path) -> Path:
    return tuple(tidy(name) or UNNAMED for name in path)


def _entry(path: Path, parent: int, code: Code | None) -> Entry:
    """A description is written as a codebook's is."""
    said: dict[str, Any] = parts(code.definition) if code else {}
    return Entry(path[-1], parent, colour=code.colour if code else "", **said)
