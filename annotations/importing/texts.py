"""A source that brings its own text is an article of its own, unless the project has that very text already."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotations import anchoring
from annotations.anchoring import Anchor, Candidate, Selector
from annotations.imports import Passage, Source
from reader.articles import queries
from reader.capture.importing import import_whole, keep_all
from reader.cleaning.captures import Capture, sha256_of
from reader.models import Article, Membership, Project
from reader.text.likeness import likeness, runs

# Nearly the same text, in which besides every passage must stand word for word: a text cleaned anew, or corrected.
# Two years' reports of one office share about half.
LIKE = 0.9
UNNAMED = "未命名"
_UNSEEN = "\ufeff\u200b"


def squeezed(text: str) -> str:
    """The text without white space: programs indent, wrap and part paragraphs as they like."""
    return "".join(text.translate(dict.fromkeys(map(ord, _UNSEEN))).split())


@dataclass
class Carrying:
    """From places of a source's own text to places of an article's."""

    source: str
    article: str

    @cached_property
    def same(self) -> bool:
        return self.source == self.article or squeezed(self.source) == squeezed(self.article)

    @cached_property
    def _signs(self) -> tuple[array, array]:
        return _signs(self.source), _signs(self.article)

    def find(self, passages: Sequence[Passage]) -> list[Anchor]:
        """Where each passage stands, word for word; else an orphan with the likeliest places."""
        if self.same:
            return [self._same(passage) for passage in passages]
        placed = [_selector(passage) for passage in passages]
        carried = iter(anchoring.carry([one for one in placed if one.start >= 0], self.source, self.article))
        return [_exact(next(carried) if one.start >= 0 else anchoring.find(one, self.article)) for one in placed]

    def _same(self, passage: Passage) -> Anchor:
        if passage.start < 0:
            return _exact(anchoring.find(_selector(passage), self.article))
        start, end = passage.start, passage.start + len(passage.exact)
        if self.source != self.article:
            own, there = self._signs
            first, last = bisect_left(own, start), bisect_left(own, end) - 1
            start, end = there[first], there[last] + 1
        return Anchor("moved", Candidate(start, end, 92, 40, 0))


class Texts:
    """A project's articles by their texts."""

    def __init__(self, project: Project, articles: Sequence[Article]) -> None:
        self.project, self.articles = project, articles

    @cached_property
    def _by_text(self) -> dict[str, list[Article]]:
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            found[squeezed(article.current.text)].append(article)
        return found

    @cached_property
    def _runs(self) -> list[tuple[Article, frozenset[str]]]:
        return [(article, runs(article.current.text)) for article in self.articles]

    def known(self, source: Source, passages: Sequence[Passage]) -> Article | None:
        """The article that has this text, of several the one of this title: letter for letter; or nearly, and every
        passage of it word for word; or made of the same bytes."""
        same = self._by_text.get(squeezed(source.text), [])
        return _of_title(same, source) or self._like(source, passages) or self._of_bytes(source)

    def _like(self, source: Source, passages: Sequence[Passage]) -> Article | None:
        said = runs(source.text)
        alike = [article for article, own in self._runs if _near(said, own)]
        whole = [one for one in alike if all(a.place for a in Carrying(source.text, one.current.text).find(passages))]
        return _of_title(whole, source)

    def _of_bytes(self, source: Source) -> Article | None:
        made = queries.article_with_bytes(self.project, sha256_of(capture_of(source).data))
        return next((article for article in self.articles if made and article.pk == made.pk), None)


def capture_of(source: Source) -> Capture:
    """The source's text under its title, else its own first line would be taken for one and be lost."""
    title = source.title.strip() or UNNAMED
    return Capture(f"{title}\n\n{source.text}".encode(), title=title, filename=f"{title[:200]}.txt")


def take_in(membership: Membership, source: Source) -> Article:
    """The text as an article, with every line it has: of what somebody has coded nothing is cleaned away."""
    article = import_whole(membership.project, membership.user, capture_of(source)).article
    if squeezed(article.current.text) != squeezed(source.text):
        keep_all(article, source.text, membership.user)
    return article


def _near(one: frozenset[str], other: frozenset[str]) -> bool:
    """A text without any run is like another by chance."""
    sizes = sorted((len(one), len(other)))
    return sizes[0] > 0 and sizes[0] >= LIKE * sizes[1] and likeness(one, other) >= LIKE


def _of_title(articles: Sequence[Article], source: Source) -> Article | None:
    return next((one for one in articles if one.title == source.title), articles[0] if articles else None)


def _exact(anchor: Anchor) -> Anchor:
    if anchor.place is None or not anchor.place.errors:
        return anchor
    return Anchor("orphaned", None, anchor.candidates)


def _selector(passage: Passage) -> Selector:
    return Selector(passage.exact, passage.prefix, passage.suffix, passage.start, passage.start + len(passage.exact))


def _signs(text: str) -> array:
    """The places of all signs that are no white space."""
    return array("l", _places(text))


def _places(text: str) -> Iterable[int]:
    return (place for place, sign in enumerate(text) if not sign.isspace() and sign not in _UNSEEN)
