"""Which article a passage from elsewhere was read in, and where in its text it stands."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from annotations import anchoring
from annotations.anchoring import Anchor, Candidate, Selector, only
from annotations.exports.document import local
from annotations.importing import queries
from annotations.importing.standing import certain, find, in_context, selector
from annotations.imports import Passage, Source
from reader.models import Article, Project

# Programs call a text by its file.
_EXTENSION = re.compile(r"\.(?:txt|md|html?|mht|docx?|pdf|odt|rtf|epub)$", re.IGNORECASE)
# Shorter words stand in many articles: they alone do not tell which one was read.
TELLING = 8
# Characters of context by which an article is known although the file calls it otherwise.
CONTEXT = 20
# Points by which a place must lead the best one in another article: as in anchoring, a quarter of a side's context.
MARGIN = 5
CANDIDATES = 5
# A quote that differs in one of these says something else. It may cost a reader a click where a digit was a misprint.
NEGATIONS = "不没未无非否莫勿别"
NUMBERS = "两双半"


@dataclass(frozen=True)
class Place:
    """A stretch of an article where a passage may stand."""

    article: Article
    candidate: Candidate

    @property
    def words(self) -> str:
        return self.article.current.text[self.candidate.start : self.candidate.end]


@dataclass(frozen=True)
class Match:
    """Where the passage stands, if that is clear; the article, if that is known; and the likeliest places."""

    article: Article | None
    place: Place | None
    candidates: tuple[Place, ...] = ()


class Shelf:
    """A project's articles with their texts, looked up by what a source says of itself."""

    def __init__(self, project: Project) -> None:
        self.articles = queries.articles_with_text(project)
        self._by_url: dict[str, list[Article]] = defaultdict(list)
        self._by_title: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            self._by_url[plain_url(article.url)].append(article)
            self._by_url[f"/projects/{project.pk}/articles/{article.pk}"].append(article)
            self._by_title[plain(article.title)].append(article)

    def known(self, source: Source) -> list[Article]:
        """The articles of this address; else those of this title, and of them the ones the other clues agree with. A
        page's number says nothing where another installation may have written it: the title must be the same."""
        urls = [said for said in (source.url, source.page) if said]
        found = [article for url in urls for article in self._by_url[plain_url(url)] if plain_url(url)]
        title = plain(source.title)
        pages = [article for url in urls for article in self._by_url[urlsplit_path(url)]]
        found += [article for article in pages if not title or plain(article.title) == title]
        if not found and title:
            found = self._by_title[title] or self._by_title[plain(_EXTENSION.sub("", source.title))]
        return _narrowed(list(dict.fromkeys(found)), source)

    def match(self, passage: Passage) -> Match:
        """The best place in the articles it may be from; word for word in any, where its source is unknown."""
        known = self.known(passage.source)
        if len(known) > 1:
            known = [article for article in known if in_context(selector(passage), article.current.text) >= 0] or known
        if known:
            return best([(article, find(passage, article)) for article in known], passage)
        return self._anywhere(selector(passage), named=bool(passage.source.title or passage.source.url))

    def _anywhere(self, wanted: Selector, named: bool) -> Match:
        """The one article that has these words in their context; a source with another name needs more of it, and
        without it the place is offered, not taken."""
        whole = wanted.prefix + wanted.exact + wanted.suffix
        telling = len(whole) - len(wanted.exact) >= CONTEXT if named else len(whole) >= TELLING
        article = self._holding(whole) if telling else None
        if article:
            place = Place(article, certain(article.current.text.index(whole) + len(wanted.prefix), wanted))
            return Match(article, place, (place,))
        article = self._holding(wanted.exact) if len(wanted.exact) >= TELLING else None
        return offered(article, anchoring.find(wanted, article.current.text)) if article else Match(None, None)

    def _holding(self, words: str) -> Article | None:
        """The only article with these words, where they stand there once."""
        holding = [article for article in self.articles if only(words, article.current.text) >= 0]
        return holding[0] if len(holding) == 1 else None


def best(found: Sequence[tuple[Article, Anchor]], passage: Passage) -> Match:
    """The article where the passage stands best. Where another one is as good, or the words would say something else,
    the reader is asked."""
    ranked = sorted(_places(found), key=lambda one: (one.candidate.errors > 0, -one.candidate.score))
    placed = [Place(article, anchor.place) for article, anchor in found if anchor.place]
    placed.sort(key=lambda one: (one.candidate.errors > 0, -one.candidate.score))
    likely = found[0][0] if len(found) == 1 else None
    if not placed or not _leads(placed) or says_otherwise(selector(passage).exact, placed[0]):
        return Match(likely, None, _apart(ranked))
    return Match(placed[0].article, placed[0], _apart(ranked))


def offered(article: Article, anchor: Anchor) -> Match:
    return Match(article, None, _apart(_places([(article, anchor)])))


def says_otherwise(exact: str, place: Place) -> bool:
    """Whether the words there differ in a number or a negation."""
    return place.candidate.errors > 0 and _telling(exact) != _telling(place.words)


def plain(title: str) -> str:
    """A title by its letters and digits alone: programs change the rest."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())


def plain_url(url: str) -> str:
    """An address without scheme, www, query, fragment and the slash at its end."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" if host else ""


def urlsplit_path(url: str) -> str:
    """The path alone of an address: our own pages move with their site."""
    try:
        return urlsplit(url.strip()).path.rstrip("/") or "?"
    except ValueError:
        return "?"


def _narrowed(articles: list[Article], source: Source) -> list[Article]:
    """Those that agree with each clue in turn, as long as any does."""
    clues: tuple[Callable[[Article], bool], ...] = (
        lambda article: bool(source.url) and article.url.strip() == source.url.strip(),
        lambda article: bool(source.url) and _query(article.url) == _query(source.url),
        lambda article: bool(plain(source.title)) and plain(article.title) == plain(source.title),
        lambda article: bool(source.published) and _day(article) == source.published[:10],
        lambda article: bool(plain(source.publisher)) and plain(article.source) == plain(source.publisher),
    )
    for clue in clues:
        articles = [article for article in articles if clue(article)] or articles
    return articles


def _query(url: str) -> str:
    try:
        return urlsplit(url.strip()).query
    except ValueError:
        return ""


def _day(article: Article) -> str:
    return f"{local(article.published):%Y-%m-%d}" if article.published else ""


def _leads(placed: Sequence[Place]) -> bool:
    """Whether the first place beats the best in another article: by its very words, or by its context."""
    if len(placed) == 1:
        return True
    first, second = placed[0].candidate, placed[1].candidate
    return (not first.errors and second.errors > 0) or first.score - second.score >= MARGIN


def _places(found: Sequence[tuple[Article, Anchor]]) -> list[Place]:
    """All candidates, each once, the best of each article first."""
    named = [
        Place(article, one) for article, anchor in found for one in anchor.candidates or filter(None, [anchor.place])
    ]
    return list({(one.article.pk, one.candidate.start, one.candidate.end): one for one in named}.values())


def _apart(ranked: Sequence[Place]) -> tuple[Place, ...]:
    """The first candidates, without those that are nearly one listed before: they share words with it."""
    found: list[Place] = []
    for one in ranked:
        if not any(_overlap(one, other) for other in found):
            found.append(one)
    return tuple(found[:CANDIDATES])


def _overlap(one: Place, other: Place) -> bool:
    first, second = one.candidate, other.candidate
    return one.article.pk == other.article.pk and first.start < second.end and second.start < first.end


def _telling(text: str) -> list[str]:
    return [sign for sign in text if sign.isnumeric() or sign in NEGATIONS + NUMBERS]
