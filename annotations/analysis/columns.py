"""What the marks are set against: each kind's columns, their articles, and the filter that leaves just those."""

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.analysis.facts import About, Facts
from annotations.exports.document import local
from annotations.filters.filter import Filter

KINDS = (
    ("article", gettext_lazy("文章")),
    ("source", gettext_lazy("来源")),
    ("byline", gettext_lazy("作者")),
    ("year", gettext_lazy("年份")),
    ("month", gettext_lazy("月份")),
    ("theme", gettext_lazy("主题")),
)


@dataclass(frozen=True)
class Header:
    """A row's or column's name, and what of a filter it sets; `depth` is a theme's place in the tree."""

    key: str
    name: str
    sets: Mapping[str, Any] = field(default_factory=dict)
    depth: int = 0


@dataclass(frozen=True)
class Column:
    header: Header
    articles: frozenset[int]


def columns(kind: str, facts: Facts, wanted: Filter) -> list[Column]:
    """The columns of the articles asked for, in their kind's order, what is not known last."""
    found: dict[str, set[int]] = defaultdict(set)
    headers: dict[str, Header] = {}
    for pk, text in facts.texts.items():
        for header in HEADERS[kind](pk, facts.about[pk], wanted) if text.asked else ():
            headers[header.key] = header
            found[header.key].add(pk)
    order = sorted(
        headers.values(), key=lambda header: ("lacks" in header.sets, header.key if kind in DATED else header.name)
    )
    return [Column(header, frozenset(found[header.key])) for header in order]


DATED = ("year", "month")


def _article(pk: int, about: About, wanted: Filter) -> Iterable[Header]:
    return [Header(f"a{pk}", about.title, {"article": pk})]


def _source(pk: int, about: About, wanted: Filter) -> Iterable[Header]:
    if about.source:
        return [Header(f"s{about.source}", about.source, {"source": about.source})]
    return [Header("-", _("来源不明"), {"lacks": "source"})]


def _byline(pk: int, about: About, wanted: Filter) -> Iterable[Header]:
    if about.authors:
        return [Header(f"b{name}", name, {"byline": name}) for name in about.authors]
    return [Header("-", _("没有署名"), {"lacks": "byline"})]


def _year(pk: int, about: About, wanted: Filter) -> Iterable[Header]:
    return [_days(about, wanted, "%Y", lambda day: (date(day.year, 1, 1), date(day.year, 12, 31)))]


def _month(pk: int, about: About, wanted: Filter) -> Iterable[Header]:
    return [_days(about, wanted, "%Y-%m", _month_of)]


def _month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _days(about: About, wanted: Filter, form: str, reach: Callable[[date], tuple[date, date]]) -> Header:
    """The year's or month's column, no wider than the days asked for."""
    if not about.published:
        return Header("-", _("没有日期"), {"lacks": "published"})
    day = local(about.published).date()
    first, last = reach(day)
    since, until = max(first, wanted.since or first), min(last, wanted.until or last)
    return Header(f"{day:{form}}", f"{day:{form}}", {"dated": "published", "since": since, "until": until})


HEADERS: dict[str, Callable[[int, About, Filter], Iterable[Header]]] = {
    "article": _article,
    "source": _source,
    "byline": _byline,
    "year": _year,
    "month": _month,
}
