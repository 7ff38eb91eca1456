"""Sentences nobody has marked that may belong under some themes, each with the words that say so.

They are read from the index, ranked by reader.text.relevance, and only shown: a person accepts or refuses.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from annotations.anchoring import Selector, describe
from annotations.models import Theme
from annotations.models.suggestions import digest as digest_of
from annotations.suggestions import queries
from reader.models import Article, Project, Sentences
from reader.text.postings import spans, terms
from reader.text.relevance import Scored, Topic, earned, query, ranked

FIRST = 10
# So many places are looked up first, then twice as many and so on, until enough of them are open.
BATCH = 60
# Words that are shown for a score, and how much of it one must have given.
WORDS, LEAST = 5, 0.05


# A sentence by its article and its number there.
Place = tuple[int, int]


@dataclass(frozen=True)
class Why:
    """A theme that a sentence is suggested for: the words that earned its score, with their share of it in percent,
    and those by which it is like sentences that were refused."""

    theme: Theme
    words: tuple[tuple[str, int], ...]
    against: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """A sentence of an article's text shown, with the themes it may belong under, the likeliest first."""

    article: Article
    version: int
    passage: Selector
    paragraph: int
    why: tuple[Why, ...]


def suggest(
    project: Project, themes: Sequence[Theme], article: int | None = None, limit: int = FIRST
) -> list[Suggestion]:
    """At most `limit` sentences for each of the themes, of one article or of all; the best of each theme come first."""
    refused = {theme: queries.rejected(project, theme.pk) for theme in themes}
    asked = {theme: query(_topic(project, theme, [exact for exact, _ in refused[theme]])) for theme in themes}
    index = queries.index(project, sorted({term for weights in asked.values() for term in weights}))
    shelf = Shelf(project)
    ranks: dict[Place, int] = {}
    reasons: dict[Place, list[Why]] = {}
    for theme, weights in asked.items():
        every = ranked(weights, index.held, index.statistics, None if article is None else {article})
        best = list(islice(shelf.unmarked(every, {digest for _, digest in refused[theme]}), limit))
        shares = earned(weights, index.held, index.statistics, best)
        for rank, place in enumerate((one.article, one.sentence) for one in best):
            ranks[place] = min(rank, ranks.get(place, rank))
            reasons.setdefault(place, []).append(_why(theme, shares[place]))
    return [shelf.suggestion(place, tuple(reasons[place])) for place in sorted(ranks, key=lambda place: ranks[place])]


def _topic(project: Project, theme: Theme, refused: Sequence[str]) -> Topic:
    own = project.terms
    return Topic(
        terms("\n".join([theme.name, *theme.keywords]), own),
        [terms(passage, own) for passage in queries.tagged(project, theme.pk)],
        [terms(passage, own) for passage in refused[: queries.REMEMBERED]],
    )


def _why(theme: Theme, shares: Sequence[tuple[str, float]]) -> Why:
    """A term that lies in one that was said already (设施 in 基础设施) says nothing more."""
    gained = sum(share for _, share in shares if share > 0)
    words: list[tuple[str, int]] = []
    for term, share in shares:
        if share > LEAST * gained and not any(term in other for other, _ in words):
            words.append((term, round(100 * share / gained)))
    against = tuple(term for term, share in shares if share < -LEAST * gained)
    return Why(theme, tuple(words[:WORDS]), against[:WORDS])


class Shelf:
    """The texts of the project's articles, as far as they are looked at."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._cut: dict[int, Sentences] = {}
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._marked: Mapping[int, list[tuple[int, int]]] = {}

    def unmarked(self, found: Iterator[Scored], refused: Collection[str]) -> Iterator[Scored]:
        """Those that nobody has marked, even in part, and whose words were not refused in any article."""
        size = BATCH
        while batch := list(islice(found, size)):
            self._look_up({one.article for one in batch})
            yield from (one for one in batch if self._is_open(one, refused))
            size *= 2

    def suggestion(self, place: Place, why: tuple[Why, ...]) -> Suggestion:
        row, (start, end) = self._cut[place[0]], self._span(place)
        text = row.version.text
        return Suggestion(row.article, row.version_id, describe(text, start, end), text.count("\n", 0, start) + 1, why)

    def _look_up(self, articles: set[int]) -> None:
        new = articles - self._cut.keys()
        self._cut |= queries.cut(self._project, new)
        self._spans |= {article: spans(self._cut[article].spans) for article in new & self._cut.keys()}
        self._marked = {**self._marked, **queries.marked(self._project, new)}

    def _is_open(self, one: Scored, refused: Collection[str]) -> bool:
        if one.article not in self._cut:
            return False
        start, end = self._span((one.article, one.sentence))
        taken = any(left < end and start < right for left, right in self._marked.get(one.article, ()))
        return not taken and digest_of(self._cut[one.article].version.text[start:end]) not in refused

    def _span(self, place: Place) -> tuple[int, int]:
        return self._spans[place[0]][place[1]]
