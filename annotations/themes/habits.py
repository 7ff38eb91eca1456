"""What a project has made of proposed names before: what it rejected on the same text, and how it renames."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from annotations.themes import queries
from reader.models import Article

# So many articles on which a name was given the same other one make a habit; fewer may be chance.
HABIT = 3


@dataclass(frozen=True)
class Habits:
    """`rejected` are the names turned down on reposts of the article, `renamed` what is called otherwise as a rule,
    `touched` the ids of the article's own themes that somebody has decided on or renamed."""

    rejected: AbstractSet[str]
    renamed: Mapping[str, str]
    touched: AbstractSet[str]

    def name_for(self, name: str) -> str:
        return self.renamed.get(name, name)

    def unwanted(self, name: str) -> bool:
        return name in self.rejected


def of(article: Article) -> Habits:
    return Habits(
        frozenset(queries.rejected_on_reposts(article)),
        _renamed(article.project_id),
        frozenset(queries.touched_article_themes(article)),
    )


def _renamed(project: int) -> dict[str, str]:
    """Names that were changed alike on enough articles, and never otherwise."""
    changes: dict[str, dict[str, set[int | None]]] = {}
    for before, after, article in queries.renamed_article_themes(project):
        changes.setdefault(before, {}).setdefault(after, set()).add(article)
    alike = {before: next(iter(after.items())) for before, after in changes.items() if len(after) == 1}
    return {before: after for before, (after, articles) in alike.items() if len(articles) >= HABIT}
