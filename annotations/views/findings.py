"""The documents that articles cite, and the numbers they state."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from annotations.analysis import cited, correcting, findings, stated
from annotations.exports.document import local
from annotations.exports.tabular import WRITERS, Cell, Sheet
from annotations.filters import filter
from annotations.filters.filter import Filter
from annotations.views.downloads import sheet_in
from annotations.views.paging import asked_page, showing
from reader.access import member
from reader.articles.findings import behind
from reader.articles.queries import articles
from reader.labels import queries as labels_queries
from reader.models import Project
from reader.views.frame import project_page

PER_PAGE = 50
# So many sentences of a document are shown; files have all.
SENTENCES = 12


@require_safe
@login_required
def documents_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    here, wanted = membership.project, filter.wanted(request.GET).of_articles
    found = cited.index(findings.cited(here, wanted))
    kinds = sorted({(document.kind, document.called) for document in found})
    kind = request.GET.get("kind", "")
    page = asked_page(request, [one for one in found if kind in ("", one.kind)], PER_PAGE)
    shown = [row for document in page.object_list for row in document.rows[:SENTENCES]]
    read = iter(findings.passages(here, shown))
    lines = [(document, [(row, next(read)) for row in document.rows[:SENTENCES]]) for document in page]
    frame: dict[str, Any] = {"page": showing(page, lines), "kinds": kinds, "kind": kind, "total": page.paginator.count}
    return project_page(
        request,
        membership,
        "annotations/documents.html",
        most=SENTENCES,
        **frame,
        dropped=correcting.dropped(here, "documents"),
        **_asked(here, wanted),
    )


@require_safe
@login_required
def numbers_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    here, wanted = membership.project, filter.wanted(request.GET).of_articles
    rows, asked = findings.stated(here, wanted), stated.asked(request.GET)
    page = asked_page(request, stated.chosen(rows, asked), PER_PAGE)
    shown = list(page.object_list)
    lines = list(zip(shown, findings.passages(here, shown), strict=True))
    return project_page(
        request,
        membership,
        "annotations/numbers.html",
        page=showing(page, lines),
        total=page.paginator.count,
        units=stated.units(rows),
        numbers_asked=asked,
        aims=stated.AIMS,
        bounds=stated.BOUNDS,
        dropped=correcting.dropped(here, "numbers"),
        sorts=stated.SORTS,
        **_asked(here, wanted),
    )


@require_safe
@login_required
def documents_file(request: HttpRequest, project: int, form: str) -> HttpResponseBase:
    here = member(request.user, project).project
    kind = request.GET.get("kind", "")
    found = [
        one
        for one in cited.index(findings.cited(here, filter.wanted(request.GET).of_articles))
        if kind in ("", one.kind)
    ]
    return _file(here, form, _("引用的文件"), _document_heads(), _document_rows(here, found))


@require_safe
@login_required
def numbers_file(request: HttpRequest, project: int, form: str) -> HttpResponseBase:
    here = member(request.user, project).project
    rows = stated.chosen(findings.stated(here, filter.wanted(request.GET).of_articles), stated.asked(request.GET))
    return _file(here, form, _("数字与目标"), stated.heads(), stated.cells(rows, findings.passages(here, rows)))


def _document_heads() -> list[str]:
    return [_("文件"), _("文号"), _("类别"), _("文章"), _("来源"), _("发表"), _("句子")]


def _document_rows(here: Project, found: Sequence[cited.Document]) -> Iterator[list[Cell]]:
    read = iter(findings.passages(here, [row for document in found for row in document.rows]))
    for document in found:
        name = document.titles[0] if document.titles else ""
        for row in document.rows:
            day = f"{local(row.article.published):%Y-%m-%d}" if row.article.published else ""
            about = (row.article.title, row.article.source, day)
            yield [name, document.number, document.called, *about, next(read).sentence]


def _file(here: Project, form: str, name: str, heads: Sequence[str], rows: Iterator[list[Cell]]) -> HttpResponseBase:
    writer = WRITERS.get(form)
    if writer is None:
        raise Http404
    return sheet_in(form, Sheet(f"{here} {name}", name, heads, rows))


def _asked(here: Project, wanted: Filter) -> dict[str, Any]:
    sources = articles(here).exclude(source="").order_by("source").values_list("source", flat=True).distinct()
    return {
        "filters": wanted,
        "narrows": wanted.narrows,
        "sources": list(sources),
        "labels": labels_queries.labels(here),
        "waiting": behind(here).count(),
        "any_articles": articles(here).exists(),
        "formats": WRITERS,
    }
