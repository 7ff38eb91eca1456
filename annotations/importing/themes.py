"""The themes that imported notes name, made where the codebook lacks them."""

from collections.abc import Iterable

from annotations.codebook import importing
from annotations.history.recording import Change
from annotations.imports import Notes
from annotations.imports.codebook.fitting import NAME_LENGTH, Fitted
from annotations.imports.document import Path
from annotations.imports.themes import fitted_themes, tidy_path
from annotations.models import Theme
from annotations.themes import making, queries
from reader.models import Project


class Themes:
    """The notes' themes, found or made with what the file says of them; `changes` tells which were made."""

    def __init__(self, project: Project, notes: Notes) -> None:
        self.project = project
        self._fitted = fitted_themes(notes)
        self.changes: list[Change] = []
        self._ids: dict[Path, int] = {}

    def make(self) -> None:
        """All of them, in the file's order."""
        self.of(self._fitted)

    def of(self, named: Iterable[Path]) -> tuple[int, ...]:
        """The ids of the themes of these paths, each once; those it lacks are made."""
        return tuple(dict.fromkeys(self._id(self.fitted(path)) for path in named if path))

    def fitted(self, path: Path) -> Fitted:
        return self._fitted[tidy_path(path)]

    def lacking(self) -> list[Path]:
        """The places of those that would have to be made."""
        places = dict.fromkeys(
            one.path[:depth] for one in self._fitted.values() for depth in range(1, len(one.path) + 1)
        )
        return [path for path in places if self._there(path) is None]

    def _there(self, path: Path) -> Theme | None:
        theme = None
        for name in path:
            theme = queries.sibling(self.project, theme.pk if theme else None, name)
            if theme is None:
                return None
        return theme

    def _id(self, one: Fitted) -> int:
        if one.path not in self._ids:
            above = self._above(one.path[:-1])
            name = self._free(above, one)
            theme, made = making.ensure(self.project, above, name, **importing.fields(one.code))
            self.changes += [made] if made else []
            self._ids[one.path] = theme.pk
        return self._ids[one.path]

    def _above(self, path: Path) -> int | None:
        if not path:
            return None
        known = next((one for one in self._fitted.values() if one.path == path), None)
        return self._id(known) if known else self._plain(path)

    def _plain(self, path: Path) -> int:
        """A parent that only a joined name speaks of."""
        theme, made = making.ensure(self.project, self._above(path[:-1]), path[-1])
        self.changes += [made] if made else []
        return theme.pk

    def _free(self, above: int | None, one: Fitted) -> str:
        """The name. A cut one may be another long name's that begins alike: its definition says whose."""
        whole = next((str(note.parameters["name"]) for note in one.notes if note.code == "long"), "")
        name, number = one.path[-1], 1
        while whole and (theme := queries.sibling(self.project, above, name)):
            if theme.definition.startswith(whole):
                break
            number += 1
            again = f"（{number}）"
            name = one.path[-1][: NAME_LENGTH - len(again)] + again
        return name
