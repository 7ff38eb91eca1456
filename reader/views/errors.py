"""The pages of refusal, each with a sentence one can act on."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django answers 400 for a body over the limit; 413 says it better."""
    if isinstance(exception, RequestDataTooBig):
        megabytes = settings.REQUEST_LIMIT // 2**20
        return render(request, "413.html", {"megabytes": megabytes}, status=413)
    return render(request, "400.html", status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "reader/csrf.html", status=403)
