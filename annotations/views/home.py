"""The front door: what a person comes back to, over all their projects."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from annotations.home import changes, queries, waiting
from reader.access import signed_in
from reader.people import first_account
from reader.projects import queries as projects_queries


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return redirect("welcome") if first_account.wanted() else _home(request)


@login_required
def _home(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    memberships = list(projects_queries.memberships(user))
    ids = [membership.project_id for membership in memberships]
    counts = projects_queries.article_counts(user)
    context = {
        "memberships": [(membership, counts.get(membership.project_id, 0)) for membership in memberships],
        "begun": queries.begun(user, ids),
        "captured": queries.captured(ids),
        "changes": changes.summed(queries.changes(user, ids)),
        "waiting": waiting.waiting(memberships),
    }
    return render(request, "annotations/home.html", context)
