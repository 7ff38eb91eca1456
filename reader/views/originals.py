"""An article's original: its bytes as a download, and what they show, without anything that could act."""

from io import BytesIO

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from reader import access
from reader.articles import queries
from reader.cleaning.safe_original import safe_original
from reader.extraction import ExtractionError
from reader.sandbox import bounded
from reader.wording import in_words

# The frame may show text with the site's own style sheet, and nothing else: no script, no image, no form, no way out.
SHUT = {
    "default-src": [NONE],
    "style-src": [SELF],
    "img-src": [NONE],
    "script-src": [NONE],
    "connect-src": [NONE],
    "font-src": [NONE],
    "frame-src": [NONE],
    "manifest-src": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
    "sandbox": [""],
}


@require_safe
@login_required
def original(request: HttpRequest, project: int, article: int) -> FileResponse:
    """The bytes as they came in, as a download: never shown as a page of this site."""
    membership = access.member(request.user, project)
    found = queries.article(membership.project, article)
    snapshot = queries.original(found, _position(request))
    name = snapshot.filename or f"{found.title}.html"
    return FileResponse(
        BytesIO(snapshot.data), as_attachment=True, filename=name, content_type="application/octet-stream"
    )


@require_safe
@login_required
@xframe_options_sameorigin
@csp_replace(SHUT)  # type: ignore[arg-type]  # It knows only views without parameters.
def original_shown(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project)
    snapshot = queries.original(queries.article(membership.project, article), _position(request))
    try:
        said: dict[str, str] = {"shown": bounded(safe_original, bytes(snapshot.data), snapshot.content_type)}
    except ExtractionError as error:
        said = {"refused": in_words(error)}
    return render(request, "reader/original_shown.html", said)


def _position(request: HttpRequest) -> int:
    """The page of the article that is meant, from 0."""
    said = request.GET.get("page", "")
    return int(said) if said.isdecimal() and len(said) < 5 else 0
