"""The words that stand beside a hit in its sentence."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from annotations.search.finding import Hit
from reader.models import Project, TextVersion
from reader.text.corpus.words import Token, tokens
from reader.text.segmentation import lengths
from reader.text.sentences import sentences

Window = tuple[Hit, list[str], list[str]]


def windows(project: Project, hits: Sequence[Hit], width: int) -> Iterator[Window]:
    """Each hit with up to `width` words before it and behind it; one in a title has none. A word that the hit only
    begins or ends in stands on neither side."""
    held: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.number:
            held[hit.version].append(hit)
    versions = TextVersion.objects.filter(project=project, pk__in=held)
    for pk, text, words in versions.order_by().values_list("pk", "text", "words").iterator(chunk_size=100):
        around = _Around(text, tokens(text, lengths(words)))
        for hit in held[pk]:
            yield hit, *around.beside(hit, width)


def with_word(project: Project, hits: Sequence[Hit], word: str, width: int) -> list[Hit]:
    """The hits that have the word in their window, in their order."""
    held = {id(hit) for hit, left, right in windows(project, hits, width) if word in left or word in right}
    return [hit for hit in hits if id(hit) in held]


class _Around:
    """A text's words and sentences, where they begin and end."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        spans = sentences(text)
        self.words = [word for _, _, word in words]
        self.starts, self.ends = [start for start, _, _ in words], [end for _, end, _ in words]
        self.firsts, self.lasts = [0, *(start for start, _ in spans)], [*(end for _, end in spans), len(text)]

    def beside(self, hit: Hit, width: int) -> tuple[list[str], list[str]]:
        first = self.firsts[bisect_right(self.firsts, hit.start) - 1]
        last = self.lasts[bisect_left(self.lasts, hit.end)]
        left, right = bisect_right(self.ends, hit.start), bisect_left(self.starts, hit.end)
        begin = max(bisect_left(self.starts, first), left - width)
        end = min(bisect_right(self.ends, last), right + width)
        return self.words[begin:left], self.words[right:end]
