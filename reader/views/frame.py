"""What the pages have in common: who reads them, and what every page of a project shows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reader.access import may
from reader.models import Membership
from reader.people import queries
from reader.projects.queries import others

# Which of the places of the bar a page belongs to, by its route; those named first are the places themselves.
ARTICLES = (
    "library article record metadata pages bin capture receive batches batch batch_whole choices choice "
    "recleanings recleaning comparison"
)
PLACES = {
    "articles": ARTICLES.split(),
    "notes": "notes unplaced import exports".split(),
    "search": ["search", "coding"],
    "analysis": "analysis together drift documents numbers".split(),
    "themes": "codebook theme terms suggestions codebook_import".split(),
}
_PLACE_OF = {route: place for place, routes in PLACES.items() for route in routes}


def project_page(
    request: HttpRequest, membership: Membership, template: str, status: int = 200, **context: Any
) -> HttpResponse:
    frame = {"project": membership.project, "membership": membership, "may": may(membership)}
    frame["appearance"] = queries.preferences(membership.user)
    frame |= {"others": others(membership), **_here(request)}
    return render(request, template, frame | context, status=status)


def _here(request: HttpRequest) -> dict[str, str | None]:
    """The place of the bar the page belongs to, and how aria-current says so: as the page itself, or one below it."""
    route = request.resolver_match.url_name if request.resolver_match else None
    place = _PLACE_OF.get(route or "")
    return {"place": place, "current": "page" if place and PLACES[place][0] == route else "true"}
