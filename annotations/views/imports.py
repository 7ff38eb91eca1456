"""Notes from elsewhere: a look at what a file would bring, taking it in, and placing by hand what was not found."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotations.importing import placing, queries, unplaced
from annotations.imports import Notes, read
from annotations.undoing import steps
from annotations.views.arriving import FileForm, into_project
from annotations.views.paging import asked_page
from reader import waiting
from reader.access import member
from reader.models import Membership
from reader.sandbox import bounded
from reader.views.frame import project_page
from reader.waiting import File
from reader.wording import in_words

SHOWN = 50
NAME_SHOWN = 40
NotesForm = partial(FileForm, gettext_lazy("笔记文件"), ".jsonld,.json,.qdpx,.csv,.tsv")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def import_notes(request: HttpRequest, project: int) -> HttpResponse:
    return into_project(request, project, NotesForm, _page, _preview, _taken_in)


def _preview(request: HttpRequest, membership: Membership, file: File) -> HttpResponse:
    found = placing.preview(membership.project, bounded(read, file.data))
    token = waiting.keep(membership.user, membership.project, file)
    unread = [{"name": one.name, "reason": in_words(one)} for one in found.unread[:SHOWN]]
    return _page(request, membership, found=found, token=token, name=file.name, shown=SHOWN, unread=unread)


def _taken_in(request: HttpRequest, membership: Membership, file: File) -> HttpResponse:
    notes = bounded(read, file.data)
    outcome = placing.place_all(membership, notes, file.name)
    said = _("导入圈点 %(placed)d 处，新文章 %(articles)d 篇；早已有的 %(known)d 处，没有找到位置的 %(unplaced)d 处。")
    messages.success(request, said % vars(outcome))
    for sentence in _warnings(notes, outcome):
        messages.warning(request, sentence)
    return redirect("unplaced" if outcome.unplaced else "library", membership.project_id)


def _warnings(notes: Notes, outcome: placing.Outcome) -> Iterator[str]:
    """What was not taken in as the file has it."""
    if notes.unread:
        names = "、".join(f"{one.name[:NAME_SHOWN]}（{in_words(one)}）" for one in notes.unread[:SHOWN])
        yield _("读不进来的 %(number)d 项：%(names)s") % {"number": len(notes.unread), "names": names}
    if outcome.strangers:
        names = "、".join(outcome.strangers[:SHOWN])
        yield _("不是成员、圈点记在你名下的：%(names)s") % {"names": names}
    for one in outcome.changed[:SHOWN]:
        yield _("《%(title)s》里的文字不同：文件里是“%(said)s”，文章里是“%(words)s”。") % _fields(one)


def _fields(one: placing.Changed) -> dict[str, str]:
    return {"title": one.title, "said": one.said, "words": one.words}


@require_safe
@login_required
def unplaced_list(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    page = asked_page(request, queries.unplaced(membership.project), SHOWN)
    rows = unplaced.listed(membership.project, page.object_list)
    stacks = steps.stacks(membership, None)
    shown: dict[str, Any] = {"rows": rows, "page": page, "undo": bool(stacks.done), "redo": bool(stacks.undone)}
    return project_page(request, membership, "annotations/unplaced.html", **shown)


@require_POST
@login_required
def unplaced_place(request: HttpRequest, project: int, unplaced_id: int) -> HttpResponse:
    """Put the passage where the reader says: one of the candidates that the list showed."""
    membership = member(request.user, project, "edit")
    row = queries.unplaced_or_404(membership.project, unplaced_id)
    article, start = request.POST.get("article", ""), request.POST.get("start", "")
    chosen = unplaced.chosen(row, article, start)
    if chosen is None:
        messages.error(request, _("文章又变了，请从现在的候选里再选。"))
    else:
        unplaced.place(membership, row, *chosen)
        messages.success(request, _("已放到《%(title)s》。") % {"title": chosen[0].title})
    return redirect("unplaced", project)


@require_POST
@login_required
def unplaced_drop(request: HttpRequest, project: int, unplaced_id: int) -> HttpResponse:
    membership = member(request.user, project, "edit")
    unplaced.drop(membership, queries.unplaced_or_404(membership.project, unplaced_id))
    messages.success(request, _("已丢弃，可以撤销。"))
    return redirect("unplaced", project)


def _page(request: HttpRequest, membership: Membership, status: int = 200, **context: Any) -> HttpResponse:
    shown = {"form": NotesForm(), "waiting": queries.unplaced(membership.project).count()} | context
    return project_page(request, membership, "annotations/import.html", status, **shown)
