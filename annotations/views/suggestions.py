"""Suggested passages: for some themes, in one article or in all; accepted and refused by the page's script."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from annotations.models import Theme
from annotations.suggestions.suggesting import Suggestion, suggest
from annotations.themes import queries as themes_queries
from annotations.themes.tree import in_order
from reader.access import member
from reader.articles import postings
from reader.articles import queries as articles_queries
from reader.models import Article, Project
from reader.views.frame import project_page

# So many themes at once: each asks for words of its own.
MOST = 6


@dataclass(frozen=True)
class Row:
    """A suggestion with the body of the mark that accepting it makes, and its words, the telling ones set apart."""

    suggestion: Suggestion
    mark: str
    parts: list[tuple[str, bool]]


@require_safe
@login_required
def suggestions_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    themes = in_order(theme for theme in themes_queries.themes(membership.project) if theme.archived is None)
    article = _article(membership.project, request.GET.get("article", ""))
    chosen = _chosen(request.GET, themes, article)
    found = suggest(membership.project, chosen, article.pk if article else None)
    return project_page(
        request,
        membership,
        "annotations/suggestions.html",
        themes=themes,
        chosen=chosen,
        article=article,
        rows=[_row(suggestion) for suggestion in found],
        waiting=postings.behind(membership.project).count(),
        most=MOST,
    )


def _article(project: Project, written: str) -> Article | None:
    return articles_queries.article_alone(project, int(written)) if written.isdecimal() and len(written) < 19 else None


def _chosen(asked: QueryDict, themes: list[Theme], article: Article | None) -> list[Theme]:
    """The themes asked for; without a word, those that were accepted on the article."""
    wanted = set(asked.getlist("theme"))
    if not wanted and article:
        accepted = themes_queries.article_themes(article).exclude(theme=None).values_list("theme", flat=True)
        wanted = {str(theme) for theme in accepted}
    return [theme for theme in themes if str(theme.pk) in wanted][:MOST]


def _row(found: Suggestion) -> Row:
    passage = found.passage
    place = {"article": found.article.pk, "version": found.version, "start": passage.start, "end": passage.end}
    words = {"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
    telling = {word for why in found.why for word, _ in why.words}
    return Row(found, json.dumps(place | words, ensure_ascii=False), _parts(passage.exact, telling))


def _parts(text: str, telling: Iterable[str]) -> list[tuple[str, bool]]:
    longest = sorted(telling, key=len, reverse=True)
    if not longest:
        return [(text, False)]
    pieces = re.split(f"({'|'.join(map(re.escape, longest))})", text, flags=re.IGNORECASE)
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]
