"""The pages of refusal, each with a sentence one can act on."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django answers 400 for a body over a limit; 413 says it better."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return render(request, "413.html", {"limits": _limits()}, status=413)
    return render(request, "400.html", status=400)


def _limits() -> dict[str, int]:
    """How many files, and megabytes in all and of one file, a request may carry."""
    whole, one = settings.REQUEST_LIMIT // 2**20, settings.CAPTURE_LIMIT // 2**20
    return {"files": settings.DATA_UPLOAD_MAX_NUMBER_FILES, "whole": whole, "one": one}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "reader/csrf.html", status=403)
