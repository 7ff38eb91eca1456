"""Batches: how far each has come, what became of every item, and the ways to stop it or try again."""

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from reader import access
from reader.capture import batches, bringing, queries
from reader.cleaning import captures
from reader.extraction import ExtractionError
from reader.models import Batch, BatchItem
from reader.views.forms.capture import TitleForm
from reader.views.frame import project_page
from reader.views.offers import Offer, offer_of

State = BatchItem.State
LISTED = 50


@dataclass(frozen=True)
class Outcome:
    item: BatchItem
    reason: str
    inside: int = 0

    @property
    def address(self) -> str:
        """Where the reader may look at what was not brought in; nothing of what no browser should open."""
        missed = self.item.state in (State.FAILED, State.CANCELLED)
        return self.item.url if missed and self.item.url.startswith(("https://", "http://")) else ""


@require_safe
@login_required
def batch_list(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    totals, failed = queries.counts(membership.project), queries.counts(membership.project, State.FAILED)
    rows = [
        (batch, totals.get(batch.pk, 0), failed.get(batch.pk, 0))
        for batch in queries.batches(membership.project)[:LISTED]
    ]
    return project_page(request, membership, "reader/batches.html", rows=rows, days=batches.KEPT.days)


@require_safe
@login_required
def batch(request: HttpRequest, project: int, batch: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.batch(membership.project, batch)
    batches.resume(found)
    items = list(queries.items(found))
    inside = queries.taken_inside(found, items)
    open_items = sum(item.state in (State.WAITING, State.RUNNING) for item in items)
    return project_page(
        request,
        membership,
        "reader/batch.html",
        batch=found,
        outcomes=[_outcome(item, inside) for item in _shown(items, open_items)],
        tally=_tally(items),
        total=len(items),
        over=len(items) - open_items,
        running=open_items > 0,
        ends=batches.ends(found, items),
        waiting=any(item.state == State.WAITING for item in items),
        failed=any(item.state in (State.FAILED, State.CANCELLED) for item in items),
    )


def _outcome(item: BatchItem, inside: dict[int, int]) -> Outcome:
    return Outcome(item, _reason(item), inside.get(item.article.version_id or 0, 0) if item.article else 0)


def _shown(items: list[BatchItem], open_items: int) -> list[BatchItem]:
    """What failed comes first once nothing moves any more: among two hundred it is what the reader looks for."""
    return items if open_items else sorted(items, key=lambda item: item.state != State.FAILED)


def _tally(items: list[BatchItem]) -> list[tuple[str, int]]:
    """How many items are in each state that any is in."""
    counted = Counter(item.state for item in items)
    return [(str(state.label), counted[state]) for state in State if counted[state]]


def _reason(item: BatchItem) -> str:
    return gettext(item.refusal["template"]) % item.refusal["parameters"] if item.refusal else ""


@require_POST
@login_required
def batch_cancel(request: HttpRequest, project: int, batch: int) -> HttpResponse:
    found = _found(request, project, batch)
    count = batches.cancel(found)
    sentence = ngettext("取消了 %(count)d 份；正在收的会收完。", "取消了 %(count)d 份；正在收的会收完。", count)
    messages.info(request, sentence % {"count": count})
    return redirect(found)


@require_POST
@login_required
def batch_retry(request: HttpRequest, project: int, batch: int) -> HttpResponse:
    found = _found(request, project, batch)
    count = batches.retry(found)
    messages.info(request, ngettext("再收 %(count)d 份。", "再收 %(count)d 份。", count) % {"count": count})
    return redirect(found)


@login_required
def batch_whole(request: HttpRequest, project: int, batch: int, position: int) -> HttpResponse:
    """One item without an article: what text it has, and the way to keep all of it."""
    membership = access.member(request.user, project, "edit")
    found = queries.batch(membership.project, batch)
    item = queries.offered_item(found, position)
    form = TitleForm(request.POST)
    if request.method == "POST" and form.is_valid():
        kept = bringing.keep_whole(item, membership.user, form.cleaned_data["title"])
        messages.success(request, gettext("“%(title)s”的全部文字已收下。") % {"title": kept.article.title})
        return redirect(found)
    offer = offer_of_item(item)
    status = 422 if request.method == "POST" else 200
    return project_page(request, membership, "reader/whole.html", status, batch=found, item=item, offer=offer)


def offer_of_item(item: BatchItem) -> Offer:
    came = bringing.capture_of(item)
    return offer_of(came, ExtractionError("no_article", text=captures.all_text(came)))


def _found(request: HttpRequest, project: int, batch: int) -> Batch:
    return queries.batch(access.member(request.user, project, "edit").project, batch)
