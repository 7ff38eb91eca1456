"""The project's themes: making and describing them. Where they stand is arranging.py's, joining them merging.py's."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from annotations import access
from annotations.history.recording import Action, Change, State, record
from annotations.limits import NAME_LENGTH
from annotations.models import COLOURS, Theme
from annotations.naming import keywords_in, tidy
from annotations.refusals import Refusal
from annotations.themes import queries
from annotations.themes.tree import place_below
from reader.models import Membership, Project

KEYWORDS = 50
PLAIN = "name position definition use_when avoid_when keywords colour foreign_colour".split()


@dataclass(frozen=True)
class Description:
    """What a theme's entry in the codebook says, besides where the theme stands."""

    name: str
    definition: str = ""
    use_when: str = ""
    avoid_when: str = ""
    keywords: tuple[str, ...] = ()
    colour: int = 1
    foreign_colour: str = ""


class DuplicateTheme(Refusal):
    """A sibling has this name already: `theme`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("duplicate_theme")
        self.theme = theme


def cleaned(name: str) -> str:
    """The name made tidy; Refusal when it cannot be one."""
    name = tidy(name)
    if not name:
        raise Refusal("empty_name")
    if len(name) > NAME_LENGTH:
        raise Refusal("long_name", {"limit": NAME_LENGTH})
    return name


def keywords(written: str) -> tuple[str, ...]:
    """The keywords of a line, each once; Refusal where they are too many or too long."""
    words = keywords_in(written)
    if len(words) > KEYWORDS:
        raise Refusal("many_keywords", {"limit": KEYWORDS})
    return tuple(map(cleaned, words))


def state_of(theme: Theme) -> State:
    archived = theme.archived.isoformat() if theme.archived else None
    places = {"parent": theme.parent_id, "merged_into": theme.merged_into_id, "archived": archived}
    return {field: getattr(theme, field) for field in PLAIN} | places


def saved(theme: Theme, before: State, *fields: str) -> Change:
    """Keep these fields of the theme; the change that makes. DuplicateTheme when a sibling has its name."""
    try:
        with transaction.atomic():
            theme.save(update_fields=fields)
    except IntegrityError:
        twin = queries.sibling(theme.project, theme.parent_id, theme.name)
        if twin is None:
            raise
        raise DuplicateTheme(twin) from None
    return Change("theme", str(theme.pk), before, state_of(theme))


@transaction.atomic
def create(membership: Membership, name: str, parent_id: int | None) -> Theme:
    """A new theme below the parent, or a root; DuplicateTheme when there is one of this name."""
    project = membership.project
    access.require_add(membership, queries.locked_codebook(project))
    place_below(project_themes(project), parent_id)
    theme, made = ensure(project, parent_id, cleaned(name))
    if made is None:
        raise DuplicateTheme(theme)
    record(Action("add_theme", project.pk, actor=membership.user_id), [made])
    return theme


@transaction.atomic
def describe(membership: Membership, theme_id: int, said: Description) -> Theme:
    """Make the theme's entry say this; what it says already leaves no trace."""
    access.require_edit(membership)
    theme = live(membership.project, theme_id)
    before, said_name = state_of(theme), cleaned(said.name)
    changed = {name: value for name, value in _fields(said, said_name).items() if getattr(theme, name) != value}
    for name, value in changed.items():
        setattr(theme, name, value)
    if changed:
        change = saved(theme, before, *changed)
        record(Action("edit_theme", theme.project_id, actor=membership.user_id), [change])
    return theme


def live(project: Project, theme_id: int) -> Theme:
    """The theme, held until the transaction ends; what it was merged into where it was."""
    meant = queries.locked_meanings(project.pk, [theme_id]).get(theme_id)
    theme = queries.theme(project, meant)
    if theme is None:
        raise Refusal("unknown_theme")
    return theme


def project_themes(project: Project) -> dict[int, Theme]:
    return {theme.pk: theme for theme in queries.themes(project)}


def ensure_root(project: Project, name: str) -> tuple[Theme, Change | None]:
    """The root theme of this name; with its change when it had to be made."""
    return ensure(project, None, name)


def rename(project: Project, theme: Theme, name: str) -> Change:
    """Give the theme another name; DuplicateTheme when a sibling has it."""
    before = state_of(theme)
    other = queries.sibling(project, theme.parent_id, name)
    if other and other.pk != theme.pk:
        raise DuplicateTheme(other)
    theme.name = name
    return saved(theme, before, "name")


def ensure(project: Project, parent: int | None, name: str, **fields: object) -> tuple[Theme, Change | None]:
    """The theme of this name below the parent; made with these fields, and with its change, where there is none."""
    existing = queries.sibling(project, parent, name)
    if existing:
        return existing, None
    place = {"parent_id": parent, "position": queries.next_position(project, parent)}
    given = {"colour": _next_colour(project)} | fields
    try:
        with transaction.atomic():
            theme = Theme.objects.create(project=project, name=name, **place, **given)
    except IntegrityError:
        # Somebody made the same theme at the same moment.
        existing = queries.sibling(project, parent, name)
        if existing is None:
            raise
        return existing, None
    return theme, Change("theme", str(theme.pk), None, state_of(theme))


def _fields(said: Description, name: str) -> dict[str, object]:
    written = ("definition", "use_when", "avoid_when", "colour", "foreign_colour")
    return {"name": name, "keywords": list(said.keywords)} | {field: getattr(said, field) for field in written}


def _next_colour(project: Project) -> int:
    """The first colour that the fewest of the project's themes have."""
    used = list(queries.themes(project).values_list("colour", flat=True))
    return min(range(1, COLOURS + 1), key=used.count)
