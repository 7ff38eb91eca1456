"""What a matrix counts, read at once: the articles asked for, the marks a filter leaves, the themes they count for."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Length, Replace

from annotations.analysis.matrix import Mark, Text
from annotations.filters import queries
from annotations.filters.filter import Filter
from annotations.models import Highlight, Theme
from annotations.themes.tree import lineage
from reader.articles.queries import articles
from reader.models import Project

# What marks without a theme count for.
UNTAGGED = 0
BLANKS = ("\n", " ", "\u3000", "\t", "\u00a0")


@dataclass(frozen=True)
class About:
    """What of an article its column is told by."""

    title: str
    source: str
    authors: Sequence[str]
    published: datetime | None


@dataclass(frozen=True)
class Facts:
    texts: Mapping[int, Text]
    about: Mapping[int, About]
    marks: Sequence[Mark]


def facts(project: Project, wanted: Filter, themes: Sequence[Theme]) -> Facts:
    """All articles, those the filter asks for told from the rest, and the marks it leaves in any of them."""
    texts, about = _articles(project, _asked(project, wanted))
    return Facts(texts, about, _marks(project, queries.matching(project, wanted.anywhere, themes), themes))


def _asked(project: Project, wanted: Filter) -> Collection[int] | None:
    """The articles the filter asks for; None for all of them."""
    asks = queries.articles_asked(project, wanted)
    return set(articles(project).filter(asks).order_by().values_list("pk", flat=True)) if asks else None


def _articles(project: Project, asked: Collection[int] | None) -> tuple[dict[int, Text], dict[int, About]]:
    names = ("pk", "title", "source", "authors", "published", "repost_of", "length")
    texts, about = {}, {}
    for pk, title, source, authors, published, first, length in (
        articles(project).order_by().annotate(length=_length()).values_list(*names)
    ):
        texts[pk] = Text(length or 0, first, asked is None or pk in asked)
        about[pk] = About(title, source, [author["name"] for author in authors], published)
    return texts, about


def _length() -> Length:
    """The characters of the text that are not blank."""
    text: F | Replace = F("version__text")
    for blank in BLANKS:
        text = Replace(text, Value(blank), Value(""))
    return Length(text)


def _marks(project: Project, shown: QuerySet[Highlight], themes: Sequence[Theme]) -> list[Mark]:
    given = _given(project, shown, themes)
    rows = shown.order_by("pk").values_list("pk", "article", "version", "start", "end", "exact")
    return [Mark(*row, given.get(row[0], frozenset({UNTAGGED}))) for row in rows]


def _given(project: Project, shown: QuerySet[Highlight], themes: Sequence[Theme]) -> dict[int, frozenset[int]]:
    """The themes of each mark, and those above them."""
    by_id = {theme.pk: theme for theme in themes}
    above = {theme.pk: frozenset(one.pk for one in lineage(theme, by_id)) for theme in themes}
    found: dict[int, frozenset[int]] = defaultdict(frozenset)
    for mark, theme in queries.taggings(project, shown, None).order_by().values_list("highlight", "theme"):
        found[mark] |= above.get(theme, frozenset({theme}))
    return found
