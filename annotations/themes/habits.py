"""What a project has made of proposed names before: what it rejected on the same text, and how it renames."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from annotations.themes import queries
from reader.models import Article
from reader.text.segmentation import words

# So many articles on which a name was given the same other one make a habit; fewer may be chance.
HABIT = 3


@dataclass(frozen=True)
class Habits:
    """`rejected` are the names turned down on reposts of the article, `renamed` the names, and the words in them, that
    are called otherwise as a rule, `touched` the ids of the article's own themes that somebody has decided on or
    renamed."""

    rejected: AbstractSet[str]
    renamed: Mapping[str, str]
    touched: AbstractSet[str]

    def name_for(self, name: str) -> str:
        return self.renamed.get(name) or "".join(self.renamed.get(word, word) for word in words(name))

    def unwanted(self, name: str) -> bool:
        return name in self.rejected


def of(article: Article) -> Habits:
    return Habits(
        frozenset(queries.rejected_on_reposts(article)),
        _renamed(article.project_id),
        frozenset(queries.touched_article_themes(article)),
    )


def _renamed(project: int) -> dict[str, str]:
    """Names and words that were changed alike on enough articles, and never otherwise."""
    changes: dict[str, dict[str, set[int | None]]] = {}
    for name, renamed, article in queries.renamed_article_themes(project):
        for before, after in {(name, renamed), *_replaced(name, renamed)}:
            changes.setdefault(before, {}).setdefault(after, set()).add(article)
    alike = {before: next(iter(after.items())) for before, after in changes.items() if len(after) == 1}
    return {before: after for before, (after, articles) in alike.items() if len(articles) >= HABIT}


def _replaced(name: str, renamed: str) -> Iterator[tuple[str, str]]:
    """The one word in whose place there is another, where the rest of the name stayed."""
    before, after = words(name), words(renamed)
    places = [place for place, (one, other) in enumerate(zip(before, after, strict=False)) if one != other]
    if len(before) == len(after) and len(places) == 1:
        yield before[places[0]], after[places[0]]
