"""What the comparison is asked, as its address carries it."""

from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from annotations.limits import LARGEST_ID

# Version numbers beyond it there are none.
_NUMBERS = 10**6


@dataclass(frozen=True)
class Asked:
    """Articles by their ids, 0 where none is chosen; versions by their numbers, 0 for those shown. `changes`: rows
    that say the same are left out."""

    old: int = 0
    new: int = 0
    old_version: int = 0
    new_version: int = 0
    changes: bool = False


class DriftForm(forms.Form):
    """A field that makes no sense is left out."""

    old = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    new = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    old_version = forms.IntegerField(required=False, min_value=1, max_value=_NUMBERS)
    new_version = forms.IntegerField(required=False, min_value=1, max_value=_NUMBERS)
    changes = forms.BooleanField(required=False)


def asked(query: QueryDict) -> Asked:
    form = DriftForm(query)
    form.is_valid()
    return Asked(**{name: value for name, value in form.cleaned_data.items() if value})
