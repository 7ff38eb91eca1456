"""提法变化: two articles, or two versions of one, sentence by sentence beside each other."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from annotations.drift import asked, files, laid, sides
from annotations.views.downloads import download
from reader.access import member
from reader.articles.queries import versions
from reader.models import Project
from reader.views.frame import project_page


@require_safe
@login_required
def drift_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    wanted = asked.asked(request.GET)
    articles = sides.choices(membership.project)
    return project_page(
        request,
        membership,
        "annotations/drift.html",
        wanted=wanted,
        articles=articles,
        offered=sides.offered(articles),
        formats=files.WRITERS,
        **_compared(membership.project, wanted),
    )


@require_safe
@login_required
def drift_file(request: HttpRequest, project: int, form: str) -> HttpResponseBase:
    here = member(request.user, project).project
    wanted, writer = asked.asked(request.GET), files.WRITERS.get(form)
    found = _compared(here, wanted)
    if writer is None or "comparison" not in found:
        raise Http404
    report = files.report(found["old"], found["new"], found["comparison"], wanted.changes)
    name = f"{here} {found['new'].article.title}"
    return download(lambda file: writer.write(report, file), name, form, writer.media_type)


def _compared(project: Project, wanted: asked.Asked) -> dict[str, Any]:
    """Both sides as far as they are chosen, and the comparison of two."""
    chosen = {"old": (wanted.old, wanted.old_version), "new": (wanted.new, wanted.new_version)}
    found: dict[str, Any] = {
        name: sides.side(project, article, version or None) for name, (article, version) in chosen.items() if article
    }
    found |= {f"{name}_versions": list(versions(one.article)) for name, one in list(found.items())}
    if "old" in found and "new" in found:
        if sides.too_long(found["old"], found["new"]):
            return found | {"too_long": sides.LONGEST}
        found["comparison"] = laid.comparison(found["old"], found["new"])
    return found
