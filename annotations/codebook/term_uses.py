"""What the project's words do in its texts. Each query names its project on every table it joins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db.models import F, QuerySet

from reader.models import Article, Posting, Project, Sentences, TextVersion
from reader.text.boundary_changes import BoundaryChange, changed_boundaries
from reader.text.postings import places, spans
from reader.text.sentences import sentences

EXAMPLES = 2
TRIED = 4
# Characters on either side of what changes.
CONTEXT = 18


@dataclass(frozen=True)
class Example:
    """A place whose words a term changes: they stand between `before` and `after`, as they were cut and are now,
    in a paragraph counted from 1."""

    article: Article
    prefix: str
    suffix: str
    was: tuple[str, ...]
    now: tuple[str, ...]
    paragraph: int


@dataclass(frozen=True)
class Use:
    """In how many articles a term is said, and examples of what it changes; none where it changes nothing."""

    articles: int = 0
    examples: tuple[Example, ...] = ()


def uses(project: Project, words: Sequence[str]) -> dict[str, Use]:
    """By the index, so as far as the texts have been cut by these words."""
    kept = Posting.objects.filter(project=project, term__in=words, article__project=project, article__deleted=None)
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for term, article, packed in kept.order_by("article").values_list("term", "article", "places"):
        found[term].append((article, next(places(packed))[0]))
    shown = {place[0] for held in found.values() for place in held[:EXAMPLES]}
    cut = {row.article_id: row for row in _sentences(project, shown)}
    return {term: Use(len(held), _in_sentences(term, held[:EXAMPLES], cut)) for term, held in found.items()}


def _sentences(project: Project, articles: Iterable[int]) -> QuerySet[Sentences]:
    rows = Sentences.objects.filter(project=project, article__in=list(articles), article__project=project)
    rows = rows.filter(version__project=project).select_related("article", "version")
    return rows.only("spans", "article__title", "article__project", "version__text")


def _in_sentences(term: str, held: Sequence[tuple[int, int]], cut: dict[int, Sentences]) -> tuple[Example, ...]:
    rows = [(cut[article], spans(cut[article].spans)[number]) for article, number in held if article in cut]
    return tuple(
        example for row, (start, end) in rows for example in _first(row.article, row.version.text, start, end, term)
    )


def _first(article: Article, text: str, start: int, end: int, term: str) -> list[Example]:
    changes = changed_boundaries(text[start:end], [term])
    return [_example(article, text, start, end, changes[0])] if changes else []


def _example(article: Article, text: str, start: int, end: int, change: BoundaryChange) -> Example:
    left, right = start + change.start, start + change.end
    paragraph = text.count("\n", 0, left) + 1
    prefix, suffix = text[max(start, left - CONTEXT) : left], text[right : min(end, right + CONTEXT)]
    return Example(article, prefix, suffix, change.before, change.after, paragraph)


def tried(project: Project, word: str) -> Use:
    """What the word would change: found in the texts themselves, for nothing is cut by it yet."""
    shown = TextVersion.objects.filter(project=project, article__project=project, article__deleted=None)
    holding = shown.filter(article__version=F("pk"), text__contains=word)
    versions = holding.select_related("article").only("text", "article__title", "article__project")
    examples = (example for version in versions[: TRIED * 2] for example in _anywhere(version, word))
    return Use(holding.count(), tuple(islice(examples, TRIED)))


def _anywhere(version: TextVersion, word: str) -> list[Example]:
    text = version.text
    span = next(((start, end) for start, end in sentences(text) if word in text[start:end]), None)
    return _first(version.article, text, *span, word) if span else []
