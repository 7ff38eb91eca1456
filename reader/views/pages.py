"""What every page of a project shows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reader.access import may
from reader.models import Membership


def project_page(
    request: HttpRequest, membership: Membership, template: str, status: int = 200, **context: Any
) -> HttpResponse:
    frame = {"project": membership.project, "membership": membership, "may": may(membership)}
    return render(request, template, frame | context, status=status)
