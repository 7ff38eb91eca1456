"""What the search page shows: articles with their first places, lines, and how the places are spread."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from annotations.exports.document import SHANGHAI
from annotations.marks.queries import LATEST_FIRST
from annotations.search.concordance import Line, lines, sorted_hits
from annotations.search.finding import Found, Hit
from reader.articles.queries import articles
from reader.models import Article, Project

# Places of an article that its row shows.
SHOWN = 3


@dataclass(frozen=True)
class Row:
    """An article, how many places it has, how many that are for each thousand characters, and the first of them."""

    article: Article
    count: int
    share: float
    lines: Sequence[Line]


@dataclass(frozen=True)
class Portion:
    """A source or a month: in how many articles there are how many places, and the query that leaves just those."""

    name: str
    articles: int
    count: int
    share: float
    query: str


class Results:
    """What a query left, without reposts unless they are asked for; `again` is how many articles that took away."""

    def __init__(self, project: Project, found: Found, reposts: bool) -> None:
        self.project = project
        known = articles(project).filter(pk__in=list(found.hits)).order_by(*LATEST_FIRST).defer("origins", "keywords")
        every = {article.pk: article for article in known}
        self.articles = {pk: one for pk, one in every.items() if reposts or not one.repost_of_id}
        self.again = len(every) - len(self.articles)
        self.hits = {pk: found.hits[pk] for pk in self.articles}
        self.total = sum(map(len, self.hits.values()))

    def ranked(self) -> list[Article]:
        """The articles, those with most places first, then the latest."""
        return sorted(self.articles.values(), key=lambda article: -len(self.hits[article.pk]))

    def rows(self, shown: Sequence[Article]) -> list[Row]:
        first = [hit for article in shown for hit in self.hits[article.pk][:SHOWN]]
        said: dict[int, list[Line]] = defaultdict(list)
        for line in lines(self.project, first, self.articles):
            said[line.hit.article].append(line)
        return [self._row(article, said[article.pk]) for article in shown]

    def in_order(self, keys: Sequence[str]) -> list[Hit]:
        every = [hit for pk in self.articles for hit in self.hits[pk]]
        return sorted_hits(self.project, every, self.articles, keys) if keys else every

    def lines(self, hits: Sequence[Hit]) -> list[Line]:
        return lines(self.project, hits, self.articles)

    def by_source(self, asked: str) -> list[Portion]:
        """The sources, those with most places first."""
        found = self._portions((one.source, one) for one in self.articles.values() if one.source)
        portions = [self._portion(name, of, f'来源:"{name}" {asked}') for name, of in found.items()]
        return sorted(portions, key=lambda portion: (-portion.count, portion.name))

    def by_month(self, asked: str) -> list[Portion]:
        """The months in which something was found, in order."""
        dated = ((one.published, one) for one in self.articles.values() if one.published)
        found = self._portions((f"{day.astimezone(SHANGHAI):%Y-%m}", one) for day, one in dated)
        return [self._portion(name, of, f"日期:{name} {asked}") for name, of in sorted(found.items())]

    def _portions(self, named: Iterable[tuple[str, Article]]) -> dict[str, list[Article]]:
        found: dict[str, list[Article]] = defaultdict(list)
        for name, article in named:
            found[name].append(article)
        return found

    def _portion(self, name: str, of: Sequence[Article], query: str) -> Portion:
        count = sum(len(self.hits[article.pk]) for article in of)
        return Portion(name, len(of), count, _share(count, sum(article.characters for article in of)), query)

    def _row(self, article: Article, first: Sequence[Line]) -> Row:
        count = len(self.hits[article.pk])
        return Row(article, count, _share(count, article.characters), first)


def address(article: Article, typed: str, line: Line | None = None) -> str:
    """The article with what was typed found in it, at the line's paragraph."""
    place = f"#p{line.hit.number}" if line and line.hit.number else ""
    return f"{article.get_absolute_url()}?{urlencode({'find': typed})}{place}"


def _share(count: int, characters: int) -> float:
    """How many for each thousand characters."""
    return 1000 * count / characters if characters else 0.0


def together(typed: str, literally: bool) -> str:
    """What was typed, so that another condition may stand beside it."""
    return f'"{typed}"' if literally else f"({typed})" if " " in typed or "|" in typed else typed
