"""The largest request this installation reads, and what reading the files in it may take."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from reader.sandbox import REQUEST, limited


class RequestSizeMiddleware:
    """Refuses by its declared length what would otherwise be written to disk first. Django reads no further than
    the declared length, so a false one gains nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.REQUEST_LIMIT:
            raise RequestDataTooBig(length)
        with limited(REQUEST):
            return self.get_response(request)
