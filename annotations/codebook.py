"""The project's themes: making, joining and renaming them."""

import unicodedata

from django.db import IntegrityError, transaction

from annotations import queries
from annotations.events import Action, Change, State, record
from annotations.models import COLOURS, NAME_LENGTH, Theme
from annotations.refusals import Refusal
from reader.models import Membership, Project

# Invisible at either end of a name; inside one they join letters and emoji.
_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class DuplicateTheme(Refusal):
    """A sibling has this name already: `theme`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("duplicate_theme")
        self.theme = theme


def cleaned(name: str) -> str:
    """The name in NFC without the white space and invisible characters around it; Refusal when it cannot be one."""
    shown = (sign for sign in unicodedata.normalize("NFC", name) if sign.isspace() or not _is_control(sign))
    name = " ".join("".join(shown).split()).strip(" " + _ZERO_WIDTH)
    if not name:
        raise Refusal("empty_name")
    if len(name) > NAME_LENGTH:
        raise Refusal("long_name", {"limit": NAME_LENGTH})
    return name


def state_of(theme: Theme) -> State:
    return {"name": theme.name, "parent": theme.parent_id, "definition": theme.definition, "colour": theme.colour}


@transaction.atomic
def create(membership: Membership, name: str, parent_id: int | None) -> Theme:
    """A new theme below the parent, or a root; DuplicateTheme when there is one of this name."""
    project = membership.project
    if parent_id is not None and queries.theme(project, parent_id) is None:
        raise Refusal("unknown_theme")
    theme, made = _ensure(project, parent_id, cleaned(name))
    if made is None:
        raise DuplicateTheme(theme)
    record(Action("create", project.pk, actor=membership.user_id), [made])
    return theme


def ensure_root(project: Project, name: str) -> tuple[Theme, Change | None]:
    """The root theme of this name; with its change when it had to be made."""
    return _ensure(project, None, name)


def rename(project: Project, theme: Theme, name: str) -> Change:
    """Give the theme another name; DuplicateTheme when a sibling has it."""
    before = state_of(theme)
    other = queries.sibling(project, theme.parent_id, name)
    if other and other.pk != theme.pk:
        raise DuplicateTheme(other)
    theme.name = name
    theme.save(update_fields=["name"])
    return Change("theme", str(theme.pk), before, state_of(theme))


def _ensure(project: Project, parent: int | None, name: str) -> tuple[Theme, Change | None]:
    existing = queries.sibling(project, parent, name)
    if existing:
        return existing, None
    try:
        with transaction.atomic():
            theme = Theme.objects.create(project=project, parent_id=parent, name=name, colour=_next_colour(project))
    except IntegrityError:
        # Somebody made the same theme at the same moment.
        existing = queries.sibling(project, parent, name)
        if existing is None:
            raise
        return existing, None
    return theme, Change("theme", str(theme.pk), None, state_of(theme))


def _next_colour(project: Project) -> int:
    """The first colour that the fewest of the project's themes have."""
    used = list(queries.themes(project).values_list("colour", flat=True))
    return min(range(1, COLOURS + 1), key=used.count)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")
