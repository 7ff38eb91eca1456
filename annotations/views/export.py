"""The notes that leave a project, as files."""

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

import reader.queries
from annotations import exporting
from annotations.exports import FORMATS, filenames
from annotations.exports.document import Document
from reader.access import member
from reader.models import Membership


@require_safe
@login_required
def export(request: HttpRequest, project: int, format: str) -> FileResponse:
    """The notes as a file: of the article that `?article=` names, else of the project."""
    membership = member(request.user, project)
    chosen = FORMATS.get(format)
    if chosen is None:
        raise Http404
    document = _document(request, membership)
    file = BytesIO()
    chosen.write(document, file)
    file.seek(0)
    name = filenames.filename(document.title, chosen.extension)
    return FileResponse(file, as_attachment=True, filename=name, content_type=chosen.media_type)


def _document(request: HttpRequest, membership: Membership) -> Document:
    asked = exporting.Request(membership.user, request.build_absolute_uri("/").rstrip("/"), timezone.now())
    wanted = request.GET.get("article")
    if wanted is None:
        return exporting.of_project(membership.project, asked)
    if not wanted.isdecimal():
        raise Http404
    return exporting.of_article(membership.project, reader.queries.article(membership.project, int(wanted)), asked)
