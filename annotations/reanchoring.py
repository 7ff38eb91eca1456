"""Moving an article's highlights to a new version of its text. What cannot be moved stays where it was."""

from collections import defaultdict
from dataclasses import asdict, replace

from annotations import anchoring, marks, queries
from annotations.anchoring import Selector
from annotations.events import Action, Change, record
from annotations.models import Highlight
from reader.models import TextVersion


def carry(version: TextVersion) -> list[Highlight]:
    """Move the undeleted highlights of older versions; the orphans come back. Called inside the transaction that
    makes the version. Those an earlier version could not take are looked for again."""
    orphans: list[Highlight] = []
    changes: list[Change] = []
    for text, rows in _by_text(version):
        anchors = anchoring.carry([_selector(row) for row in rows], text, version.text)
        for row, anchor in zip(rows, anchors, strict=True):
            if anchor.place:
                changes.append(_move(row, version, anchor.place.start, anchor.place.end))
            else:
                orphans.append(row)
    record(Action("carry", version.project_id, version.article_id), changes)
    return orphans


def _by_text(version: TextVersion) -> list[tuple[str, list[Highlight]]]:
    rows: dict[int, list[Highlight]] = defaultdict(list)
    for row in queries.locked_highlights(version.article):
        if row.version_id != version.pk:
            rows[row.version_id].append(row)
    texts = queries.version_texts(version.article, rows)
    return [(texts[old], rows[old]) for old in rows]


def _selector(row: Highlight) -> Selector:
    return Selector(row.exact, row.prefix, row.suffix, row.start, row.end)


def _move(row: Highlight, version: TextVersion, start: int, end: int) -> Change:
    before = marks.mark_of(row)
    if before is None:
        raise ValueError("a deleted highlight is not moved")
    after = replace(before, version=version.pk, **asdict(anchoring.describe(version.text, start, end)))
    marks.write(row, after, None)
    return marks.change(row, before, after)
