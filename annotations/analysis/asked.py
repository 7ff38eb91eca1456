"""What the analysis page is asked, as its address carries it: a filter, and how its marks are set out."""

from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from annotations.analysis.columns import KINDS
from annotations.analysis.matrix import Measure
from annotations.filters import filter
from annotations.filters.filter import Filter

MEASURES = (
    ("marks", _("圈点数")),
    ("articles", _("文章数")),
    ("characters", _("圈点字数")),
    ("rate", _("每千字圈点")),
    ("share", _("占该栏圈点的 %")),
)


@dataclass(frozen=True)
class Asked:
    """`sort` is the key of the column whose numbers order the rows; `turned` puts themes on top. `reposts`: what is
    marked again in a repost counts again."""

    by: str = "source"
    measure: Measure = "marks"
    turned: bool = False
    sort: str = ""
    reposts: bool = False
    wanted: Filter = field(default_factory=Filter)


class AnalysisForm(forms.Form):
    """A field that makes no sense is left out."""

    by = forms.ChoiceField(required=False, choices=KINDS)
    measure = forms.ChoiceField(required=False, choices=MEASURES)
    turned = forms.BooleanField(required=False)
    sort = forms.CharField(required=False, max_length=300)
    reposts = forms.BooleanField(required=False)


def asked(query: QueryDict) -> Asked:
    form = AnalysisForm(query)
    form.is_valid()
    given: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if value}
    return Asked(**given, wanted=_marks(filter.wanted(query), once="reposts" not in given))


def _marks(wanted: Filter, *, once: bool) -> Filter:
    """What rows and columns set is not the filter's; its days are those of the articles."""
    free = replace(
        wanted, theme=0, alone=False, also=0, untagged=False, byline="", lacks="", group="article", once=once
    )
    return free if free.dated == "published" else replace(free, dated="published", since=None, until=None)
