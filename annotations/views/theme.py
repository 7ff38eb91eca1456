"""A theme's page: its entry in the codebook and every quote; merge, split, move, archive, examples."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annotations.codebook import arranging, examples, merging
from annotations.codebook import queries as codebook_queries
from annotations.filters import filter
from annotations.filters import queries as filters_queries
from annotations.limits import NAME_LENGTH
from annotations.memos import queries as memos_queries
from annotations.models import Theme
from annotations.notes import listing as notes_listing
from annotations.refusals import Refusal
from annotations.themes import making
from annotations.themes import queries as themes_queries
from annotations.themes.tree import below, lineage
from annotations.views.codebook import attempt
from annotations.views.codebook_forms import EntryForm, NewThemeForm, TargetForm
from annotations.views.paging import asked_page, showing
from reader.access import member
from reader.labels import queries as labels_queries
from reader.models import Membership
from reader.views.frame import project_page

PER_PAGE = 50
SENTENCES_BESIDE = 1


@require_safe
@login_required
def theme_page(request: HttpRequest, project: int, theme: int) -> HttpResponse:
    membership = member(request.user, project)
    found = themes_queries.any_theme(membership.project, theme)
    if found and found.merged_into_id:
        return redirect("theme", project, found.merged_into_id)
    return _page(request, membership, _live(membership, theme))


def _live(membership: Membership, theme_id: int) -> Theme:
    theme = themes_queries.theme(membership.project, theme_id)
    if theme is None:
        raise Http404
    return theme


def _page(
    request: HttpRequest, membership: Membership, theme: Theme, form: EntryForm | None = None, status: int = 200
) -> HttpResponse:
    themes = filters_queries.themes(membership.project)
    theme = next(row for row in themes if row.pk == theme.pk)
    others = [other for other in themes if other.pk not in below(themes, theme.pk)]
    return project_page(
        request,
        membership,
        "annotations/theme.html",
        status,
        theme=theme,
        above=lineage(theme, {other.pk: other for other in themes})[:-1],
        form=form or EntryForm.of(theme),
        merge_form=TargetForm(themes=others) if others else None,
        move_form=NewThemeForm(themes=others, initial={"parent": theme.parent_id}),
        counts=codebook_queries.counts(membership.project).get(theme.pk, codebook_queries.Counts()),
        together=codebook_queries.together(membership.project, theme.pk),
        examples=codebook_queries.examples(membership.project, theme.pk),
        memo=memos_queries.theme_memo(theme),
        memo_address=notes_listing.memo_address(theme),
        name_length=NAME_LENGTH,
        **_quotes(request, membership, theme, themes),
    )


def _quotes(request: HttpRequest, membership: Membership, theme: Theme, themes: list[Theme]) -> dict[str, Any]:
    """A page of what is tagged with the theme, as its address filters it, and what the filter can be set to."""
    asked = filter.wanted(request.GET)
    own = filter.Filter(theme=theme.pk, alone=request.GET.get("below") != "1")
    wanted = replace(asked, theme=own.theme, alone=own.alone, untagged=False, group="article")
    listing: Any = notes_listing.Listing(membership, wanted, themes)
    page = asked_page(request, listing, PER_PAGE)
    rows: Any = notes_listing.groups(membership, listing, list(page.object_list), themes, {}, SENTENCES_BESIDE)
    facets = filters_queries.facets(membership.project, filters_queries.matching(membership.project, own, themes))
    marks = [note.mark for group in rows for note in group.notes]
    own_rows = [row for mark in marks for row in mark.taggings.all() if row.theme_id == theme.pk]
    return {
        "page": showing(page, rows),
        "groups": rows,
        "total": listing.total,
        "filters": wanted,
        "narrowed": wanted != own,
        "has_children": any(other.parent_id == theme.pk for other in themes),
        "choices": notes_listing.choices([facet for facet in facets if facet.shown], ()),
        "labels": labels_queries.labels(membership.project),
        "query": request.GET.urlencode(),
        "owned": {row.highlight_id for row in own_rows},
        "pinned": {row.highlight_id for row in own_rows if row.pinned},
    }


@require_POST
@login_required
def theme_edit(request: HttpRequest, project: int, theme: int) -> HttpResponse:
    membership = member(request.user, project, "edit")
    found = _live(membership, theme)
    form = EntryForm(request.POST)
    if form.is_valid():
        try:
            making.describe(membership, theme, form.description(found))
            messages.success(request, _("已保存。"))
            return redirect("theme", project, theme)
        except Refusal as refusal:
            form.add_error("name", str(refusal))
    return _page(request, membership, found, form, 422)


@require_POST
@login_required
def theme_merge(request: HttpRequest, project: int, theme: int) -> HttpResponse:
    membership = member(request.user, project, "edit")
    target = _number(request.POST.get("target")) or 0
    merged = attempt(request, lambda: merging.merge(membership, theme, target), _("已合并，圈点都在。可以撤销。"))
    return redirect("theme", project, target if merged else theme)


@require_POST
@login_required
def theme_split(request: HttpRequest, project: int, theme: int) -> HttpResponse:
    membership = member(request.user, project, "edit")
    chosen = [uuid for uuid in map(_uuid, request.POST.getlist("highlight")) if uuid]
    name = request.POST.get("name", "")
    attempt(request, lambda: merging.split(membership, theme, name, chosen), _("已分出新主题。可以撤销。"))
    return redirect("theme", project, theme)


@require_POST
@login_required
def theme_move(request: HttpRequest, project: int, theme: int) -> HttpResponse:
    membership = member(request.user, project, "edit")
    parent = _number(request.POST.get("parent"))
    attempt(request, lambda: arranging.move(membership, theme, parent), _("已移动。"))
    return redirect("theme", project, theme)


@require_POST
@login_required
def theme_archive(request: HttpRequest, project: int, theme: int) -> HttpResponse:
    """Put it away, or bring it back with `archived=0`."""
    membership = member(request.user, project, "edit")
    act = arranging.unarchive if request.POST.get("archived") == "0" else arranging.archive
    attempt(request, lambda: act(membership, theme))
    return redirect("theme", project, theme)


@require_POST
@login_required
def theme_pin(request: HttpRequest, project: int, theme: int) -> HttpResponse:
    """Take a highlight as an example, or take it off with `pinned=0`."""
    membership = member(request.user, project, "edit")
    uuid = _uuid(request.POST.get("highlight", ""))
    if uuid is None or not examples.pin(membership, theme, uuid, request.POST.get("pinned") != "0"):
        raise Http404
    # To the same page of the same quotes.
    return redirect(f"{reverse('theme', args=[project, theme])}?{QueryDict(request.POST.get('query', '')).urlencode()}")


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() and len(written) < 19 else None


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None
