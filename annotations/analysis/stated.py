"""The table of numbers: which are asked for, in which order, and how each is said."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.analysis.findings import Passage
from annotations.analysis.rows import Row
from annotations.exports.document import local
from annotations.exports.tabular import Cell
from reader.text.findings.numbers import Number

AIMS = (
    ("target", gettext_lazy("目标")),
    ("result", gettext_lazy("完成")),
    ("comparison", gettext_lazy("比较")),
)
BOUNDS = {
    "at_least": "≥",
    "over": ">",
    "at_most": "≤",
    "under": "<",
    "near": gettext_lazy("近"),
    "about": gettext_lazy("约"),
    "": "",
}
SORTS = (
    ("", gettext_lazy("文章")),
    ("most", gettext_lazy("数值从大到小")),
    ("least", gettext_lazy("数值从小到大")),
    ("date", gettext_lazy("所指时间")),
)
# The address says so for numbers without a unit: "" asks for all.
BARE = "-"


@dataclass(frozen=True)
class Asked:
    unit: str = ""
    aim: str = ""
    sort: str = ""


class NumbersForm(forms.Form):
    """A field that makes no sense is left out."""

    unit = forms.CharField(required=False, max_length=20)
    aim = forms.ChoiceField(required=False, choices=AIMS)
    sort = forms.ChoiceField(required=False, choices=SORTS)


def asked(query: QueryDict) -> Asked:
    form = NumbersForm(query)
    form.is_valid()
    return Asked(**{name: value for name, value in form.cleaned_data.items() if value})


ORDERS: dict[str, Callable[[Row[Number]], Any]] = {
    "most": lambda row: -row.found.low,
    "least": lambda row: row.found.low,
    "date": lambda row: (not row.found.date, row.found.date),
}


def chosen(rows: Iterable[Row[Number]], wanted: Asked) -> list[Row[Number]]:
    unit = "" if wanted.unit == BARE else wanted.unit
    kept = [
        row
        for row in rows
        if (not wanted.unit or row.found.unit == unit) and (not wanted.aim or row.found.aim == wanted.aim)
    ]
    return sorted(kept, key=ORDERS[wanted.sort]) if wanted.sort else kept


def units(rows: Iterable[Row[Number]]) -> list[tuple[str, int]]:
    """The units found and how often, the commonest first."""
    return [(unit or BARE, count) for unit, count in Counter(row.found.unit for row in rows).most_common()]


def value(number: Number) -> str:
    """The number and its other end, in full and with its bound."""
    ends = "–".join(f"{end:,.15g}" for end in (number.low, number.high) if end is not None)
    return f"{BOUNDS[number.bound]}{ends}"


def heads() -> list[str]:
    names = (_("数值"), _("到"), _("单位"), _("界限"), _("所指时间"), _("性质"), _("写法"), _("量级"))
    return [*names, _("文章"), _("来源"), _("发表"), _("句子")]


def cells(rows: Sequence[Row[Number]], read: Sequence[Passage]) -> Iterator[list[Cell]]:
    aims = dict(AIMS) | {"": ""}
    for row, passage in zip(rows, read, strict=True):
        found, article = row.found, row.article
        day = f"{local(article.published):%Y-%m-%d}" if article.published else ""
        amount = (found.low, found.high, found.unit, str(BOUNDS[found.bound]))
        told = (found.date, str(aims[found.aim]), passage.words, found.scale)
        yield [*amount, *told, article.title, article.source, day, passage.sentence]
