"""One article: its text, and the bin."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from reader import access
from reader.articles import bin, queries, versions
from reader.labels import queries as labels_queries
from reader.text.likeness import SAME
from reader.text.reading_time import minutes
from reader.views import taken_back
from reader.views.article_text import shown_text
from reader.views.frame import project_page
from reader.views.taken_back import Step


@require_safe
@gzip_page
@login_required
def article(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project)
    found = queries.opened(membership.project, article, membership.user)
    return project_page(
        request,
        membership,
        "reader/article.html",
        article=found,
        version=found.current,
        text=shown_text(membership.project, found, found.current),
        removed_count=len(found.current.removed),
        page_count=len(found.current.pages),
        lacking=len(versions.extent(found.current).lacking),
        minutes=minutes(found.characters),
        characters=found.characters,
        first=queries.first_appearances(membership.project, [found]).get(found.repost_of_id or 0),
        reposts=queries.reposts_named(found),
        same=round(100 * SAME),
        labels=labels_queries.of_articles(membership.project, [found.pk]).get(found.pk, []),
    )


@require_POST
@login_required
def article_delete(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.article(membership.project, article)
    bin.delete(found)
    step = Step(project, "delete", (found.pk,))
    taken_back.offer(request, step, _("“%(title)s”已移到回收站，圈点都在。") % {"title": found.title})
    return redirect(membership.project)


@require_POST
@login_required
def article_restore(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.deleted_article(membership.project, article)
    bin.restore(found)
    messages.success(request, _("“%(title)s”已恢复。") % {"title": found.title})
    return redirect(found)


@require_safe
@login_required
def recycle_bin(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project)
    articles = queries.deleted_articles(membership.project)
    return project_page(request, membership, "reader/bin.html", articles=articles)
