"""The words that the articles found say more than the project's others do."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from annotations.search.words import counted, is_empty
from reader.models import Project
from reader.text.corpus.keyness import Keyness, keyness

# Said so often, in so many articles, and so unlikely by chance, over all words that were tried (Bonferroni).
LEAST, IN_ARTICLES, CHANCE = 5, 3, 0.01


@dataclass(frozen=True)
class KeyWord:
    """A word, how often the articles found say it and the others do, and in how many of those found it stands."""

    word: str
    here: int
    there: int
    articles: int
    by: Keyness


@dataclass
class Sides:
    """How often words are said in the articles found, `here`, and in the others; in how many of the former."""

    here: Counter[str]
    there: Counter[str]
    articles: Counter[str]
    found: int = 0


def key_words(project: Project, found: Collection[int], *, empty: bool, reposts: bool) -> list[KeyWord] | None:
    """Those said clearly more here, the greatest difference first; None where there is nothing to compare with.
    `empty`: words that say nothing by themselves as well. Refused: vast."""
    sides = _sides(project, found, reposts)
    size_here, size_there = sides.here.total(), sides.there.total()
    if not size_here or not size_there:
        return None
    in_articles, tried = min(IN_ARTICLES, sides.found), len(sides.here.keys() | sides.there.keys())
    words = (
        KeyWord(
            word, here, there := sides.there[word], sides.articles[word], keyness(here, there, size_here, size_there)
        )
        for word, here in sides.here.items()
        if here >= LEAST and sides.articles[word] >= in_articles and (empty or not is_empty(word))
    )
    key = [one for one in words if one.by.log_likelihood > 0 and one.by.chance * tried < CHANCE]
    return sorted(key, key=lambda one: (-one.by.log_ratio, -one.here, one.word))


def _sides(project: Project, found: Collection[int], reposts: bool) -> Sides:
    sides = Sides(Counter(), Counter(), Counter())
    for article, words in counted(project, reposts):
        if article in found:
            sides.here.update(words)
            sides.articles.update(words.keys())
            sides.found += 1
        else:
            sides.there.update(words)
    return sides
