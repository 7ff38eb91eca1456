"""A project's archive: taking it away, and making a project of one."""

from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from annotations import archive, incoming
from annotations.archive import ArchiveError
from annotations.archive.sending import archived
from annotations.incoming import Incoming
from reader.access import member, signed_in


class ArchiveForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("课题存档"), allow_empty_file=True, widget=forms.FileInput({"accept": ".zip"})
    )


@require_safe
@login_required
def take_away(request: HttpRequest, project: int) -> FileResponse:
    return archived(member(request.user, project).project)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def restore(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what is in it, and only then make the project."""
    if request.method != "POST":
        return _page(request)
    try:
        return _kept(request) if "token" in request.POST else _preview(request)
    except ArchiveError as error:
        return _page(request, 422, error=str(error))


def _preview(request: HttpRequest) -> HttpResponse:
    form = ArchiveForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, 422, form=form)
    file = Incoming(form.cleaned_data["file"].name, form.cleaned_data["file"].read())
    found = archive.summary(archive.checked(BytesIO(file.data)))
    return _page(request, found=found, token=incoming.keep(signed_in(request), file))


def _kept(request: HttpRequest) -> HttpResponse:
    user, token = signed_in(request), request.POST["token"]
    file = incoming.take(user, token)
    if file is None:
        return _page(request, 422, error=_("这份存档没有保存下来，请重新上传。"))
    project = archive.restore(archive.checked(BytesIO(file.data)), user)
    incoming.forget(user, token)
    messages.success(request, _("课题“%(name)s”已从存档恢复。") % {"name": project})
    return redirect(project)


def _page(request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "annotations/restore.html", {"form": ArchiveForm()} | context, status=status)
