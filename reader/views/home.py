"""The front door, and the sign that the house stands."""

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reader.access import signed_in
from reader.people import first_account
from reader.projects import queries
from reader.views.frame import LAST_PROJECT


def home(request: HttpRequest) -> HttpResponse:
    return redirect("welcome") if first_account.wanted() else last_project(request)


@login_required
def last_project(request: HttpRequest) -> HttpResponse:
    """The library the reader was in last, else the first of theirs, else the list of projects."""
    mine = [membership.project for membership in queries.memberships(signed_in(request))]
    last = request.session.get(LAST_PROJECT)
    chosen = next((project for project in mine if project.pk == last), mine[0] if mine else None)
    return redirect(chosen) if chosen else redirect("projects")


def healthz(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
