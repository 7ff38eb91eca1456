"""What the notes page is asked to show, as its address carries it."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Literal
from urllib.parse import urlencode

from django import forms
from django.core.validators import MaxLengthValidator, MinValueValidator
from django.http import QueryDict

from annotations.limits import LARGEST_ID

EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True)
class Filter:
    """What is left of the marks: 0, "", False and None ask for nothing. `alone` is a theme without its children.

    `among` are the articles that were chosen, `label` is one that their articles have. `dated` says which day `since`
    and `until` speak of: when it was marked, or when the article appeared. `also` is a second theme, `byline` who wrote
    the article, `lacks` what is not known of it. `once` leaves out what is marked in a repost and, under the same
    conditions, where its text appeared first.
    """

    article: int = 0
    among: tuple[int, ...] = ()
    label: int = 0
    theme: int = 0
    alone: bool = False
    also: int = 0
    untagged: bool = False
    once: bool = False
    person: int = 0
    source: str = ""
    byline: str = ""
    lacks: Literal["", "source", "byline", "published"] = ""
    dated: Literal["marked", "published"] = "marked"
    since: date | None = None
    until: date | None = None
    note: Literal["", "with", "without"] = ""
    text: str = ""
    group: Literal["article", "theme"] = "article"

    @property
    def query(self) -> str:
        """The address's part behind the question mark."""
        unset = Filter()
        return urlencode({name: _said(value) for name, value in asdict(self).items() if value != getattr(unset, name)})

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return any(getattr(self, field.name) != field.default for field in fields(self) if field.name not in NEUTRAL)

    @property
    def anywhere(self) -> "Filter":
        """The same marks in whatever article, those said again too."""
        days: dict[str, Any] = {} if self.dated == "marked" else {"since": None, "until": None}
        return replace(self, article=0, among=(), label=0, source="", byline="", lacks="", once=False, **days)

    @property
    def of_articles(self) -> "Filter":
        """What is asked of the articles alone; the days are those on which they appeared."""
        asked = {name: getattr(self, name) for name in ("article", "among", "label", "source", "byline", "lacks")}
        return Filter(**asked, dated="published", since=self.since, until=self.until)


NEUTRAL = ("group", "dated", "alone")


class FilterForm(forms.Form):
    """A field that makes no sense is left out."""

    article = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    among = forms.RegexField(r"^\d{1,18}(,\d{1,18})*$", required=False, max_length=4000)
    label = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    theme = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    alone = forms.BooleanField(required=False)
    also = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    untagged = forms.BooleanField(required=False)
    once = forms.BooleanField(required=False)
    person = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    source = forms.CharField(required=False, max_length=200)
    byline = forms.CharField(required=False, max_length=200)
    lacks = forms.ChoiceField(required=False, choices=[(name, name) for name in ("source", "byline", "published")])
    dated = forms.ChoiceField(required=False, choices=[(name, name) for name in ("marked", "published")])
    since = forms.DateField(required=False, validators=[MinValueValidator(EARLIEST)])
    until = forms.DateField(required=False, validators=[MinValueValidator(EARLIEST)])
    note = forms.ChoiceField(required=False, choices=[(name, name) for name in ("with", "without")])
    text = forms.CharField(required=False, validators=[MaxLengthValidator(200)])
    group = forms.ChoiceField(required=False, choices=[(name, name) for name in ("article", "theme")])


def wanted(query: QueryDict) -> Filter:
    form = FilterForm(query)
    form.is_valid()
    given: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if value}
    if "among" in given:
        given["among"] = tuple(dict.fromkeys(map(int, given["among"].split(","))))
    return Filter(**given)


def of_query(query: str) -> Filter:
    """The filter that a kept address asks for."""
    return wanted(QueryDict(query))


def _said(value: Any) -> Any:
    return 1 if value is True else ",".join(map(str, value)) if isinstance(value, tuple) else value
