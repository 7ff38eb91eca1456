"""Naming a search, and letting go of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations.refusals import Refusal
from annotations.search import saved
from reader.access import member


@require_POST
@login_required
def search_save(request: HttpRequest, project: int) -> HttpResponse:
    membership, query = member(request.user, project), request.POST.get("query", "")
    try:
        made = saved.save(membership, request.POST.get("name", ""), query, "shared" in request.POST)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("检索“%(name)s”已存下。") % {"name": made})
    return redirect(f"{reverse('search', args=[project])}?{query[:2000]}")


@require_POST
@login_required
def search_forget(request: HttpRequest, project: int, search: int) -> HttpResponse:
    """One's own; what others share is theirs, and what somebody who left shared is for editors to take away."""
    membership = member(request.user, project)
    saved.forget(membership, search)
    return redirect("search", project)
