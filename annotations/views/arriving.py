"""A file from elsewhere in two steps: a look at what it would bring, and its taking in at the reader's word."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from annotations.archive import ArchiveError
from annotations.imports import ImportFault, check_size
from reader import waiting
from reader.access import member, signed_in
from reader.extraction import ExtractionError
from reader.models import Project
from reader.waiting import File
from reader.wording import in_words


class FileForm(forms.Form):
    """One file of the kinds that its field names."""

    def __init__(self, label: Any, accept: str, *args: Any) -> None:
        super().__init__(*args)
        field = forms.FileField(label=label, allow_empty_file=True, widget=forms.FileInput({"accept": accept}))
        self.fields["file"] = field


@dataclass(frozen=True)
class Arrival:
    """What a kind of file asks for: into which project, its form (of a request's data and files), its page (of a status
    and what to show), and both steps."""

    project: Project | None
    form: Callable[..., FileForm]
    page: Callable[..., HttpResponse]
    preview: Callable[[File], HttpResponse]
    take_in: Callable[[File], HttpResponse]


def into_project(
    request: HttpRequest, project: int, form: Callable[..., FileForm], *steps: Callable[..., HttpResponse]
) -> HttpResponse:
    """The answer for a kind of file that editors take into their project; its page and both steps are given the request
    and the membership first."""
    membership = member(request.user, project, "edit")
    page, preview, take_in = (partial(step, request, membership) for step in steps)
    return answer(request, Arrival(membership.project, form, page, preview, take_in))


def answer(request: HttpRequest, arrival: Arrival) -> HttpResponse:
    if request.method != "POST":
        return arrival.page()
    try:
        return (_taken_in if "token" in request.POST else _previewed)(request, arrival)
    except (ExtractionError, ImportFault) as fault:
        return arrival.page(422, error=in_words(fault))
    except ArchiveError as error:
        return arrival.page(422, error=str(error))


def _previewed(request: HttpRequest, arrival: Arrival) -> HttpResponse:
    form = arrival.form(request.POST, request.FILES)
    if not form.is_valid():
        return arrival.page(422, form=form)
    uploaded = form.cleaned_data["file"]
    check_size(uploaded.size)
    return arrival.preview(File(uploaded.read(), uploaded.name))


def _taken_in(request: HttpRequest, arrival: Arrival) -> HttpResponse:
    user, token = signed_in(request), request.POST["token"]
    file = waiting.take(user, arrival.project, token)
    if file is None:
        return arrival.page(422, error=_("这份文件没有保存下来，请重新上传。"))
    taken = arrival.take_in(file)
    waiting.forget(user, arrival.project, token)
    return taken
