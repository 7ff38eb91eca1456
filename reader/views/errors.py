"""The pages of refusal, each with a sentence one can act on."""

import errno
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

# Seconds after which a database that was locked may be asked again.
RETRY = 5


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django answers 400 for a body over a limit; 413 says it better."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return render(request, "413.html", {"limits": _limits()}, status=413)
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """The last resort: it asks neither the database nor the session, which may be what failed."""
    status = _status(sys.exc_info()[1])
    headers = {"Retry-After": str(RETRY)} if status == 503 else {}
    return HttpResponse(loader.get_template(f"{status}.html").render(), status=status, headers=headers)


def _status(error: BaseException | None) -> int:
    """507 where the disk is full, 503 where the database is busy or away, else 500."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return 507
    if not isinstance(error, InterfaceError | OperationalError):
        return 500
    said = str(error).lower()
    if "is full" in said or "no space left" in said:
        return 507
    return 500 if said.startswith(("no such", "near ", "table ")) else 503


def _limits() -> dict[str, int]:
    """How many files, and megabytes in all and of one file, a request may carry."""
    whole, one = settings.REQUEST_LIMIT // 2**20, settings.CAPTURE_LIMIT // 2**20
    return {"files": settings.DATA_UPLOAD_MAX_NUMBER_FILES, "whole": whole, "one": one}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "reader/csrf.html", status=403)
