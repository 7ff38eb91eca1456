"""Where a project's articles have what is asked: the places of its terms, in the articles that the query leaves."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from annotations.search import columns
from annotations.search.language import Field, Query, Refused, Term, fields, shown, terms, truth
from annotations.search.matching import Span, matches
from reader.articles import blocks
from reader.articles.blocks import TITLE, Block
from reader.models import Project

# Places of one term; what is commoner is asked for together with something else.
MOST = 200_000
NEAR = 12

Within = Literal["article", "paragraph", "sentence"]
Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place: `start` and `end` are code points of the version's text, of the title where the block is number 0.
    `left` and `right` are the folded characters beside it, as lines are sorted by them."""

    article: int
    version: int
    number: int
    start: int
    end: int
    text: str
    left: str
    right: str


@dataclass
class Found:
    """The hits of each article that the query leaves, in text order; an article that only fields ask for has none."""

    hits: dict[int, list[Hit]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(map(len, self.hits.values()))


def find(project: Project, query: Query, within: Within = "article") -> Found:
    """`within` says how near its terms have to be together. Refused: common, costly, bad_value."""
    placed = {term: _placed(project, term, within) for term in dict.fromkeys(terms(query.root))}
    asked = {one: columns.articles_of(project, one) for one in dict.fromkeys(fields(query.root))}
    keys = set().union(*placed.values())
    if asked and (within == "article" or not placed):
        keys |= {(article,) if within == "article" else (article, TITLE) for article in set().union(*asked.values())}

    def leaf(node: Term | Field) -> Callable[[Key], bool]:
        return placed[node].__contains__ if isinstance(node, Term) else lambda key: key[0] in asked[node]

    true = truth(query.root, leaf)
    return _found(filter(true, keys), [placed[term] for term in dict.fromkeys(shown(query.root))])


def _found(keys: Iterable[Key], placed: list[dict[Key, list[Hit]]]) -> Found:
    kept: dict[int, list[Hit]] = defaultdict(list)
    for key in keys:
        kept[key[0]] += (hit for places in placed for hit in places.get(key, ()))
    return Found({article: _in_order(hits) for article, hits in sorted(kept.items())})


def _in_order(hits: list[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (hit.number, hit.start, hit.end))


def _placed(project: Project, term: Term, within: Within) -> dict[Key, list[Hit]]:
    placed: dict[Key, list[Hit]] = defaultdict(list)
    count = 0
    for block in blocks.holding(project, term.runs):
        for span in matches(term, block.text, block.stops):
            placed[_key(block, span, within)].append(hit_of(block, span))
            count += 1
        if count > MOST:
            raise Refused("common")
    return dict(placed)


def _key(block: Block, span: Span, within: Within) -> Key:
    if within == "article":
        return (block.article,)
    if within == "paragraph":
        return block.article, block.number
    return block.article, block.number, sum(stop <= span[0] for stop in block.stops)


def hit_of(block: Block, span: Span) -> Hit:
    start, end = span
    return Hit(
        article=block.article,
        version=block.version,
        number=block.number,
        start=block.start + start,
        end=block.start + end,
        text=block.text[start:end],
        left=block.text[max(0, start - NEAR) : start],
        right=block.text[end : end + NEAR],
    )
