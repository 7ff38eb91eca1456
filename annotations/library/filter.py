"""The library's filters, as the address carries them."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from annotations.library.queries import ORDERS, Wanted
from annotations.limits import LARGEST_ID

SORTS = [
    ("published", _("发表时间")),
    ("added", _("收入时间")),
    ("marks", _("圈点多少")),
    ("read", _("最近读过")),
    ("title", _("标题")),
]
# Of these an address may name several: an article has to satisfy them all.
SEVERAL = ("theme", "label")
MOST = 20


class FilterForm(forms.Form):
    """A filter that makes no sense is left out."""

    person = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    source = forms.CharField(required=False)
    year = forms.IntegerField(required=False, min_value=1, max_value=9998)
    unread = forms.BooleanField(required=False)
    waiting = forms.BooleanField(required=False)
    sort = forms.ChoiceField(required=False, choices=[(name, name) for name in ORDERS])


def wanted(query: QueryDict) -> Wanted:
    form = FilterForm(query)
    form.is_valid()
    given: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if value}
    given |= {name: _ids(query.getlist(name)) for name in SEVERAL}
    return Wanted(**given)


def query_of(asked: Wanted) -> str:
    """The address's part behind the question mark."""
    return urlencode(pairs_of(asked))


def pairs_of(asked: Wanted) -> list[tuple[str, Any]]:
    """The names and values that ask for it, as a form has them."""
    unset = Wanted()
    said = {name: value for name, value in asdict(asked).items() if value != getattr(unset, name)}
    listed = {name: value if isinstance(value, tuple) else (value,) for name, value in said.items()}
    return [(name, 1 if one is True else one) for name, values in listed.items() for one in values]


def _ids(said: list[str]) -> tuple[int, ...]:
    """Numbers that may be ids, each once, in their order."""
    found = (int(one) for one in said[:MOST] if one.isascii() and one.isdecimal() and len(one) < 20)
    return tuple(dict.fromkeys(id for id in found if 1 <= id <= LARGEST_ID))
