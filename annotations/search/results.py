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
from reader.text.corpus.dispersion import Dispersion, dispersion

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
        self.project, self.reposts = project, reposts
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

    def in_order(self, keys: Sequence[str], hits: Sequence[Hit] | None = None) -> list[Hit]:
        """These hits, or all of them; without keys as the texts have them."""
        listed = [hit for pk in self.articles for hit in self.hits[pk]] if hits is None else list(hits)
        return sorted_hits(self.project, listed, self.articles, keys) if keys else listed

    def lines(self, hits: Sequence[Hit]) -> list[Line]:
        return lines(self.project, hits, self.articles)

    def by_source(self, asked: str) -> list[Portion]:
        """The sources, those with most places first."""
        return self._most("来源", asked, ((one.source, one) for one in self.articles.values() if one.source))

    def by_author(self, asked: str) -> list[Portion]:
        """The authors, those with most places first; an article of several counts for each."""
        written = ((author["name"], one) for one in self.articles.values() for author in one.authors)
        return self._most("作者", asked, written)

    def dispersion(self) -> Dispersion | None:
        """How evenly the places are spread over all the project's articles, by their lengths; None without places."""
        among = articles(self.project).filter(characters__gt=0).order_by()
        among = among if self.reposts else among.filter(repost_of=None)
        parts = [(len(self.hits.get(pk, ())), size) for pk, size in among.values_list("pk", "characters")]
        return dispersion(parts) if any(count for count, _ in parts) else None

    def by_time(self, asked: str, form: str) -> list[Portion]:
        """The months (%Y-%m) or years (%Y) in which something was found, in order."""
        dated = ((one.published, one) for one in self.articles.values() if one.published)
        found = self._portions((day.astimezone(SHANGHAI).strftime(form), one) for day, one in dated)
        return [self._portion(name, of, f"日期:{name} {asked}") for name, of in sorted(found.items())]

    def _most(self, field: str, asked: str, named: Iterable[tuple[str, Article]]) -> list[Portion]:
        portions = [self._portion(name, of, f'{field}:"{name}" {asked}') for name, of in self._portions(named).items()]
        return sorted(portions, key=lambda portion: (-portion.count, portion.name))

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
