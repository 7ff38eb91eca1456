"""Reposts: an article whose text another had before it is linked to that one, its first appearance.

First is what was published first, else what came in first. Only an article that is no repost itself is a first
appearance, and every repost is as like it as `likeness.SAME` asks: no chains, and nothing linked by way of a third.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from django.utils import timezone

from reader.articles import queries
from reader.models import Article, Project, TextBand
from reader.text.likeness import SAME, bands, likeness, runs

Order = tuple[bool, str, str, int]
# What two texts have in common, by the texts.
Shares = Mapping[frozenset[str], float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text's bands, and what it shares with others, and those that were its reposts with each other."""

    bands: tuple[int, ...]
    shares: Shares


def compared(project: Project, text: str, article: Article | None) -> Likeness:
    """The text beside those that may be the same, and its article's reposts beside what they may be instead."""
    values = tuple(sorted(set(bands(runs(text)))))
    reposts = list(queries.reposts(article)) if article else []
    others = [*queries.sharing(project.pk, values, article), *reposts]
    pairs = [(text, other.current.text) for other in others]
    pairs += [(one.current.text, other.current.text) for one in reposts for other in queries.sharing_a_band(one)]
    return Likeness(values, {frozenset(pair): share_of(*pair, {}) for pair in pairs})


def share_of(one: str, other: str, shares: Shares) -> float:
    """What the texts have in common, looked up where it is known."""
    known = shares.get(frozenset((one, other)))
    return likeness(runs(one), runs(other)) if known is None else known


def settle(article: Article, found: Likeness) -> None:
    """Look anew for what has the article's text, which has changed. Called inside a transaction."""
    _index(article, found.bands)
    settle_order(article, found.shares)


def settle_order(article: Article, shares: Shares = MappingProxyType({})) -> None:
    """Look anew which of those that have the same text was first; `shares` are those known already."""
    before = list(queries.reposts(article))
    link(article, shares)
    for repost in before:
        repost.refresh_from_db(fields=["repost_of", "likeness"])
        link(repost, shares)


def link(article: Article, shares: Shares = MappingProxyType({})) -> None:
    """Link the article to its first appearance, and to it what appeared later."""
    firsts = [(_order(other), share, other) for other, share in _alike(article, shares)]
    earlier = [found for found in firsts if found[0] < _order(article)]
    if earlier:
        _, share, first = min(earlier, key=lambda found: found[0])
        _set(article, first, share)
        _hand_over(article, first, shares)
        return
    _set(article, None, None)
    for order, _, other in firsts:
        if order > _order(article):
            link(other, shares)


def let_go(article: Article) -> None:
    """The article is in the bin: what was linked to it finds another first appearance, or is one."""
    _set(article, None, None)
    for repost in sorted(queries.reposts(article), key=_order):
        repost.refresh_from_db(fields=["repost_of"])
        if repost.repost_of_id == article.pk:
            link(repost)


def index_all(project: Project) -> None:
    """The bands of a project whose articles came in without them."""
    for article in queries.all_articles(project).iterator(chunk_size=100):
        _index(article, bands(runs(article.current.text)))


def _index(article: Article, values: Iterable[int]) -> None:
    TextBand.objects.filter(project=article.project_id, article=article).delete()
    TextBand.objects.bulk_create(
        TextBand(project_id=article.project_id, article=article, value=value) for value in sorted(set(values))
    )


def _alike(article: Article, shares: Shares) -> Iterator[tuple[Article, float]]:
    """The first appearances of the same text, each with its share."""
    for other in queries.sharing_a_band(article):
        share = share_of(article.current.text, other.current.text, shares)
        if share >= SAME:
            yield other, share


def _hand_over(article: Article, first: Article, shares: Shares) -> None:
    """What was linked to an article that is a repost now is linked to its first appearance, where it is like that."""
    for repost in queries.reposts(article):
        share = share_of(first.current.text, repost.current.text, shares)
        if share >= SAME and _order(first) < _order(repost):
            _set(repost, first, share)
        else:
            link(repost, shares)


def _order(article: Article) -> Order:
    """By publication: of one day the times that are known come first; undated ones last, as they came in."""
    if article.published is None:
        return True, "", "", article.pk
    moment: datetime = timezone.localtime(article.published)
    time = "~" if article.published_precision == "day" else moment.isoformat()
    return False, moment.date().isoformat(), time, article.pk


def _set(article: Article, first: Article | None, share: float | None) -> None:
    percent = None if share is None else int(100 * share)
    if (article.repost_of_id, article.likeness) != (first and first.pk, percent):
        article.repost_of, article.likeness = first, percent
        article.save(update_fields=["repost_of", "likeness"])
