"""The API: its one error shape and its sign-in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import SessionAuth


class ApiError(Exception):
    """A refusal with its HTTP status, a stable code, a sentence, and what else the client needs."""

    def __init__(self, status: int, code: str, message: str, **extras: Any) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.extras = status, code, message, extras


class ReaderAuth(SessionAuth):
    """Signed in, and as the person whose page asks: work that waited on a page is never kept in another's name."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        user = super().authenticate(request, key)
        return user if user and request.headers.get("X-Reader", str(user.pk)) == str(user.pk) else None


api = NinjaAPI(
    title="圈点 Quandian",
    version="1",
    auth=ReaderAuth(),
    docs_decorator=login_required,
    urls_namespace="api",
)


def refusal(request: HttpRequest, error: ApiError) -> HttpResponse:
    """The one shape of an error: {"error": {"code", "message"}} and the extras."""
    body = {"error": {"code": error.code, "message": error.message}, **error.extras}
    return api.create_response(request, body, status=error.status)


@api.exception_handler(ApiError)
def on_refusal(request: HttpRequest, error: ApiError) -> HttpResponse:
    return refusal(request, error)


@api.exception_handler(AuthenticationError)
def on_anonymous(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return refusal(request, ApiError(401, "signed_out", _("请先登录。")))


@api.exception_handler(PermissionDenied)
def on_forbidden(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return refusal(request, ApiError(403, "forbidden", _("你在这个课题里没有这项权限。")))


@api.exception_handler(Http404)
def on_missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return refusal(request, ApiError(404, "not_found", _("没有找到。")))


@api.exception_handler(ValidationError)
def on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = [".".join(str(part) for part in fault["loc"]) for fault in error.errors]
    return refusal(request, ApiError(422, "invalid", _("提交的内容不合要求。"), fields=fields))


@api.exception_handler(HttpError)
def on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    return refusal(request, ApiError(error.status_code, "bad_request", str(error)))
