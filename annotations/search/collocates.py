"""The words that stand beside what was found more often than chance would put them there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.search.asked import Asked
from annotations.search.finding import Hit
from annotations.search.windows import windows
from annotations.search.words import counted, is_empty
from reader.models import Project
from reader.text.corpus.association import Association, association


@dataclass(frozen=True)
class Collocate:
    """A word: at how many hits it stands within the window, on their left and on their right; how often it is said."""

    word: str
    together: int
    left: int
    right: int
    said: int
    by: Association

    def value(self, measure: str) -> float:
        return self.together if measure == "together" else getattr(self.by, measure)


def collocates(project: Project, hits: Sequence[Hit], wanted: Asked) -> list[Collocate]:
    """Words within the width asked for at so many hits or more, the first by the measure. Refused: vast."""
    beside, left, right, nodes = _beside(project, hits, wanted.width)
    every: Counter[str] = Counter()
    for _article, words in counted(project, wanted.reposts):
        every.update(words)
    size = every.total()
    found = [
        Collocate(
            word,
            count,
            left[word],
            right[word],
            every[word],
            association(count, nodes, every[word], size, 2 * wanted.width),
        )
        for word, count in beside.items()
        if count >= wanted.least and every[word] and (wanted.empty or not is_empty(word))
    ]
    return sorted(found, key=lambda one: (-one.value(wanted.measure), -one.together, one.word))


def _beside(project: Project, hits: Sequence[Hit], width: int) -> tuple[Counter[str], Counter[str], Counter[str], int]:
    """At how many hits each word stands, on any side, the left, the right; and how many hits there are."""
    beside: Counter[str] = Counter()
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    nodes = 0
    for _hit, before, behind in windows(project, hits, width):
        nodes += 1
        left.update(set(before))
        right.update(set(behind))
        beside.update({*before, *behind})
    return beside, left, right, nodes
