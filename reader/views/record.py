"""The cleaning record of an article: what was cut and by which rule, and the ways to correct it."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from reader import access
from reader.access import signed_in
from reader.articles import queries, versions
from reader.cleaning import correcting, metadata
from reader.cleaning.correcting import CleaningRefused, Seen
from reader.cleaning.history import Step, history
from reader.cleaning.record import record_of
from reader.extraction.addresses import host_of
from reader.models import Article, Snapshot, TextVersion
from reader.views.forms.record import RecordChangeForm, told
from reader.views.frame import project_page
from reader.wording import in_words


@require_safe
@login_required
def record(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project)
    found = queries.article(membership.project, article)
    past = list(queries.versions(found))
    version = queries.version(found, _number(request) or found.current.number)
    is_current, host = version.number == found.current.number, host_of(found.url)
    may_correct = access.may(membership).edit and is_current
    groups = record_of(version)
    inside = [group for group in groups if group.inside]
    return project_page(
        request,
        membership,
        "reader/record.html",
        article=found,
        version=version,
        shown_is_current=is_current,
        versions=past[::-1],
        ways=history(Step(one.number, one.reason) for one in past),
        snapshots=_pages(found, version),
        groups=groups,
        inside=inside,
        inside_lines=sum(len(group.lines) for group in inside),
        host=host,
        may_correct=may_correct,
        may_choose=may_correct and bool(host),
        metadata=[(label, said, metadata.origin_label(found, field)) for field, label, said in told(found)],
        as_page=request.GET.get("original") == "page",
    )


def _pages(found: Article, version: TextVersion) -> list[Snapshot]:
    """The pages the version joins, in order, without their bytes."""
    pages = {page.position: page for page in queries.snapshots(found)}
    return [pages[position] for position in versions.extent(version).positions if position in pages]


def _number(request: HttpRequest) -> int | None:
    said = request.GET.get("version", "")
    return int(said) if said.isdecimal() and len(said) < 9 else None


@require_POST
@login_required
def record_change(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    found = queries.article(membership.project, article)
    form = RecordChangeForm(request.POST)
    address = reverse("record", args=[project, article])
    if not form.is_valid():
        messages.error(request, _("没有看懂要改什么，什么都没有改动。"))
        return redirect(address)
    act = ACTS[form.cleaned_data["act"]]
    try:
        act(request, Seen(membership.project, found.pk, form.cleaned_data["version"]), form)
    except CleaningRefused as refused:
        messages.error(request, in_words(refused))
    rows = form.cleaned_data["row"]
    return redirect(f"{address}#row-{rows[0]}" if rows else address)


def _flip(request: HttpRequest, seen: Seen, form: RecordChangeForm) -> None:
    correcting.flip(seen, signed_in(request), form.cleaned_data["row"], form.cleaned_data["act"])


def _undo(request: HttpRequest, seen: Seen, form: RecordChangeForm) -> None:
    correcting.undo(seen, signed_in(request))


def _redo(request: HttpRequest, seen: Seen, form: RecordChangeForm) -> None:
    correcting.redo(seen, signed_in(request))


def _return(request: HttpRequest, seen: Seen, form: RecordChangeForm) -> None:
    correcting.return_to(seen, signed_in(request), form.cleaned_data["number"])


def _clean(request: HttpRequest, seen: Seen, form: RecordChangeForm) -> None:
    lost = correcting.reclean(seen, signed_in(request))
    messages.success(request, _("已按现在的规则重新清理；你恢复和划去的都还在。"))
    if lost:
        sentence = ngettext(
            "有 %(count)d 处改动的原文现在找不到，没有用上：%(texts)s",
            "有 %(count)d 处改动的原文现在找不到，没有用上：%(texts)s",
            len(lost),
        )
        messages.warning(request, sentence % {"count": len(lost), "texts": " / ".join(edit.text for edit in lost)})


Act = Callable[[HttpRequest, Seen, RecordChangeForm], None]
ACTS: dict[str, Act] = {
    "clean": _clean,
    "redo": _redo,
    "restore": _flip,
    "return": _return,
    "strike": _flip,
    "undo": _undo,
}
