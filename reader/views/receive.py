"""Receiving the page a reader sees: their bookmarklet opens this page, which asks before it keeps anything."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reader import access
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.extraction import ExtractionError
from reader.models import Membership
from reader.views.forms.capture import ReceiveForm
from reader.views.frame import project_page
from reader.wording import in_words


@login_required
def receive(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    if request.method != "POST":
        return _page(request, membership, ReceiveForm())
    form = ReceiveForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, form, 422)
    came = Capture(form.cleaned_data["html"].encode(), form.cleaned_data["url"], "text/html; charset=utf-8")
    try:
        return redirect(import_capture(membership.project, membership.user, came).article)
    except ExtractionError as error:
        messages.error(request, in_words(error))
        return _page(request, membership, form, 422)


def _page(request: HttpRequest, membership: Membership, form: ReceiveForm, status: int = 200) -> HttpResponse:
    answer = project_page(request, membership, "reader/receive.html", status, form=form)
    # Here alone: under the site's own policy the window that opened this one could not be spoken with.
    answer.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
    return answer
