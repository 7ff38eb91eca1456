"""All notes of a project, filtered, grouped and paged; the filters that a person named."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annotations.filters import filter
from annotations.filters import queries as filters_queries
from annotations.limits import NAME_LENGTH
from annotations.memos import queries as memos_queries
from annotations.notes import listing as notes_listing
from annotations.views.paging import asked_page, showing
from reader.access import member
from reader.labels import queries as labels_queries
from reader.models import Article, Membership
from reader.text.direction import one_line
from reader.views.frame import project_page

PER_PAGE = 50


@require_safe
@login_required
def notes_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    here, wanted = membership.project, filter.wanted(request.GET)
    themes = filters_queries.themes(here)
    listing: Any = notes_listing.Listing(membership, wanted, themes)
    page = asked_page(request, listing, PER_PAGE)
    pairs = list(page.object_list)
    # By theme, memos are the themes' own, which are read already.
    memos = {} if listing.by_theme else memos_queries.memos(here, {mark.article_id for _key, mark in pairs})
    rows: Any = notes_listing.groups(membership, listing, pairs, themes, memos)
    return project_page(
        request,
        membership,
        "annotations/notes.html",
        page=showing(page, rows),
        groups=rows,
        filters=wanted,
        listing=listing,
        memo=memos.get(None),
        memo_address=notes_listing.memo_address(here),
        arrived=notes_listing.arrived(wanted, themes),
        choices=notes_listing.choices(listing.facets, themes),
        saved=filters_queries.saved_filters(here, membership.user),
        labels=labels_queries.labels(here),
        kinds=Article.CitationKind.choices,
        name_length=NAME_LENGTH,
    )


@require_POST
@login_required
def filter_save(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    wanted, name = filter.of_query(request.POST.get("query", "")), one_line(request.POST.get("name", ""))
    if not name or len(name) > NAME_LENGTH or "\0" in name:
        messages.error(request, _("给筛选起个名字，最多 %(limit)d 个字。") % {"limit": NAME_LENGTH})
    else:
        mine = filters_queries.saved_filters(membership.project, membership.user)
        fields = {"project": membership.project, "user": membership.user}
        mine.update_or_create(
            name=name, defaults={"query": wanted.query}, create_defaults={"query": wanted.query, **fields}
        )
        messages.success(request, _("筛选“%(name)s”已存下。") % {"name": name})
    return _back(membership, wanted.query)


@require_POST
@login_required
def filter_delete(request: HttpRequest, project: int, saved: int) -> HttpResponse:
    membership = member(request.user, project)
    filters_queries.saved_filters(membership.project, membership.user).filter(pk=saved).delete()
    return _back(membership, filter.of_query(request.POST.get("query", "")).query)


def _back(membership: Membership, query: str) -> HttpResponse:
    return redirect(f"{reverse('notes', args=[membership.project_id])}?{query}")
