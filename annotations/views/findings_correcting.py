"""Saying otherwise, dropping and taking back what was found in a text."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations.analysis import correcting, findings, stated
from annotations.limits import LARGEST_ID
from reader.access import member


class DocumentForm(forms.Form):
    title = forms.CharField(required=False, max_length=200)
    number = forms.CharField(required=False, max_length=80)
    kind = forms.CharField(max_length=20)

    def clean(self) -> dict[str, Any]:
        """A number that a reader gives names its document."""
        said = super().clean() or {}
        if not said.get("title") and not said.get("number"):
            raise forms.ValidationError(_("名称和文号至少填一样。"))
        return said | {"issued": bool(said.get("number"))}


class NumberForm(forms.Form):
    low = forms.FloatField(error_messages={"required": _("数值要填。")})
    unit = forms.CharField(required=False, max_length=20)
    bound = forms.ChoiceField(required=False, choices=list(stated.BOUNDS.items()))
    aim = forms.ChoiceField(required=False, choices=stated.AIMS)


class PlaceForm(forms.Form):
    """Which finding is meant."""

    article = forms.IntegerField(min_value=1, max_value=LARGEST_ID)
    start = forms.IntegerField(min_value=0, max_value=LARGEST_ID)
    end = forms.IntegerField(min_value=0, max_value=LARGEST_ID)


FORMS: dict[str, type[forms.Form]] = {"documents": DocumentForm, "numbers": NumberForm}


@require_POST
@login_required
def finding_correct(request: HttpRequest, project: int, kind: str) -> HttpResponse:
    membership = member(request.user, project, "mark")
    place = PlaceForm(request.POST)
    if kind not in FORMS or not place.is_valid():
        raise Http404
    row = findings.row(membership.project, kind, **place.cleaned_data)
    if row is None:
        messages.error(request, _("文章变了，这一处已经不在那里。"))
    elif request.POST.get("act") == "drop":
        correcting.correct(membership, kind, row, None)
        messages.success(request, _("已去掉，可以撤销。"))
    elif (form := FORMS[kind](request.POST)).is_valid():
        correcting.correct(membership, kind, row, form.cleaned_data)
        messages.success(request, _("已更正，可以撤销。"))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return _back(request, project, kind)


@require_POST
@login_required
def finding_restore(request: HttpRequest, project: int, correction: int) -> HttpResponse:
    known = correcting.take_back(member(request.user, project, "mark"), correction)
    messages.success(request, _("已撤销更正。"))
    return _back(request, project, known.kind)


def _back(request: HttpRequest, project: int, kind: str) -> HttpResponse:
    """To the page as it was asked for."""
    return redirect(f"{reverse(kind, args=[project])}?{QueryDict(request.POST.get('asked', '')).urlencode()}")
