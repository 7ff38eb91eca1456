"""A project's archive: taking it away, and making a project of one."""

from functools import partial
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from annotations import archive
from annotations.archive.sending import archived
from annotations.views.arriving import Arrival, FileForm, answer
from reader import waiting
from reader.access import member, signed_in
from reader.waiting import File

ArchiveForm = partial(FileForm, gettext_lazy("课题存档"), ".zip")


@require_safe
@login_required
def take_away(request: HttpRequest, project: int) -> FileResponse:
    return archived(member(request.user, project).project)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def restore(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what is in it, and only then make the project."""
    page, preview, take_in = (partial(step, request) for step in (_page, _preview, _taken_in))
    return answer(request, Arrival(None, ArchiveForm, page, preview, take_in))


def _preview(request: HttpRequest, file: File) -> HttpResponse:
    found = archive.summary(archive.checked(BytesIO(file.data)))
    return _page(request, found=found, token=waiting.keep(signed_in(request), None, file))


def _taken_in(request: HttpRequest, file: File) -> HttpResponse:
    project = archive.restore(archive.checked(BytesIO(file.data)), signed_in(request))
    messages.success(request, _("课题“%(name)s”已从存档恢复。") % {"name": project})
    return redirect(project)


def _page(request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "annotations/restore.html", {"form": ArchiveForm()} | context, status=status)
