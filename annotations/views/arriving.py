"""A file from elsewhere in two steps: a look at what it would bring, and its taking in at the reader's word."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from annotations import incoming
from annotations.imports import ImportFault, check_size
from annotations.incoming import Incoming
from reader.access import signed_in
from reader.extraction import ExtractionError
from reader.models import Membership
from reader.wording import in_words

Step = Callable[[HttpRequest, Membership, Incoming], HttpResponse]


@dataclass(frozen=True)
class Arrival:
    """What a kind of file asks for: its form, its page (request, membership, status, what to show), and both steps."""

    form: type[forms.Form]
    page: Callable[..., HttpResponse]
    preview: Step
    take_in: Step


def answer(request: HttpRequest, membership: Membership, arrival: Arrival) -> HttpResponse:
    if request.method != "POST":
        return arrival.page(request, membership)
    try:
        return (_taken_in if "token" in request.POST else _previewed)(request, membership, arrival)
    except (ExtractionError, ImportFault) as fault:
        return arrival.page(request, membership, 422, error=in_words(fault))


def _previewed(request: HttpRequest, membership: Membership, arrival: Arrival) -> HttpResponse:
    form = arrival.form(request.POST, request.FILES)
    if not form.is_valid():
        return arrival.page(request, membership, 422, form=form)
    uploaded = form.cleaned_data["file"]
    check_size(uploaded.size)
    return arrival.preview(request, membership, Incoming(uploaded.name, uploaded.read()))


def _taken_in(request: HttpRequest, membership: Membership, arrival: Arrival) -> HttpResponse:
    user, token = signed_in(request), request.POST["token"]
    file = incoming.take(user, token)
    if file is None:
        return arrival.page(request, membership, 422, error=_("这份文件没有保存下来，请重新上传。"))
    taken = arrival.take_in(request, membership, file)
    incoming.forget(user, token)
    return taken
