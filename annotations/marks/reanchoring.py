"""Moving an article's highlights to a new version of its text. What cannot be moved stays where it was."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType
from uuid import UUID

from django.utils import timezone

from annotations import anchoring
from annotations.anchoring import Anchor, Selector
from annotations.history import queries as history_queries
from annotations.history.recording import Action, Change, record
from annotations.marks import mark, queries
from annotations.models import Highlight
from reader.articles import queries as articles_queries
from reader.articles.preparing import Draft
from reader.models import Article, TextVersion

# The places of passages of older versions, by the version and the passage.
Anchors = Mapping[tuple[int, Selector], Anchor]
OUTCOMES = ("stayed", "moved", "changed", "orphaned")
BATCH = 200
_PLACE = ["version", "start", "end", "exact", "prefix", "suffix", "revision", "updated"]


@dataclass
class Carried:
    """How many of each outcome, and what was written down of those that were moved."""

    outcomes: Counter[str] = field(default_factory=Counter)
    changes: list[Change] = field(default_factory=list)
    reworded: list[dict[str, str]] = field(default_factory=list)


def foreseen(draft: Draft) -> Anchors:
    """Where the article's marks will stand in a text that is about to become its next version."""
    article = draft.article
    if article is None or article.version_id is None:
        return {}
    rows = list(queries.undeleted(article))
    texts = articles_queries.version_texts(article, {row.version_id for row in rows})
    found: dict[tuple[int, Selector], Anchor] = {}
    for version, text in texts.items():
        selectors = list({_selector(row) for row in rows if row.version_id == version})
        anchors = anchoring.carry(selectors, text, draft.text)
        found |= {(version, selector): anchor for selector, anchor in zip(selectors, anchors, strict=True)}
    return found


def carry(version: TextVersion, known: Anchors = MappingProxyType({})) -> None:
    """Move the undeleted highlights of older versions, and keep a report as the first event of that step. Called inside
    the transaction that makes the version; what was foreseen is `known`. Those an earlier version could not take are
    looked for again."""
    rows = [row for row in queries.locked_highlights(version.article) if row.version_id != version.pk]
    carried = _carried(version, rows, known)
    report = {**dict.fromkeys(OUTCOMES, 0), **carried.outcomes, "reworded": carried.reworded}
    record(_action(version), [Change("version", str(version.pk), None, report), *carried.changes])


def follow(row: Highlight, article: Article) -> None:
    """Move one highlight that came in for an older text, from a page opened before the newer one was made."""
    if row.version_id != article.version_id:
        version = articles_queries.current_version(article)
        record(_action(version), _carried(version, [row]).changes)


def candidates(article: Article, rows: Sequence[Highlight]) -> dict[UUID, tuple[anchoring.Candidate, ...]]:
    """The likeliest places in the current text of highlights that stand in older ones, the best first."""
    version = articles_queries.current_version(article)
    found = {}
    for text, group in _by_text(version, rows):
        anchors = anchoring.carry([_selector(row) for row in group], text, version.text)
        found.update({row.uuid: anchor.candidates for row, anchor in zip(group, anchors, strict=True)})
    return found


def _carried(version: TextVersion, rows: Sequence[Highlight], known: Anchors = MappingProxyType({})) -> Carried:
    """Where a text returns, the highlights return to where they were in it, unless somebody has moved them since; all
    others go by their words."""
    carried, moved = Carried(), []
    remembered = history_queries.places_in_same_text(version)
    themes = queries.themes_of(version.project_id, rows)
    for text, group in _by_text(version, rows):
        strange = [row for row in group if (row.version_id, _selector(row)) not in known]
        anchors = anchoring.carry([_selector(row) for row in strange], text, version.text) if strange else []
        anew = {row.pk: anchor for row, anchor in zip(strange, anchors, strict=True)}
        for row in group:
            anchor = anew.get(row.pk) or known[row.version_id, _selector(row)]
            here = row.version_id, row.start, row.end
            place = remembered.get(row.uuid, {}).get(here) or (anchor.place and (anchor.place.start, anchor.place.end))
            if not place:
                carried.outcomes["orphaned"] += 1
                continue
            moved.append(row)
            _note(carried, row, *_move(row, version, place, themes.get(row.pk, ())))
    Highlight.objects.filter(project=version.project_id).bulk_update(moved, _PLACE, batch_size=BATCH)
    return carried


def _action(version: TextVersion) -> Action:
    return Action("carry", version.project_id, version.article_id)


def _note(carried: Carried, row: Highlight, before: mark.Mark, after: mark.Mark) -> None:
    same = (before.start, before.end) == (after.start, after.end)
    reworded = before.exact != after.exact
    carried.outcomes["changed" if reworded else "stayed" if same else "moved"] += 1
    carried.changes.append(mark.change(row, before, after))
    if reworded:
        carried.reworded.append({"highlight": str(row.uuid), "before": before.exact, "after": after.exact})


def _by_text(version: TextVersion, rows: Sequence[Highlight]) -> list[tuple[str, list[Highlight]]]:
    groups: dict[int, list[Highlight]] = defaultdict(list)
    for row in rows:
        groups[row.version_id].append(row)
    texts = articles_queries.version_texts(version.article, groups)
    return [(texts[old], groups[old]) for old in groups]


def _selector(row: Highlight) -> Selector:
    return Selector(row.exact, row.prefix, row.suffix, row.start, row.end)


def _move(
    row: Highlight, version: TextVersion, place: tuple[int, int], themes: Sequence[int]
) -> tuple[mark.Mark, mark.Mark]:
    """Set the row's fields, to be saved with the others'; what it said before and says now."""
    before = mark.mark_with(row, themes)
    after = replace(before, version=version.pk, **asdict(anchoring.describe(version.text, *place)))
    mark.fill(row, after)
    row.revision += 1
    row.updated = timezone.now()
    return before, after
