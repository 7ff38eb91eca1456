"""What suggestions are made from. Each query names its project on every table it joins."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F

from annotations.models import Highlight, Rejection, Tagging
from annotations.themes.queries import all_merged
from reader.models import Posting, Project, Sentences
from reader.text.postings import Packed, places
from reader.text.relevance import Held, Place, Statistics

# The latest tagged or refused passages tell enough of what a theme means.
REMEMBERED = 40
# A database takes only so many values in one question.
TERMS_AT_ONCE = 400


@dataclass(frozen=True)
class Index:
    """The sentences of the project's undeleted articles, and where the asked terms are."""

    statistics: Statistics
    held: Held


def index(project: Project, terms: Sequence[str]) -> Index:
    rows = Sentences.objects.filter(project=project, article__project=project, article__deleted=None)
    articles = {article: (count, held) for article, count, held in rows.values_list("article", "count", "terms")}
    count, held = (sum(row[part] for row in articles.values()) for part in (0, 1))
    found: dict[str, dict[int, list[Place]]] = defaultdict(dict)
    for term, article, packed in _postings(project, terms):
        if article in articles:
            found[term][article] = list(places(packed))
    return Index(Statistics(count, held / count if count else 0.0), found)


def _postings(project: Project, terms: Sequence[str]) -> Iterator[tuple[str, int, Packed]]:
    for start in range(0, len(terms), TERMS_AT_ONCE):
        rows = Posting.objects.filter(project=project, term__in=terms[start : start + TERMS_AT_ONCE])
        yield from rows.values_list("term", "article", "places").iterator()


def tagged(project: Project, theme: int) -> list[str]:
    """What was tagged with the theme last."""
    rows = Tagging.objects.filter(project=project, theme=theme, highlight__project=project, highlight__deleted=None)
    return list(rows.order_by("-pk").values_list("highlight__exact", flat=True)[:REMEMBERED])


def rejected(project: Project, theme: int) -> list[tuple[str, str]]:
    """What was refused for the theme, or for one that has become it, with its digest, the last first."""
    meant = all_merged(project, theme)
    rows = Rejection.objects.filter(project=project, theme__in=meant, theme__project=project)
    return list(rows.order_by("-pk").values_list("exact", "digest"))


def cut(project: Project, articles: Iterable[int]) -> dict[int, Sentences]:
    """How the articles' texts are cut, with the texts, by article."""
    rows = Sentences.objects.filter(project=project, article__in=list(articles), article__project=project)
    rows = rows.filter(version__project=project).select_related("article", "version")
    heavy = ("version__blocks", "version__removed", "version__words", "version__edits")
    return {row.article_id: row for row in rows.defer(*heavy)}


def marked(project: Project, articles: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
    """Where the texts shown of the articles are marked, by article."""
    rows = Highlight.objects.filter(project=project, article__in=list(articles), article__project=project, deleted=None)
    rows = rows.filter(version=F("article__version"))
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, start, end in rows.order_by().values_list("article", "start", "end"):
        found[article].append((start, end))
    return found
