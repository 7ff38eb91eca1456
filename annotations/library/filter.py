"""The library's filters, as the address carries them."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from annotations.library.queries import ORDERS, Wanted
from annotations.limits import LARGEST_ID

SORTS = [("published", _("发表时间")), ("added", _("收入时间")), ("title", _("标题"))]


class FilterForm(forms.Form):
    """A filter that makes no sense is left out."""

    theme = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    source = forms.CharField(required=False)
    year = forms.IntegerField(required=False, min_value=1, max_value=9998)
    unread = forms.BooleanField(required=False)
    sort = forms.ChoiceField(required=False, choices=[(name, name) for name in ORDERS])


def wanted(query: QueryDict) -> Wanted:
    form = FilterForm(query)
    form.is_valid()
    given: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if value}
    return Wanted(**given)
