"""What the pages have in common: who reads them, and what every page of a project shows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reader.access import may
from reader.models import Membership
from reader.people import queries

LAST_PROJECT = "last_project"


def project_page(
    request: HttpRequest, membership: Membership, template: str, status: int = 200, **context: Any
) -> HttpResponse:
    if request.session.get(LAST_PROJECT) != membership.project_id:
        request.session[LAST_PROJECT] = membership.project_id
    frame = {"project": membership.project, "membership": membership, "may": may(membership)}
    frame["appearance"] = queries.preferences(membership.user)
    return render(request, template, frame | context, status=status)
