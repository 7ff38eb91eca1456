"""Themes marked together as the page shows them: a table of all pairs, the closest first, and one pair's passages."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, islice, pairwise
from math import ceil

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from annotations.analysis.facts import Facts
from annotations.analysis.matrix import Mark, Matrix
from annotations.analysis.together import Counted, How, Pair, Span, Together, counted, pairs
from annotations.limits import LARGEST_ID
from annotations.models import Theme
from annotations.themes.tree import lineage
from reader.articles import blocks
from reader.models import Project, TextVersion
from reader.text.sentences import sentences

WAYS: list[tuple[str, object]] = [
    ("passage", _("同一段圈点")),
    ("overlap", _("重叠的字")),
    ("sentence", _("同一句")),
    ("paragraph", _("同一段")),
    ("near", _("相距不远")),
]
REACH, FARTHEST = 100, 2000
# Passages of a pair that are shown, and that are counted.
SHOWN, MOST = 200, 10_000
# Strengths of shading, for c from 0 to 1.
SHADES = 5


@dataclass(frozen=True)
class Asked:
    """`reach` are the characters that may lie between two passages that are near; `one` and `other` the themes whose
    passages are shown, 0 for none."""

    how: How = "paragraph"
    reach: int = REACH
    one: int = 0
    other: int = 0

    @property
    def pair(self) -> Pair:
        return min(self.one, self.other), max(self.one, self.other)


class TogetherForm(forms.Form):
    """A field that makes no sense is left out."""

    how = forms.ChoiceField(required=False, choices=WAYS)
    reach = forms.IntegerField(required=False, min_value=0, max_value=FARTHEST)
    one = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    other = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)


@dataclass(frozen=True)
class Row:
    """A pair of themes and what was counted of it."""

    one: Theme
    other: Theme
    by: Together


@dataclass(frozen=True)
class Laid:
    """`themes` are those with any mark, in the codebook's order; `rows` the pairs that stand together, the closest
    first; `passages` the pair's marks, at most SHOWN of `count`."""

    themes: Sequence[Theme]
    counted: Counted
    rows: Sequence[Row]
    passages: Sequence[tuple[Mark, Mark]]
    count: int


def asked(query: QueryDict) -> Asked:
    form = TogetherForm(query)
    form.is_valid()
    return Asked(**{name: value for name, value in form.cleaned_data.items() if value not in (None, "")})


def laid(project: Project, facts: Facts, wanted: Asked, themes: Sequence[Theme], *, once: bool) -> Laid:
    matrix = Matrix(facts.texts, facts.marks, once=once)
    marks = matrix.kept(facts.marks)
    spans = _spans(project, wanted.how, {mark.version for mark in marks})
    found = counted(marks, wanted.how, spans, wanted.reach)
    shown = [theme for theme in themes if found.units[theme.pk]]
    asks = wanted.one and wanted.other
    met = list(islice(pairs(marks, wanted.pair, wanted.how, spans, wanted.reach), MOST)) if asks else []
    return Laid(shown, found, _rows(found, shown), met[:SHOWN], len(met))


def _rows(found: Counted, themes: Sequence[Theme]) -> list[Row]:
    """A theme and one above it always stand together: such pairs say nothing."""
    by_id = {theme.pk: theme for theme in themes}
    above = {theme.pk: {one.pk for one in lineage(theme, by_id)} for theme in themes}
    rows = [
        Row(one, other, found.of_pair((min(one.pk, other.pk), max(one.pk, other.pk))))
        for one, other in combinations(themes, 2)
        if one.pk not in above[other.pk] and other.pk not in above[one.pk]
    ]
    return sorted((row for row in rows if row.by.both), key=lambda row: (-row.by.c, -row.by.both))


def _spans(project: Project, how: How, versions: set[int]) -> Mapping[int, Sequence[Span]]:
    """The sentences or paragraphs of these versions, as the index knows them; it may be behind."""
    if how not in ("sentence", "paragraph"):
        return {}
    whole = how == "paragraph"
    known = {pk: list(_indexed(held, whole)) for pk, held in blocks.sentence_stops(project, versions).items()}
    behind = TextVersion.objects.filter(project=project, pk__in=versions - known.keys())
    cut = _paragraphs if whole else sentences
    texts = behind.order_by().values_list("pk", "text") if versions - known.keys() else ()
    return known | {pk: list(cut(text)) for pk, text in texts}


def _indexed(held: Iterable[tuple[int, Sequence[int]]], whole: bool) -> Iterator[Span]:
    for start, stops in held:
        edges = [0, *(stops[-1:] if whole else stops)]
        yield from ((start + first, start + last) for first, last in pairwise(edges))


def _paragraphs(text: str) -> Iterator[Span]:
    edges = accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    yield from ((start, end - 1) for start, end in pairwise(edges) if end - 1 > start)


@dataclass(frozen=True)
class Cell:
    """A theme against itself, how many units it has; against another, what was counted of both."""

    one: Theme
    other: Theme
    units: int
    by: Together | None
    shade: int


def grid(found: Laid, most: int) -> list[tuple[Theme, list[Cell]]]:
    """The first themes against each other."""
    themes = found.themes[:most]
    return [(one, [_cell(found.counted, one, other) for other in themes]) for one in themes]


def _cell(found: Counted, one: Theme, other: Theme) -> Cell:
    if one.pk == other.pk:
        return Cell(one, other, found.units[one.pk], None, 0)
    by = found.of_pair((min(one.pk, other.pk), max(one.pk, other.pk)))
    return Cell(one, other, by.both, by, ceil(by.c * SHADES))


def places(project: Project, passages: Sequence[tuple[Mark, Mark]]) -> dict[int, str]:
    """The anchor of each mark's paragraph in its article; none for a mark on a text that is not shown any more."""
    every = {mark.id: mark for pair in passages for mark in pair}
    starts = blocks.starts(project, {mark.version for mark in every.values()})
    numbers = {pk: bisect_right(starts.get(mark.version, ()), mark.start) for pk, mark in every.items()}
    return {pk: f"#p{number}" if number else "" for pk, number in numbers.items()}
