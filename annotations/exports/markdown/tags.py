"""Themes as tags of Obsidian: one for each, whatever signs their names differ in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count

from annotations.exports.document import Theme

Path = tuple[str, ...]
_NO_TAG = re.compile(r"[^\w\-]+")


def tags(themes: Iterable[Theme]) -> Mapping[Path, str]:
    """The nested tags by the themes' paths: #主题/子主题. Names that would be one tag are numbered, those first that
    are tags as they stand; Obsidian knows no case."""
    paths = dict.fromkeys(theme.path[:depth] for theme in themes for depth in range(1, len(theme.path) + 1))
    taken: dict[Path, set[str]] = defaultdict(set)
    found: dict[Path, str] = {(): "#"}
    for path in sorted(paths, key=lambda path: (len(path), _written(path) != path[-1])):
        name = _free(_written(path), taken[path[:-1]])
        found[path] = f"{found[path[:-1]]}{'/' if path[:-1] else ''}{name}"
    return found


def _written(path: Path) -> str:
    """The last name as a tag has it. White space becomes an underscore, what else a tag cannot hold a hyphen; a tag of
    digits alone is none."""
    name = _NO_TAG.sub("-", "_".join(path[-1].split())).strip("-") or "-"
    return f"_{name}" if len(path) == 1 and name.isdigit() else name


def _free(name: str, taken: set[str]) -> str:
    """The name, or the first numbered one, that none of its siblings has; it is taken now."""
    numbered = (name if number == 1 else f"{name}_{number}" for number in count(1))
    free = next(one for one in numbered if one.casefold() not in taken)
    taken.add(free.casefold())
    return free
