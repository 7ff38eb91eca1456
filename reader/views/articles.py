"""One article: its text, its cleaning record, its original, and the bin."""

from io import BytesIO

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from reader import access, importing, queries
from reader.cleaning_record import record_rows
from reader.models import Snapshot
from reader.text.reading_time import minutes
from reader.views.pages import project_page


@require_safe
@login_required
def article(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project)
    found = queries.article(membership.project, article)
    return project_page(
        request,
        membership,
        "reader/article.html",
        article=found,
        version=found.current,
        blocks=numbered(found.current.blocks),
        removed_count=len(found.current.removed),
        minutes=minutes(found.characters),
        characters=found.characters,
        progress=queries.progress(found, membership.user),
    )


def numbered(blocks: list[dict]) -> list[dict]:
    """The blocks with their number (from 1) and the code point at which each starts in the text."""
    rows, start = [], 0
    for number, block in enumerate(blocks, 1):
        rows.append(block | {"number": number, "start": start})
        start += len(block["text"]) + 1
    return rows


@require_safe
@login_required
def record(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project)
    found = queries.article(membership.project, article)
    return project_page(
        request,
        membership,
        "reader/record.html",
        article=found,
        version=found.current,
        snapshots=queries.snapshots(found),
        rows=record_rows(found.current.blocks, found.current.removed),
    )


@require_safe
@login_required
def original(request: HttpRequest, project: int, article: int) -> FileResponse:
    """The bytes as they came in, as a download: never shown as a page of this site."""
    membership = access.member(request.user, project)
    found = queries.article(membership.project, article)
    snapshot = get_object_or_404(Snapshot, project=membership.project, article=found, position=0)
    name = snapshot.filename or f"{found.title}.html"
    return FileResponse(
        BytesIO(snapshot.data), as_attachment=True, filename=name, content_type="application/octet-stream"
    )


@require_POST
@login_required
def article_delete(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.article(membership.project, article)
    found.deleted = timezone.now()
    found.save(update_fields=["deleted"])
    messages.success(request, _("“%(title)s”已移到回收站，圈点都在。") % {"title": found.title})
    return redirect(membership.project)


@require_POST
@login_required
def article_restore(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.deleted_article(membership.project, article)
    importing.restore(found)
    messages.success(request, _("“%(title)s”已恢复。") % {"title": found.title})
    return redirect(found)


@require_safe
@login_required
def recycle_bin(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project)
    articles = queries.deleted_articles(membership.project)
    return project_page(request, membership, "reader/bin.html", articles=articles)
