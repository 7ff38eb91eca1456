"""Hits as lines one below the other, sorted by what stands beside them: the key word in its context."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import accumulate

from annotations.search.finding import Hit
from reader.models import Article, Project, TextVersion
from reader.text.pinyin import reading
from reader.text.segmentation import lengths

# Characters on each side of a hit, inside its paragraph.
SIDE = 20
MOST_KEYS = 3
# L1 is the nearest on the left, R1 on the right; "l1" counts words where "L1" counts characters.
KEYS = ("L1", "L2", "L3", "R1", "R2", "R3", "l1", "l2", "l3", "r1", "r2", "r3", "hit", "date", "source")
BY_WORD = frozenset("l1 l2 l3 r1 r2 r3".split())

Sound = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """A hit with its context as the text has it, not folded."""

    hit: Hit
    article: Article
    left: str
    text: str
    right: str


def sorted_hits(
    project: Project, hits: Sequence[Hit], articles: Mapping[int, Article], keys: Sequence[str]
) -> list[Hit]:
    """By these keys, then by date, article and place, so that the order is total and always the same."""
    words = _words(project, hits) if BY_WORD & set(keys) else {}
    read = [_key(name, articles, words) for name in keys[:MOST_KEYS]]

    def key(hit: Hit) -> tuple:
        first = articles[hit.article]
        return (*(one(hit) for one in read), _day(first.published), hit.article, hit.number, hit.start, hit.end)

    return sorted(hits, key=key)


def lines(project: Project, hits: Sequence[Hit], articles: Mapping[int, Article]) -> list[Line]:
    """The hits as lines; a hit in a title has the title around it."""
    wanted = {hit.version for hit in hits if hit.number}
    versions = TextVersion.objects.filter(project=project, pk__in=wanted)
    texts = dict(versions.order_by().values_list("pk", "text"))
    return [_line(hit, articles[hit.article], texts.get(hit.version, "")) for hit in hits]


def _line(hit: Hit, article: Article, text: str) -> Line:
    return Line(hit, article, *in_paragraph(text if hit.number else article.title, hit.start, hit.end))


def in_paragraph(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before the place, in it and behind it, in its paragraph."""
    first = max(text.rfind("\n", 0, start) + 1, start - SIDE)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + SIDE)
    return text[first:start], text[start:end], text[end:last]


def _key(name: str, articles: Mapping[int, Article], words: Mapping[int, "_Words"]) -> Callable[[Hit], object]:
    if name == "hit":
        return lambda hit: sound(hit.text)
    if name == "date":
        return lambda hit: _day(articles[hit.article].published)
    if name == "source":
        return lambda hit: sound(articles[hit.article].source)
    place = int(name[1]) - 1
    if name in BY_WORD:
        return lambda hit: sound(words[hit.version].beside(hit, name[0] == "l", place)) if hit.number else ()
    if name[0] == "L":
        return lambda hit: sound(hit.left[::-1][place : place + 1])
    return lambda hit: sound(hit.right[place : place + 1])


@dataclass(frozen=True)
class _Words:
    """A text, and where its words begin and end."""

    text: str
    edges: tuple[int, ...]

    def beside(self, hit: Hit, left: bool, place: int) -> str:
        """The word so many places beside the hit; a word that the hit only begins or ends in counts."""
        first = (
            bisect_left(self.edges, hit.start) - 1 - place if left else bisect_right(self.edges, hit.end) - 1 + place
        )
        if not 0 <= first < len(self.edges) - 1:
            return ""
        return self.text[self.edges[first] : self.edges[first + 1]]


def _words(project: Project, hits: Iterable[Hit]) -> dict[int, _Words]:
    versions = TextVersion.objects.filter(project=project, pk__in={hit.version for hit in hits})
    read = versions.order_by().values_list("pk", "text", "words")
    return {pk: _Words(text, (0, *accumulate(lengths(words)))) for pk, text, words in read}


@lru_cache(maxsize=8192)
def sound(text: str) -> Sound:
    """What texts are sorted by: sound by sound, then sign by sign."""
    return tuple((reading(sign), sign) for sign in text)


def _day(published: datetime | None) -> str:
    return published.isoformat() if published else "~"
