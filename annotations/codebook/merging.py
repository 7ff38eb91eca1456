"""Two themes become one, or one becomes two: every tagging stays, and the step can be taken back."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from annotations import access
from annotations.history.recording import Action, Change, record
from annotations.marks import queries as marks_queries
from annotations.marks import taggings
from annotations.models import Theme
from annotations.refusals import Refusal
from annotations.themes import deciding, making
from annotations.themes import queries as themes_queries
from annotations.themes.tree import below, place_below, siblings
from reader.models import Membership, Project


@transaction.atomic
def merge(membership: Membership, source_id: int, target_id: int) -> Theme:
    """Give all that is tagged with the source to the target, with what hangs under it. What still names the source,
    such as a mark that is on its way, means the target from now on."""
    access.require_edit(membership)
    themes_queries.locked_codebook(membership.project)
    themes_queries.locked_meanings(membership.project_id, [source_id, target_id])
    by_id = making.project_themes(membership.project)
    if source_id not in by_id or target_id not in by_id:
        raise Refusal("unknown_theme")
    if target_id in below(by_id.values(), source_id):
        raise Refusal("merge_below_itself")
    changes = _merge(membership.project, by_id, source_id, target_id)
    record(Action("merge_themes", membership.project_id, actor=membership.user_id), changes)
    return by_id[target_id]


@transaction.atomic
def split(membership: Membership, theme_id: int, name: str, highlights: Iterable[UUID]) -> Theme:
    """A new theme beside this one takes over the tagging of the chosen highlights."""
    access.require_edit(membership)
    project = membership.project
    themes_queries.locked_codebook(project)
    theme = making.live(project, theme_id)
    chosen = list(marks_queries.locked_taggings(project, theme.pk).filter(highlight__uuid__in=list(highlights)))
    if not chosen:
        raise Refusal("nothing_chosen")
    new, made = making.ensure(project, theme.parent_id, making.cleaned(name))
    if made is None:
        raise making.DuplicateTheme(new)
    record(Action("split_theme", project.pk, actor=membership.user_id), [made, *taggings.give(chosen, new.pk)])
    return new


def _merge(project: Project, by_id: dict[int, Theme], source_id: int, target_id: int) -> list[Change]:
    source, target = by_id[source_id], by_id[target_id]
    changes = taggings.give(marks_queries.locked_taggings(project, source_id), target_id)
    changes += _article_themes(project, source_id, target_id)
    changes += _join_keywords(source, target)
    for child in siblings(by_id.values(), source_id):
        changes += _rehang(project, by_id, child, target_id)
    del by_id[source_id]
    # Last, so that taking the step back begins with it: the children need their parent.
    return [*changes, _marked_merged(source, target)]


def _marked_merged(source: Theme, target: Theme) -> Change:
    before, source.merged_into = making.state_of(source), target
    return making.saved(source, before, "merged_into")


def _join_keywords(source: Theme, target: Theme) -> list[Change]:
    """The target is found by the source's keywords from now on."""
    joined = list(dict.fromkeys([*target.keywords, *source.keywords]))[: making.KEYWORDS]
    if joined == target.keywords:
        return []
    before, target.keywords = making.state_of(target), joined
    return [making.saved(target, before, "keywords")]


def _rehang(project: Project, by_id: dict[int, Theme], child: Theme, target_id: int) -> list[Change]:
    """A child hangs under the target from now on; where one of its name hangs already, the two are merged too."""
    twin = next((other for other in siblings(by_id.values(), target_id) if other.name == child.name), None)
    if twin and twin.pk != child.pk:
        return _merge(project, by_id, child.pk, twin.pk)
    place_below(by_id, target_id, child.pk)
    before = making.state_of(child)
    child.parent_id, child.position = target_id, themes_queries.next_position(project, target_id)
    return [making.saved(child, before, "parent", "position")]


def _article_themes(project: Project, source_id: int, target_id: int) -> list[Change]:
    """The articles on which the source was accepted have the target now."""
    changes = []
    for row in themes_queries.locked_article_themes_of(project, source_id):
        before, row.theme_id = deciding.state_of(row), target_id
        row.save(update_fields=["theme"])
        changes.append(deciding.change(row, before))
    return changes
