"""Coding what a search found: the plan with every passage to look through, then one step that can be taken back."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from annotations.filters import queries
from annotations.limits import LARGEST_ID
from annotations.marks import coding as marks_coding
from annotations.models import Theme
from annotations.refusals import Refusal
from annotations.search import asked, choosing, coding
from annotations.search.finding import find
from annotations.search.language import Refused, parse
from annotations.search.results import Results
from annotations.search.wording import why
from annotations.themes.tree import path
from reader.access import member
from reader.models import Project
from reader.views.frame import project_page


class CodingForm(forms.Form):
    """What the plan is for; a field that makes no sense is left out."""

    unit = forms.ChoiceField(required=False, choices=coding.UNITS)
    theme = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)


class StartForm(forms.Form):
    """What the plan was for, and the run that its marks are known by."""

    run = forms.UUIDField()
    theme = forms.IntegerField(min_value=1, max_value=LARGEST_ID)
    unit = forms.ChoiceField(choices=coding.UNITS)
    q = forms.CharField(max_length=200)


@require_safe
@login_required
def coding_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project, "mark")
    themes = [theme for theme in queries.themes(membership.project) if theme.archived is None]
    wanted, form = asked.asked(request.GET), CodingForm(request.GET)
    form.is_valid()
    unit, theme = form.cleaned_data.get("unit") or "sentence", form.cleaned_data.get("theme")
    chosen = next((one for one in themes if one.pk == theme), None)
    try:
        found = _plan(membership.project, wanted, unit, chosen, themes) if wanted.q else {}
    except Refused as refused:
        found = {"refused": why(refused)}
    by_id = {one.pk: one for one in themes}
    return project_page(
        request,
        membership,
        "annotations/coding.html",
        wanted=wanted,
        unit=unit,
        units=coding.UNITS,
        chosen=chosen,
        themes=[(one.pk, " / ".join(path(one, by_id))) for one in themes],
        run=uuid4(),
        most=marks_coding.MOST,
        **found,
    )


@require_POST
@login_required
def coding_start(request: HttpRequest, project: int) -> HttpResponse:
    """Mark the passages that are ticked; the page sent twice marks them once."""
    membership = member(request.user, project, "mark")
    passages = [found for key in request.POST.getlist("passage") if (found := coding.passage_of(key))]
    form = StartForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("没有看懂要圈点什么，请重新检索。"))
        return redirect("search", project)
    asked_for = form.cleaned_data
    origin = {"name": asked_for["q"], "unit": asked_for["unit"]}
    try:
        done = marks_coding.code(
            membership, passages[: marks_coding.MOST], asked_for["theme"], asked_for["run"], origin
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        _tell(request, done)
    return redirect(f"{reverse('coding', args=[project])}?{request.POST.get('back', '')[:1000]}")


def _plan(
    project: Project, wanted: asked.Asked, unit: str, chosen: Theme | None, themes: list[Theme]
) -> dict[str, Any]:
    results = Results(project, find(project, parse(wanted.q), wanted.within), wanted.reposts)
    if chosen is None:
        return {"total": results.total}
    hits = choosing.chosen(results, wanted)
    return {"total": results.total, "plan": coding.plan(project, hits, results.articles, unit, chosen.pk, themes)}


def _tell(request: HttpRequest, done: marks_coding.Coded) -> None:
    said = ngettext("圈点了 %(n)d 处。", "圈点了 %(n)d 处。", done.made) % {"n": done.made}
    if done.moved:
        said += ngettext(
            "有 %(n)d 处所在的文章刚换了文本，没有圈。", "有 %(n)d 处所在的文章刚换了文本，没有圈。", done.moved
        ) % {"n": done.moved}
    messages.success(request, said, extra_tags="coded" if done.made else "")
