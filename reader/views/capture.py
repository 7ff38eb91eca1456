"""Bringing articles in: by address, by pasting, by uploading."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from reader import access, waiting
from reader.articles.versions import Absent
from reader.capture import batches
from reader.capture.bookmarklet import bookmarklet
from reader.capture.fetching import FetchError
from reader.capture.gathering import gather
from reader.capture.grouping import taken_apart, together
from reader.capture.importing import Imported, import_whole
from reader.capture.pages import bring_in
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import CleaningRefused
from reader.extraction import ExtractionError
from reader.models import Membership
from reader.views.forms.capture import PasteForm, UploadForm, UrlForm, WholeForm
from reader.views.frame import project_page
from reader.views.offers import offer_of
from reader.waiting import File
from reader.wording import in_words

# The field of each way's form that an error is told at.
FIELD = {"url": "url", "paste": "text", "upload": "files"}


@login_required
def capture(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    if request.method != "POST":
        return _page(request, membership)
    way = WAYS.get(request.POST.get("way", ""))
    return way(request, membership) if way else _page(request, membership, 422)


def _page(request: HttpRequest, membership: Membership, status: int = 200, **context: object) -> HttpResponse:
    forms = {"url_form": UrlForm(), "paste_form": PasteForm(), "upload_form": UploadForm(), "active": "url"}
    forms["bookmarklet"] = bookmarklet(request.build_absolute_uri(reverse("receive", args=[membership.project_id])))
    return project_page(request, membership, "reader/capture.html", status, **(forms | context))


def _refused(request: HttpRequest, membership: Membership, way: str, form: Form, **context: object) -> HttpResponse:
    return _page(request, membership, 422, **({f"{way}_form": form, "active": way} | context))


def _by_url(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = UrlForm(request.POST)
    if not form.is_valid():
        return _refused(request, membership, "url", form)
    urls = form.cleaned_data["url"]
    if len(urls) > 1:
        return redirect(batches.start(membership.project, membership.user, [Capture(b"", url=url) for url in urls]))
    try:
        gathered = gather(urls[0])
    except FetchError as error:
        form.add_error("url", in_words(error))
        return _refused(request, membership, "url", form)
    return _import_one(request, membership, "url", form, gathered.captures, gathered.absent)


def _by_pasting(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _refused(request, membership, "paste", form)
    pasted = form.cleaned_data
    came = Capture(pasted["text"].encode(), pasted["url"], "text/plain; charset=utf-8", title=pasted["title"])
    return _import_one(request, membership, "paste", form, [came])


def _by_upload(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, membership, "upload", form)
    came: list[Capture] = []
    refused: list[str] = []
    for file in form.cleaned_data["files"]:
        try:
            apart = taken_apart(file.read(), file.name)
        except ExtractionError as error:
            refused.append(f"{file.name}：{in_words(error)}")
        else:
            came += apart.captures
            refused += [f"{file.name}/{name}：{in_words(error)}" for name, error in apart.refused]
    if not came:
        form.add_error("files", refused)
        return _refused(request, membership, "upload", form)
    for sentence in refused:
        messages.error(request, sentence)
    groups = together(came)
    if len(groups) == 1:
        return _import_one(request, membership, "upload", form, groups[0])
    return redirect(batches.queue(membership.project, membership.user, groups))


def _import_one(
    request: HttpRequest,
    membership: Membership,
    way: str,
    form: Form,
    came: Sequence[Capture],
    absent: Sequence[Absent] = (),
) -> HttpResponse:
    try:
        return _arrived(request, bring_in(membership.project, membership.user, came, absent))
    except CleaningRefused as refused:
        form.add_error(FIELD[way], in_words(refused))
        return _refused(request, membership, way, form)
    except ExtractionError as error:
        if error.text and len(came) == 1:
            one = came[0]
            file = File(one.data, one.filename, one.url, one.content_type)
            token = waiting.keep(membership.user, membership.project, file)
            return _refused(request, membership, way, form, offer=offer_of(one, error), token=token)
        form.add_error(FIELD[way], in_words(error))
        return _refused(request, membership, way, form)


def _whole(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = WholeForm(request.POST)
    token = form["token"].value() or ""
    kept = waiting.take(membership.user, membership.project, token)
    if kept is None or not form.is_valid():
        messages.error(request, _("这份内容没有保存下来，请重新收一次。"))
        return _page(request, membership, 422)
    titled = Capture(kept.data, kept.url, kept.content_type, kept.name, form.cleaned_data["title"])
    imported = import_whole(membership.project, membership.user, titled)
    waiting.forget(membership.user, membership.project, token)
    return _arrived(request, imported)


def _arrived(request: HttpRequest, imported: Imported) -> HttpResponse:
    if imported.restored:
        messages.info(request, _("这篇文章原在回收站里，已经恢复。"))
    elif imported.extended:
        messages.info(request, _("这篇文章早已收过，新的页接在了后面。"))
    elif not imported.created:
        messages.info(request, _("这份原件已经收过，这就是那篇文章。"))
    return redirect(imported.article)


Way = Callable[[HttpRequest, Membership], HttpResponse]
WAYS: dict[str, Way] = {"url": _by_url, "paste": _by_pasting, "upload": _by_upload, "whole": _whole}
