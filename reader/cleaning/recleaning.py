"""Cleaning an article anew as one of many: only what really changes is written, all of it is told, and it can be taken
back. What readers chose by hand is left to them.

A report is JSON: "before" and "after", the numbers of the text versions, and "version", the id of the later, where a
text was made; "counts" of the blocks that went, came, were reworded or set otherwise, with the first of them in
"lines"; and "metadata", field by field, what it said, says now and where it had been read.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.models import User

from reader.articles import queries, versions
from reader.articles.differences import Difference, Piece, differences, pieces
from reader.articles.preparing import Prepared
from reader.articles.rows import blocks_of, rows_of
from reader.articles.versions import Change
from reader.cleaning import metadata
from reader.cleaning.captures import Cleaned
from reader.cleaning.correcting import CleaningRefused, make, repeat
from reader.cleaning.history import Step, history
from reader.extraction import Block
from reader.models import Article, TextVersion

Reason = TextVersion.Reason
Report = dict[str, Any]
# So many changed lines stand in the report, each so long; the comparison of the two versions has them all.
LINES = 6
LENGTH = 160
# Of a reworded line so many pieces, and so much of the words around each.
PIECES = 13
BESIDE = 16


def check(article: Article) -> None:
    """CleaningRefused where the article is not to be cleaned among many: its text was chosen by hand."""
    if queries.versions(article).filter(reason=Reason.WHOLE).exists():
        raise CleaningRefused("kept_whole")
    if versions.edits(article.current):
        raise CleaningRefused("edited_by_hand")
    if article.current.reason == Reason.RETURN:
        raise CleaningRefused("returned_by_hand")
    if article.current.reason == Reason.UNDO and _undone(article) == Reason.CLEAN:
        raise CleaningRefused("undone_by_hand")


def prepare(article: Article, anew: Cleaned) -> Prepared | None:
    """What the text found needs, where it is another; called before the transaction."""
    if not _text(article, anew.page.blocks):
        return None
    return versions.prepare_rows(article, rows_of(anew.page.blocks, anew.page.removed))


def apply(article: Article, anew: Cleaned, user: User, prepared: Prepared | None = None) -> Report:
    """Take what the cleaning found; {} where the article says all that already. Called inside a transaction that holds
    the article."""
    report = _text(article, anew.page.blocks)
    if report:
        rows = rows_of(anew.page.blocks, anew.page.removed)
        report |= _made(make(article, rows, user, Change(Reason.CLEAN, extent=anew.extent), prepared))
    if learnt := metadata.news(article, anew.page):
        report["metadata"] = _told(article, learnt)
        metadata.put(article, learnt, dict(anew.page.rules))
    return report


def take_back(article: Article, report: Report, user: User, prepared: Prepared | None = None) -> Report:
    """Say again what the article said before, and report that. Where somebody has changed it since, CleaningRefused,
    and all stays as it is. Called inside a transaction that holds the article."""
    if report.get("after", article.current.number) != article.current.number:
        raise CleaningRefused("text_since")
    said = report.get("metadata", {})
    now = {field: _plain(values) for field, values in metadata.values_of(article).items()}
    if any(now[field] != told["after"] for field, told in said.items()) or said.keys() & metadata.corrected(article):
        raise CleaningRefused("metadata_since")
    back: Report = {}
    if "after" in report:
        back = _text(article, blocks_of(versions.rows(queries.version(article, report["before"]))))
        back |= _made(repeat(article, report["before"], user, Reason.BACK, prepared))
    if said:
        back["metadata"] = {field: {"before": told["after"], "after": told["before"]} for field, told in said.items()}
        before = metadata.from_json({field: told["before"] for field, told in said.items()})
        metadata.put(article, before, {field: told["origin"] for field, told in said.items()})
    return back


def _undone(article: Article) -> str:
    """Why the version was made that the last undo took back."""
    reasons = dict(queries.versions(article).values_list("number", "reason"))
    return reasons.get(history(Step(*one) for one in reasons.items()).redo or 0, "")


def _text(article: Article, blocks: Sequence[Block]) -> Report:
    """What of the text the blocks change."""
    changed = [one for one in differences(blocks_of(versions.rows(article.current)), blocks) if one.kind != "same"]
    if not changed:
        return {}
    lines = [_line(one) for one in changed[:LINES]]
    return {"before": article.current.number, "counts": Counter(one.kind for one in changed), "lines": lines}


def _line(one: Difference) -> Report:
    """The block in pieces, each with what became of it; of what stayed only what stands beside a change."""
    if one.before is None or one.after is None:
        said = [(one.kind, block.text) for block in (one.before, one.after) if block]
    elif one.kind == "reset":
        said = [("same", one.after.text)]
    else:
        changed = pieces(one.before.text, one.after.text)
        said = [(piece.kind, _beside(piece)) for piece in changed[:PIECES]]
    return {"kind": one.kind, "pieces": [(kind, _shortened(text)) for kind, text in said]}


def _beside(piece: Piece) -> str:
    known = piece.kind == "same" and len(piece.text) > 2 * BESIDE
    return f"{piece.text[:BESIDE]}…{piece.text[-BESIDE:]}" if known else piece.text


def _shortened(text: str) -> str:
    return text if len(text) <= LENGTH else text[: LENGTH - 1] + "…"


def _made(version: TextVersion) -> Report:
    return {"after": version.number, "version": version.pk}


def _told(article: Article, learnt: metadata.Values) -> Report:
    """The fields as they stand and as they will, with where they had been read."""
    before = metadata.values_of(article)
    return {
        field: {"before": _plain(before[field]), "after": _plain(values), "origin": article.origins.get(field, "")}
        for field, values in learnt.items()
    }


def _plain(values: list) -> list:
    """The values as JSON has them, times in UTC."""
    return [_written(value) for value in values]


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value
