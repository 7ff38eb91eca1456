"""Which article a passage from elsewhere was read in, and where in its text it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from annotations import anchoring
from annotations.anchoring import Anchor, Selector
from annotations.importing import queries
from annotations.imports import Passage, Source
from reader.models import Article, Project

# Shorter words stand in many articles: they alone do not tell which one was read.
TELLING = 8
# Characters of context by which an article is known although the file calls it otherwise.
CONTEXT = 20


@dataclass(frozen=True)
class Match:
    """The article, if it is known, and what became of the passage in it."""

    article: Article | None
    anchor: Anchor

    @property
    def is_placed(self) -> bool:
        return self.anchor.place is not None


class Shelf:
    """A project's articles with their texts, looked up by what a source says of itself."""

    def __init__(self, project: Project) -> None:
        self.articles = queries.articles_with_text(project)
        self._by_url: dict[str, list[Article]] = defaultdict(list)
        self._by_title: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            self._by_url[plain_url(article.url)].append(article)
            self._by_title[plain(article.title)].append(article)

    def known(self, source: Source) -> list[Article]:
        """The articles of this address; else those of this title."""
        by_url = self._by_url[plain_url(source.url)] if plain_url(source.url) else []
        return by_url or (self._by_title[plain(source.title)] if plain(source.title) else [])

    def match(self, passage: Passage) -> Match:
        """The best place in the articles it may be from; word for word in any, where its source is unknown."""
        known = self.known(passage.source)
        if known:
            found = [Match(article, anchoring.find(selector(passage), article.current.text)) for article in known]
            return next((match for match in found if match.is_placed), found[0])
        return self._anywhere(selector(passage), named=bool(passage.source.title or passage.source.url))

    def _anywhere(self, wanted: Selector, named: bool) -> Match:
        """The one article that has these words in their context; a source with another name needs more of it, and
        without it the place is offered, not taken."""
        whole = wanted.prefix + wanted.exact + wanted.suffix
        telling = len(whole) - len(wanted.exact) >= CONTEXT if named else len(whole) >= TELLING
        article = self._holding(whole) if telling else None
        if article:
            return Match(article, anchoring.find(wanted, article.current.text))
        article = self._holding(wanted.exact) if len(wanted.exact) >= TELLING else None
        found = anchoring.find(wanted, article.current.text) if article else Anchor("orphaned", None)
        offered = found.candidates or tuple(filter(None, [found.place]))
        return Match(article, Anchor("orphaned", None, offered))

    def _holding(self, words: str) -> Article | None:
        """The only article with these words, where they stand there once."""
        holding = [article for article in self.articles if article.current.text.count(words) == 1]
        return holding[0] if len(holding) == 1 else None


def selector(passage: Passage) -> Selector:
    """What to look for, with paragraphs parted as in the texts here: by one line end. An unknown place is nobody's:
    at 0 the text's first words would be found without a look at the others like them."""
    exact, prefix, suffix = map(one_line_end, (passage.exact, passage.prefix, passage.suffix))
    return Selector(exact, prefix, suffix, passage.start, passage.start + len(exact))


def one_line_end(text: str) -> str:
    return re.sub(r"[ \t\u3000]*\n\s*", "\n", text)


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


def arriving(shelf: Shelf, sources: Iterable[Source]) -> list[Source]:
    """The sources that bring a text of their own which the project does not have."""
    return [source for source in dict.fromkeys(sources) if source.text.strip() and not shelf.known(source)]
