"""How the house is used, and the sign that it stands."""

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reader.access import RIGHTS, May


@require_safe
@login_required
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "reader/help.html", {"may": May(**dict.fromkeys(sorted(RIGHTS["owner"]), True))})


def healthz(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
