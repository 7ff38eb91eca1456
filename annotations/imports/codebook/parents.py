"""A table names each theme's parent by a name, or by the names from its root down, parted by " / "."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from annotations.imports.codebook.document import ROOT, Code, Path
from annotations.imports.document import ImportFault
from annotations.naming import tidy

# Far more than a codebook has, and little enough to look through.
DEEPEST = 20


def written(path: Path) -> str:
    """The path in a cell; slashes and backslashes of names have a backslash before them."""
    return " / ".join(name.replace("\\", "\\\\").replace("/", "\\/") for name in path)


def read_path(cell: str) -> Path:
    """The names that `written` wrote."""
    found, name, escaped = [], "", False
    for sign in cell:
        if escaped or sign not in "\\/":
            name, escaped = name + sign, False
        elif sign == "\\":
            escaped = True
        else:
            found.append(name)
            name = ""
    return tuple(part for one in [*found, name] if (part := tidy(one)))


@dataclass(frozen=True)
class Row:
    """A code, and the cell that names its parent."""

    code: Code
    parent: str


def arranged(rows: list[Row], known: Collection[Path]) -> tuple[Code, ...]:
    """The codes under their parents, depth first; a parent that is nowhere is implied. ImportFault for a circle."""
    paths = _paths(rows, known)
    codes: dict[Path, list[Code]] = defaultdict(list)
    for row, path in zip(rows, paths, strict=True):
        for depth in range(1, len(path)):
            if not codes[path[:depth]]:
                codes[path[:depth]].append(Code(path[depth - 1], implied=True))
        codes[path] = [code for code in codes[path] if not code.implied] + [row.code]
    return _depth_first(codes)


def _depth_first(codes: dict[Path, list[Code]]) -> tuple[Code, ...]:
    below: dict[Path, list[Path]] = defaultdict(list)
    for path in codes:
        below[path[:-1]].append(path)
    found: list[Code] = []
    waiting = [(path, ROOT) for path in reversed(below[()])]
    while waiting:
        path, parent = waiting.pop()
        waiting += [(child, len(found)) for child in reversed(below[path])]
        found += [replace(code, parent=parent) for code in codes[path]]
    return tuple(found)


def _paths(rows: list[Row], known: Collection[Path]) -> list[Path]:
    """Where each row stands. The file's own themes are looked through first, as long as that leads on."""
    search = _Search(rows, known)
    while search.waiting:
        if not any(search.settle(way) for way in (search.own, search.others, search.implied)):
            circle = "、".join(rows[place].code.name for place in search.waiting[:5])
            raise ImportFault("circular", names=circle)
    return [path for path in search.paths if path is not None]


class _Search:
    """The rows' paths, as far as they are found."""

    def __init__(self, rows: list[Row], known: Collection[Path]) -> None:
        self._names = [tidy(row.code.name) for row in rows]
        self._asked = [(read_path(row.parent), (tidy(row.parent),)) for row in rows]
        self._known = _by_name(known)
        self.paths: list[Path | None] = [
            None if path else (name,) for name, (path, _) in zip(self._names, self._asked, strict=True)
        ]

    @property
    def waiting(self) -> list[int]:
        return [place for place, path in enumerate(self.paths) if path is None]

    def settle(self, way: Callable[[list[int]], dict[int, Path]]) -> bool:
        """Place the rows whose parent is found this way; whether there was one."""
        found = way(self.waiting)
        if any(len(above) >= DEEPEST for above in found.values()):
            raise ImportFault("many_levels", limit=DEEPEST)
        for place, above in found.items():
            self.paths[place] = (*above, self._names[place])
        return bool(found)

    def own(self, waiting: list[int]) -> dict[int, Path]:
        """Parents among the rows that are placed."""
        own = _by_name(path for path in self.paths if path is not None)
        exact = self._found(waiting, lambda asked: asked if asked in own.get(asked[-1], ()) else None)
        return exact or self._found(waiting, lambda asked: _ending(own, asked))

    def others(self, waiting: list[int]) -> dict[int, Path]:
        """Parents that the file does not hold, among the themes there are."""
        return self._found(self._free(waiting), lambda asked: _ending(self._known, asked))

    def implied(self, waiting: list[int]) -> dict[int, Path]:
        return {place: self._asked[place][0] for place in self._free(waiting)}

    def _found(self, places: list[int], find: Callable[[Path], Path | None]) -> dict[int, Path]:
        """By the names parted at slashes; else by the cell as one name."""
        found = {place: find(self._asked[place][0]) or find(self._asked[place][1]) for place in places}
        return {place: path for place, path in found.items() if path}

    def _free(self, waiting: list[int]) -> list[int]:
        """Rows whose parent is none of those that still wait."""
        blocked = {self._names[place] for place in waiting}
        return [place for place in waiting if not blocked & {path[-1] for path in self._asked[place]}]


def _by_name(paths: Iterable[Path]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        found[path[-1]].append(path)
    return found


def _ending(paths: dict[str, list[Path]], asked: Path) -> Path | None:
    """The highest of the paths that end as asked."""
    return min((path for path in paths.get(asked[-1], ()) if path[-len(asked) :] == asked), key=len, default=None)
