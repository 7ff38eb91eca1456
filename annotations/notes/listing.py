"""The rows of the notes page: every mark in its sentence, with its place, its themes and its citation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from annotations import access
from annotations.exporting import documents
from annotations.exports import citation as exports_citation
from annotations.exports import context, document
from annotations.filters import queries as filters_queries
from annotations.filters.filter import Filter
from annotations.memos import queries as memos_queries
from annotations.models import Highlight, Memo, Theme
from annotations.themes.tree import path
from reader.models import Article, Membership, Project

Pair = tuple[int | None, Highlight]


@dataclass(frozen=True)
class Note:
    """One mark as the page shows it. An orphan stands in an older text of its article only. The colour is that of the
    theme it is listed under, else of its first one."""

    mark: Highlight
    before: str
    after: str
    paragraph: int
    headings: tuple[str, ...]
    themes: tuple["Label", ...]
    author: str
    link: str
    citation: str
    editable: bool
    orphan: bool
    colour: str


@dataclass(frozen=True)
class Label:
    theme: Theme
    path: str

    @property
    def colour(self) -> str:
        return f"t{self.theme.colour}"


@dataclass(frozen=True)
class Group:
    """Notes that follow each other under one article or one theme (None: under none); `count` is how many are shown
    there on all pages."""

    count: int
    notes: tuple[Note, ...]
    article: Article | None = None
    label: Label | None = None
    memo: Memo | None = None

    @property
    def memo_address(self) -> str:
        on = self.article or (self.label and self.label.theme)
        return memo_address(on) if on else ""


class Listing:
    """The marks a filter shows, counted at once and cut into pages: a sequence for Django's paginator."""

    def __init__(self, membership: Membership, wanted: Filter, themes: Sequence[Theme]) -> None:
        self._membership, self._project, self._wanted, self._themes = membership, membership.project, wanted, themes
        self._shown = filters_queries.matching(self._project, wanted, themes)
        self.facets = filters_queries.facets(self._project, self._shown)
        self.total = sum(facet.shown for facet in self.facets)
        self.articles = {facet.article for facet in self.facets if facet.shown}
        self._ids = filters_queries.theme_ids(wanted, themes) if wanted.theme else None
        self._themed = self._by_theme() if self.by_theme else {}

    @property
    def by_theme(self) -> bool:
        return self._wanted.group == "theme"

    def __len__(self) -> int:
        return sum(self._themed.values()) if self.by_theme else self.total

    def __getitem__(self, cut: slice) -> list[Pair]:
        if not self.by_theme:
            marks = filters_queries.rows(self._project, self._shown, cut.start, cut.stop)
            return [(mark.article_id, mark) for mark in marks]
        tagged = len(self) - self._themed[None]
        pairs = self._tagged(cut.start, min(cut.stop, tagged)) if cut.start < tagged else []
        return pairs + (self._bare(max(cut.start - tagged, 0), cut.stop - tagged) if cut.stop > tagged else [])

    def count(self, key: int | None) -> int:
        if self.by_theme:
            return self._themed.get(key, 0)
        return sum(facet.shown for facet in self.facets if facet.article == key)

    def _by_theme(self) -> dict[int | None, int]:
        bare = 0 if self._wanted.theme else sum(facet.untagged for facet in self.facets)
        counts: dict[int | None, int] = {None: bare}
        counts.update(filters_queries.theme_counts(self._project, self._shown, self._ids))
        return counts

    def _tagged(self, start: int, end: int) -> list[Pair]:
        tagged = filters_queries.taggings(self._project, self._shown, self._ids)
        return list(filters_queries.tagged_rows(self._project, tagged, self._themes, start, end))

    def _bare(self, start: int, end: int) -> list[Pair]:
        if not self._themed[None]:
            return []
        bare = filters_queries.bare(self._project, self._shown)
        return [(None, mark) for mark in filters_queries.rows(self._project, bare, start, end)]


def groups(
    membership: Membership,
    listing: Listing,
    pairs: Sequence[Pair],
    themes: Sequence[Theme],
    memos: dict[int | None, Memo],
    beside: int = 0,
) -> list[Group]:
    """The page's notes in groups, with the memos on what they are grouped by; each with so many sentences beside its
    own."""
    setting = _Setting(membership, themes, listing.articles, beside)
    found = []
    for key, together in groupby(pairs, key=lambda pair: pair[0]):
        marks = [mark for _, mark in together]
        label = setting.label(key) if listing.by_theme and key else None
        notes, count = tuple(setting.note(mark, label) for mark in marks), listing.count(key)
        if listing.by_theme:
            memo = memos_queries.theme_memo(label.theme) if label else None
            found.append(Group(count, notes, label=label, memo=memo))
        else:
            found.append(Group(count, notes, article=marks[0].article, memo=memos.get(key)))
    return found


def memo_address(on: Article | Theme | Project) -> str:
    """Where the API keeps the memo on an article, a theme or a project."""
    if isinstance(on, Project):
        return reverse("api:put_memo", args=[on.pk])
    if isinstance(on, Theme):
        return reverse("api:put_theme_memo", args=[on.project_id, on.pk])
    return reverse("api:put_article_memo", args=[on.project_id, on.pk])


def choices(facets: Sequence[filters_queries.Facet], themes: Sequence[Theme]) -> dict[str, list[tuple[Any, str]]]:
    """What each of a filter's fields can be set to."""
    return {
        "articles": list({row.article: (row.article, row.title) for row in facets}.values()),
        "people": list({row.person: (row.person, row.name) for row in facets if row.person}.values()),
        "sources": sorted({(row.source, row.source) for row in facets if row.source}),
        "themes": [(label.theme.pk, label.path) for label in labels(themes)],
    }


LACKING = {"source": _("来源不明"), "byline": _("没有署名"), "published": _("没有日期")}


def arrived(wanted: Filter, themes: Sequence[Theme]) -> list[tuple[str, Any, str]]:
    """The conditions that no field of the form sets, as a number of an analysis brings them: name, value, in words."""
    also = next((label.path for label in labels(themes) if label.theme.pk == wanted.also), "")
    said = [
        ("also", wanted.also, gettext("也归到“%(theme)s”") % {"theme": also}),
        ("byline", wanted.byline, gettext("作者：%(name)s") % {"name": wanted.byline}),
        ("lacks", wanted.lacks, str(LACKING.get(wanted.lacks, ""))),
        ("once", int(wanted.once), gettext("转载里重复的不列")),
    ]
    return [row for row in said if row[1]]


def labels(themes: Sequence[Theme]) -> list[Label]:
    by_id = {theme.pk: theme for theme in themes}
    return [Label(theme, " / ".join(path(theme, by_id))) for theme in themes]


class _Setting:
    """What the notes of one page have in common: who looks, the themes, and each text read once."""

    def __init__(self, membership: Membership, themes: Sequence[Theme], articles: Iterable[int], beside: int) -> None:
        project = membership.project
        self._membership, self._beside = membership, beside
        self._labels = {label.theme.pk: label for label in labels(themes)}
        self._style = documents.citation_style(project)
        # By author and year, several of one year get letters: those of all articles shown, as in an export's list.
        lettered = self._style.form == "author-year"
        self._cited = documents.citations(filters_queries.cited(project, articles), self._style) if lettered else {}
        self._read: dict[int, document.Article] = {}

    def label(self, theme: int) -> Label:
        return self._labels[theme]

    def note(self, row: Highlight, listed_under: Label | None) -> Note:
        article, mark = self._article(row), documents.highlight(row)
        before, _, after = context.context(article, mark, self._beside)
        orphan = row.version_id != row.article.version_id
        labels = tuple(map(self.label, mark.themes))
        leading = listed_under or next(iter(labels), None)
        return Note(
            mark=row,
            before=before,
            after=after,
            paragraph=article.block_at(row.start).number,
            headings=context.heading_path(article, mark),
            themes=labels,
            author=mark.author,
            link=article.address if orphan else article.place(mark),
            citation=self._cited.get(article.id) or exports_citation.entry(article, self._style),
            editable=access.may_change(self._membership, row),
            orphan=orphan,
            colour=leading.colour if leading else "t-plain",
        )

    def _article(self, row: Highlight) -> document.Article:
        """The article in the version that the mark stands in."""
        if row.version_id not in self._read:
            saved = row.saved  # type: ignore[attr-defined]  # the query's own column
            self._read[row.version_id] = documents.article(row.article, row.version, saved, "")
        return self._read[row.version_id]
