"""What a page tells of each article that was cleaned anew, or put back: its text, its metadata, its marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from annotations.history.queries import reanchorings
from reader.capture import queries
from reader.cleaning import metadata
from reader.models import Article, Batch, BatchItem
from reader.text.pieces import TAGS
from reader.views.forms import record

State = BatchItem.State
LABELS: dict[str, str | Promise] = {
    State.RUNNING: _("正在清理"),
    State.DONE: _("改了"),
    State.UNDONE: _("撤销了"),
    State.PASSED: _("跳过了"),
    State.FAILED: _("没有做成"),
}
# Of what puts articles back.
LABELS_BACK = LABELS | {State.RUNNING: _("正在撤销"), State.DONE: _("撤销了"), State.PASSED: _("没有撤销")}


@dataclass(frozen=True)
class Field:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    """One article's outcome. `counts` are of its blocks, `carried` of its marks, `inside` of the lines that the text
    shown lacks between paragraphs."""

    item: BatchItem
    label: str
    reason: str
    fields: tuple[Field, ...]
    carried: Mapping[str, int]
    inside: int

    @property
    def report(self) -> dict[str, Any]:
        return self.item.report if self.item.state in (State.DONE, State.UNDONE) else {}

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The first changed blocks in pieces, each with the element that shows what became of it."""
        said = self.report.get("lines", ())
        return [line | {"pieces": [(TAGS[kind], text) for kind, text in line["pieces"]]} for line in said]

    @property
    def hidden(self) -> int:
        """How many changed blocks the report only counts."""
        return sum(self.report.get("counts", {}).values()) - len(self.report.get("lines", ()))

    @property
    def changes(self) -> list[str]:
        """How many blocks went, came, were reworded or set otherwise, in words."""
        counts = self.report.get("counts", {})
        said = {
            "gone": ngettext("少了 %(count)s 行", "少了 %(count)s 行", counts.get("gone", 0)),
            "come": ngettext("多了 %(count)s 行", "多了 %(count)s 行", counts.get("come", 0)),
            "reworded": ngettext("%(count)s 行改了字", "%(count)s 行改了字", counts.get("reworded", 0)),
            "reset": ngettext("%(count)s 行只改了结构", "%(count)s 行只改了结构", counts.get("reset", 0)),
        }
        return [words % {"count": counts[kind]} for kind, words in said.items() if counts.get(kind)]

    @property
    def kept(self) -> str:
        """How many marks stand on the new text, in words."""
        count = sum(self.carried.get(outcome, 0) for outcome in ("stayed", "moved", "changed"))
        said = ngettext("圈点跟到了新的一版：%(count)s 处", "圈点跟到了新的一版：%(count)s 处", count)
        return said % {"count": count} if count else ""

    @property
    def reworded(self) -> str:
        """Of how many of those the words have changed, in words."""
        count = self.carried.get("changed", 0)
        said = ngettext("其中 %(count)s 处的字变了", "其中 %(count)s 处的字变了", count)
        return said % {"count": count} if count else ""

    @property
    def orphaned(self) -> str:
        """How many marks have no place in the new text, in words."""
        count = self.carried.get("orphaned", 0)
        said = ngettext("%(count)s 处圈点没有了位置", "%(count)s 处圈点没有了位置", count)
        return said % {"count": count} if count else ""


def told(batch: Batch, items: Sequence[BatchItem]) -> list[Told]:
    carried = reanchorings(batch.project, [item.report["version"] for item in items if "version" in item.report])
    inside = queries.taken_inside(batch, items)
    return [_told(batch, item, carried, inside) for item in items]


def tallied(batch: Batch, counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """The states that any item is in: each with its label and how many."""
    return [(state.value, _label(batch, state), counts[state]) for state in State if counts.get(state)]


def _told(batch: Batch, item: BatchItem, carried: Mapping[int, dict], inside: Mapping[int, int]) -> Told:
    version = item.article.version_id if item.article else None
    return Told(
        item=item,
        label=_label(batch, State(item.state)),
        reason=gettext(item.refusal["template"]) % item.refusal["parameters"] if item.refusal else "",
        fields=tuple(_fields(item.report.get("metadata", {}))),
        carried=carried.get(item.report.get("version", 0), {}),
        inside=inside.get(version or 0, 0),
    )


def _label(batch: Batch, state: State) -> str:
    labels = LABELS_BACK if batch.kind == Batch.Kind.BACK else LABELS
    return str(labels.get(state, state.label))


def _fields(changed: dict[str, dict[str, list]]) -> list[Field]:
    """The fields that changed, with their values in words."""
    before, after = (_in_words({field: said[when] for field, said in changed.items()}) for when in ("before", "after"))
    labels = {field: label for field, (label, _) in {**before, **after}.items()}
    return [Field(labels[field], *(said.get(field, ("", ""))[1] for said in (before, after))) for field in labels]


def _in_words(values: metadata.Values) -> dict[str, tuple[str, str]]:
    said = metadata.from_json(values)
    columns = {
        name: value for field, row in said.items() for name, value in zip(metadata.FIELDS[field], row, strict=True)
    }
    return {field: (label, words) for field, label, words in record.told(Article(**columns))}
