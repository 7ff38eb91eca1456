"""Errors of the API are JSON, whoever made them: a middleware, Django itself, the server's last resort."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

PATH = "/api/"
# By status, a code and a sentence. What is refused for want of rights is JSON already: another 403 is the token's.
SAID: dict[int, tuple[str, str]] = {
    400: ("bad_request", _("浏览器发来的内容不完整或不合规矩，什么都没有改动。")),
    403: ("token", _("页面已过期，请刷新后再试。")),
    404: ("not_found", _("没有找到。")),
    405: ("bad_request", _("这个地址不接受这种请求。")),
    413: ("too_large", _("内容太大，没有收下。")),
    500: ("failed", _("出错了，没能完成这一步；已经保存的内容不受影响。")),
    503: ("busy", _("数据库正忙，这一步没有完成；请过一会儿再试。")),
    507: ("full", _("服务器的磁盘满了，这一步没有保存；请告诉管理的人。")),
}
KEPT = ("Allow", "Retry-After")


class JsonErrorsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        plain = answer.status_code in SAID and not answer.get("Content-Type", "").startswith("application/json")
        return _json(request, answer) if plain and request.path.startswith(PATH) else answer


def _json(request: HttpRequest, answer: HttpResponse) -> JsonResponse:
    code, sentence = SAID[answer.status_code]
    with translation.override(getattr(request, "LANGUAGE_CODE", None) or translation.get_language()):
        body = {"error": {"code": code, "message": gettext(sentence)}}
    kept = {name: answer[name] for name in KEPT if name in answer}
    return JsonResponse(body, status=answer.status_code, headers=kept)
