"""The quotes of a document under the themes they are tagged with, in the codebook's order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.exports.document import Article, Document, Highlight, Theme

UNTAGGED = "未分主题"


@dataclass(frozen=True, slots=True)
class Quote:
    """One highlight where it stands: its article, its themes, and the number of its paragraph."""

    article: Article
    highlight: Highlight
    themes: tuple[Theme, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the quotes right under it. `theme` is None for an unlisted parent and for the untagged."""

    path: tuple[str, ...]
    theme: Theme | None
    quotes: tuple[Quote, ...]


def quotes(document: Document) -> Iterator[Quote]:
    """Every highlight once, by article and place."""
    for article in document.articles:
        for highlight in article.highlights:
            number = article.block_at(highlight.start).number
            yield Quote(article, highlight, document.themes_of(highlight), number)


def sections(document: Document) -> list[Section]:
    """Every highlight under each of its themes, children after their parents, the untagged last.

    A parent without quotes of its own is listed for its children's sake; a theme without any quotes is not.
    """
    tagged: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    untagged: list[Quote] = []
    for quote in quotes(document):
        for theme in quote.themes:
            tagged[theme.path].append(quote)
        if not quote.themes:
            untagged.append(quote)
    themes = {theme.path: theme for theme in document.themes}
    found = [Section(path, themes.get(path), tuple(tagged[path])) for path in _outline(document, set(tagged))]
    return [*found, Section((UNTAGGED,), None, tuple(untagged))] if untagged else found


def _outline(document: Document, used: set[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The used paths and their ancestors, depth first, siblings as the document's themes list them."""
    rank: dict[tuple[str, ...], int] = {}
    for theme in document.themes:
        for path in _ancestry(theme.path):
            rank.setdefault(path, len(rank))
    wanted = {ancestor for path in used for ancestor in _ancestry(path)}
    return sorted(wanted, key=lambda path: [rank[ancestor] for ancestor in _ancestry(path)])


def _ancestry(path: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [path[:depth] for depth in range(1, len(path) + 1)]
