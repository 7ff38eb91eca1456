"""A codebook's file is looked at, and taken into the project's codebook as one step."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from annotations import access
from annotations.history.recording import Action, Change, record
from annotations.imports.codebook import Code, Path, read
from annotations.imports.codebook.document import TEXTS
from annotations.imports.codebook.planning import Kind, Step, plan
from annotations.models import Theme
from annotations.palette import on_paper, painted
from annotations.themes import making, queries
from annotations.themes.tree import path
from reader.models import Membership, Project
from reader.sandbox import bounded


def preview(project: Project, data: bytes) -> list[Step]:
    """What the file in these bytes would make of the codebook."""
    there = _there(project)
    return plan(_said(there), bounded(read, data, frozenset(there)))


def take_in(membership: Membership, data: bytes) -> Counter[Kind]:
    """Make the file's themes and changes; how many of each kind there were."""
    access.require_edit(membership)
    known = frozenset(_there(membership.project))
    codes = bounded(read, data, known)
    with transaction.atomic():
        # Themes that are moved, merged or imported elsewhere wait: the plan is of what is there now.
        queries.locked_codebook(membership.project)
        there = _there(membership.project)
        return _taken(membership, there, codes if known == there.keys() else bounded(read, data, frozenset(there)))


def _taken(membership: Membership, there: dict[Path, Theme], codes: Sequence[Code]) -> Counter[Kind]:
    steps = plan(_said(there), codes)
    record(
        Action("import_themes", membership.project_id, actor=membership.user_id),
        _changes(membership.project, there, steps),
    )
    return Counter(step.kind for step in steps)


def fields(code: Code) -> dict[str, Any]:
    """What a new theme gets from a code; the colour only where it has one."""
    texts = {name: getattr(code, name) for name in TEXTS} | {"keywords": list(code.keywords)}
    return texts | _colour(code) | ({"archived": _now()} if code.archived else {})


def _there(project: Project) -> dict[Path, Theme]:
    by_id = making.project_themes(project)
    return {tuple(path(theme, by_id)): theme for theme in by_id.values()}


def _said(there: dict[Path, Theme]) -> dict[Path, Code]:
    return {path: _code(theme) for path, theme in there.items()}


def _code(theme: Theme) -> Code:
    """The theme as a file would have it; its parent is its path's."""
    return Code(
        theme.name,
        definition=theme.definition,
        use_when=theme.use_when,
        avoid_when=theme.avoid_when,
        keywords=tuple(theme.keywords),
        colour=theme.foreign_colour or on_paper(theme.colour),
        archived=theme.archived is not None,
    )


def _changes(project: Project, there: dict[Path, Theme], steps: Sequence[Step]) -> list[Change]:
    changes: list[Change] = []
    for step in steps:
        if step.kind == "create":
            there[step.path], made = _made(project, there, step)
            changes += made
        elif step.kind == "change":
            changes.append(_changed(there[step.path], step))
    return changes


def _made(project: Project, there: dict[Path, Theme], step: Step) -> tuple[Theme, list[Change]]:
    above = there.get(step.path[:-1])
    theme, made = making.ensure(project, above.pk if above else None, step.path[-1], **fields(step.code))
    return theme, [made] if made else []


def _changed(theme: Theme, step: Step) -> Change:
    before = making.state_of(theme)
    given = fields(step.code)
    named = {difference.field for difference in step.differences}
    wanted = {name: value for name, value in given.items() if name.replace("foreign_", "") in named}
    for name, value in wanted.items():
        setattr(theme, name, value)
    return making.saved(theme, before, *wanted)


def _colour(code: Code) -> dict[str, Any]:
    if not code.colour:
        return {}
    slot, foreign = painted(code.colour)
    return {"colour": slot, "foreign_colour": foreign}


def _now() -> datetime:
    # To the second: states are compared as they are written.
    return timezone.now().replace(microsecond=0)
