"""Many articles at once: labelled, starred, deleted, restored, each undone as one; captured again, exported; two
compared."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from reader.access import member
from reader.articles import bin
from reader.capture import batches
from reader.cleaning.captures import Capture
from reader.labels import giving, queries
from reader.models import Article, Label, Membership
from reader.people.appearance import keep_density
from reader.views import taken_back
from reader.views.taken_back import INVERSE, Step

RIGHTS = (
    dict.fromkeys(("delete", "restore", "again", "reclean"), "edit")
    | dict.fromkeys(("label", "unlabel", "star", "unstar"), "mark")
    | dict.fromkeys(("export", "compare"), "read")
)


@require_POST
@login_required
def articles_act(request: HttpRequest, project: int) -> HttpResponse:
    act, _found, one = request.POST.get("act", "").partition(":")
    if act not in RIGHTS:
        raise Http404
    membership = member(request.user, project, RIGHTS[act])
    wanted = taken_back.ids([one] if one else request.POST.getlist("article"))
    chosen = queries.chosen(membership.project, wanted, deleted=act == "restore")
    if not chosen:
        messages.error(request, _("先勾选文章。"))
    elif act in OTHERS:
        return OTHERS[act](request, membership, chosen)
    else:
        _do(request, membership, act, chosen)
    return redirect(_back(request, project))


def _do(request: HttpRequest, membership: Membership, act: str, chosen: Sequence[Article]) -> None:
    try:
        label = _label(membership, act, request.POST.get("label", ""))
    except giving.NoName:
        messages.error(request, _("标签要有名字，最多 %(limit)d 个字。") % {"limit": giving.NAME_LENGTH})
        return
    done = carry_out(membership, act, chosen, label)
    step = Step(membership.project_id, act, tuple(done), label.name if label else "")
    taken_back.offer(request, step, said(act, len(done), str(label or "")))


def _label(membership: Membership, act: str, name: str) -> Label | None:
    if act in ("star", "unstar"):
        return giving.star_of(membership.project)
    if act == "unlabel":
        return queries.label(membership.project, name) or Label()
    return giving.label_named(membership.project, name) if act == "label" else None


@transaction.atomic
def carry_out(membership: Membership, act: str, chosen: Sequence[Article], label: Label | None) -> list[int]:
    """Do it to each; the ids of those that it changed."""
    if label is not None:
        give = act in ("label", "star")
        return (giving.give if give else giving.take_off)(membership, label, chosen) if label.pk else []
    for article in chosen:
        {"delete": bin.delete, "restore": bin.restore}[act](article)
    return [article.pk for article in chosen]


def said(act: str, number: int, label: str) -> str:
    words = {
        "delete": ngettext("%(n)s 篇已移到回收站，圈点都在。", "%(n)s 篇已移到回收站，圈点都在。", number),
        "restore": ngettext("%(n)s 篇已恢复。", "%(n)s 篇已恢复。", number),
        "label": ngettext("%(n)s 篇加上了标签“%(label)s”。", "%(n)s 篇加上了标签“%(label)s”。", number),
        "unlabel": ngettext("%(n)s 篇去掉了标签“%(label)s”。", "%(n)s 篇去掉了标签“%(label)s”。", number),
        "star": ngettext("%(n)s 篇加了星标。", "%(n)s 篇加了星标。", number),
        "unstar": ngettext("%(n)s 篇去了星标。", "%(n)s 篇去了星标。", number),
    }
    return words[act] % {"n": number, "label": label}


@require_POST
@login_required
def articles_undo(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project, "mark")
    step = taken_back.taken(request, project)
    if step is None:
        messages.error(request, _("没有可撤销的操作。"))
        return redirect(_back(request, project))
    act = INVERSE[step.act]
    member(request.user, project, RIGHTS[act])
    chosen = queries.chosen(membership.project, step.articles, deleted=act == "restore")
    done = carry_out(membership, act, chosen, _label(membership, act, step.label))
    messages.success(request, _("已撤销：%(what)s") % {"what": said(act, len(done), step.label)})
    return redirect(_back(request, project))


def _again(request: HttpRequest, membership: Membership, chosen: Sequence[Article]) -> HttpResponse:
    """Fetched anew from their addresses, as a batch that shows how far it is."""
    addressed = [Capture(b"", article.url) for article in chosen if article.url]
    if len(addressed) < len(chosen):
        left = len(chosen) - len(addressed)
        messages.info(
            request,
            ngettext("%(n)s 篇没有原文地址，不能再收。", "%(n)s 篇没有原文地址，不能再收。", left) % {"n": left},
        )
    if not addressed:
        return redirect(_back(request, membership.project_id))
    return redirect(batches.queue(membership.project, membership.user, [[capture] for capture in addressed]))


def _export(request: HttpRequest, membership: Membership, chosen: Sequence[Article]) -> HttpResponse:
    """Their notes, filtered as the notes page is: that page offers every format."""
    query = urlencode({"among": ",".join(str(article.pk) for article in chosen)})
    return redirect(f"{reverse('notes', args=[membership.project_id])}?{query}")


def _reclean(request: HttpRequest, membership: Membership, chosen: Sequence[Article]) -> HttpResponse:
    """That page says what will be done, and asks once more."""
    query = urlencode([("article", article.pk) for article in chosen])
    return redirect(f"{reverse('recleanings', args=[membership.project_id])}?{query}")


def _compare(request: HttpRequest, membership: Membership, chosen: Sequence[Article]) -> HttpResponse:
    """Their wording, the one that appeared first as the old one."""
    if len(chosen) != 2:
        messages.error(request, _("勾选两篇文章，才好逐句比较。"))
        return redirect(_back(request, membership.project_id))
    old, new = sorted(chosen, key=lambda article: (article.published or article.added, article.pk))
    query = urlencode({"old": old.pk, "new": new.pk})
    return redirect(f"{reverse('drift', args=[membership.project_id])}?{query}")


OTHERS: dict[str, Callable[[HttpRequest, Membership, Sequence[Article]], HttpResponse]] = {
    "again": _again,
    "compare": _compare,
    "export": _export,
    "reclean": _reclean,
}


@require_POST
@login_required
def density(request: HttpRequest, project: int) -> HttpResponse:
    """One line a row, or the opening too."""
    membership = member(request.user, project)
    keep_density(membership.user, compact=request.POST.get("compact") == "1")
    return redirect(_back(request, project))


def _back(request: HttpRequest, project: int) -> Any:
    """The page it was done on, where that is one of ours."""
    back = request.POST.get("back", "")
    ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, {request.get_host()})
    return back if ours else reverse("library", args=[project])
