"""Cleaning many articles anew: which, how far that has come, what it changed, and the way back."""

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from annotations.library import filter
from annotations.library import queries as library_queries
from annotations.views.paging import asked_page, showing
from annotations.views.recleaned import tallied, told
from reader import access
from reader.articles import queries as articles_queries
from reader.capture import batches, queries
from reader.models import Batch, BatchItem, Membership
from reader.views import taken_back
from reader.views.frame import project_page

State = BatchItem.State
PER_PAGE = 50
LISTED = 50


@require_safe
@login_required
def recleanings(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    here, filters = membership.project, filter.wanted(request.GET)
    chosen = _chosen(membership, request.GET)
    narrowed = filters.narrows
    totals, changed = queries.counts(here), queries.counts(here, State.DONE)
    past = queries.recleanings(here)[:LISTED]
    return project_page(
        request,
        membership,
        "annotations/recleanings.html",
        chosen=chosen,
        kept=filter.pairs_of(filters),
        shown=library_queries.matching(here, membership.user, filters).count() if narrowed else 0,
        total=articles_queries.articles(here).count(),
        rows=[(batch, totals.get(batch.pk, 0), changed.get(batch.pk, 0)) for batch in past],
        days=batches.KEPT.days,
    )


@require_POST
@login_required
def recleaning_start(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    articles = list(_wanted(membership, request.POST))
    if not articles:
        messages.error(request, _("没有选中文章，什么都没有改动。"))
        return redirect("recleanings", project)
    return redirect(batches.clean(membership.project, access.signed_in(request), articles))


@require_safe
@login_required
def recleaning(request: HttpRequest, project: int, batch: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.recleaning(membership.project, batch)
    batches.resume(found)
    counts = queries.tally(found)
    state = request.GET.get("state", "")
    page = asked_page(request, queries.outcomes(found, state if state in State else ""), PER_PAGE)
    rows = told(found, list(page.object_list))
    to_come = counts.get(State.WAITING, 0) + counts.get(State.RUNNING, 0)
    total = sum(counts.values())
    return project_page(
        request,
        membership,
        "annotations/recleaning.html",
        batch=found,
        page=showing(page, rows),
        tally=tallied(found, counts),
        state=state,
        total=total,
        over=total - to_come,
        running=to_come > 0,
        counts=counts,
        again=counts.get(State.FAILED, 0) + counts.get(State.CANCELLED, 0),
        taken_back=queries.taking_back(found).first(),
        ends=batches.ends(found, queries.items(found).order_by("-touched")[:1]),
    )


@require_POST
@login_required
def recleaning_change(request: HttpRequest, project: int, batch: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.recleaning(membership.project, batch)
    act = request.POST.get("act")
    if act == "cancel":
        count = batches.cancel(found)
        sentence = ngettext("取消了 %(count)d 篇；正在清理的会做完。", "取消了 %(count)d 篇；正在清理的会做完。", count)
        messages.info(request, sentence % {"count": count})
    elif act == "retry":
        count = batches.retry(found)
        messages.info(request, ngettext("再做 %(count)d 篇。", "再做 %(count)d 篇。", count) % {"count": count})
    elif act == "undo":
        return redirect(_taken_back(request, found))
    return redirect(found)


def _taken_back(request: HttpRequest, found: Batch) -> Batch:
    back = batches.take_back(found, access.signed_in(request)) if found.kind == Batch.Kind.CLEAN else None
    if back is None:
        messages.info(request, _("没有可以撤销的。"))
    return back or found


def _wanted(membership: Membership, said: QueryDict) -> Iterable[int]:
    """The ids of the articles that the form names: those chosen, those that the filter shows, or all."""
    if said.get("which") == "chosen":
        return [article.pk for article in _chosen(membership, said)]
    if said.get("which") == "shown":
        shown = library_queries.matching(membership.project, membership.user, filter.wanted(said))
        return shown.values_list("pk", flat=True)
    everything = articles_queries.articles(membership.project)
    return everything.values_list("pk", flat=True) if said.get("which") == "all" else []


def _chosen(membership: Membership, said: QueryDict) -> list:
    wanted = taken_back.ids(said.getlist("article"))
    return list(articles_queries.articles(membership.project).filter(pk__in=wanted))
