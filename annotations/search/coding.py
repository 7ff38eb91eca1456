"""Which passages coding what was found would mark: the hits, or the words, sentences or paragraphs that hold them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from annotations.filters.queries import all_marks
from annotations.marks.coding import MOST, Passage
from annotations.models import Theme
from annotations.search.concordance import in_paragraph
from annotations.search.finding import Hit
from annotations.themes.tree import below
from reader.models import Article, Project, TextVersion
from reader.text.segmentation import lengths
from reader.text.sentences import sentences

UNITS = [("hit", _("找到的字")), ("words", _("整个词")), ("sentence", _("整句")), ("paragraph", _("整段"))]


@dataclass(frozen=True)
class Candidate:
    """A passage with what stands beside it in its paragraph."""

    passage: Passage
    article: Article
    number: int
    left: str
    exact: str
    right: str

    @property
    def key(self) -> str:
        """How a form names it: `passage_of` reads it."""
        return f"{self.passage.article}-{self.passage.version}-{self.passage.start}-{self.passage.end}"


@dataclass
class Plan:
    """`new` are at most MOST; `later` is how many more there are. `have`: the theme covers them already; `titles`: they
    stand in titles, which cannot be marked; `together`: hits in a passage that another hit has brought."""

    new: list[Candidate] = field(default_factory=list)
    later: int = 0
    have: int = 0
    titles: int = 0
    together: int = 0


def plan(
    project: Project,
    hits: Sequence[Hit],
    articles: Mapping[int, Article],
    unit: str,
    theme: int,
    themes: Sequence[Theme],
) -> Plan:
    """What marking the hits with the theme would do; `articles` are the hits' by id, `themes` the project's."""
    placed = [hit for hit in hits if hit.number]
    made = Plan(titles=len(hits) - len(placed))
    texts = _Texts(project, {hit.version for hit in placed}, unit)
    marked = _marked(project, {hit.article for hit in placed}, below(themes, theme))
    seen: set[Passage] = set()
    for hit in placed:
        passage = Passage(hit.article, hit.version, *texts.reach(hit))
        if passage in seen:
            made.together += 1
            continue
        seen.add(passage)
        if any(start <= passage.start and passage.end <= end for start, end in marked[hit.version]):
            made.have += 1
        elif len(made.new) < MOST:
            made.new.append(texts.candidate(passage, articles[hit.article], hit.number))
        else:
            made.later += 1
    return made


def passage_of(key: str) -> Passage | None:
    """The passage that a form names; None for what names none."""
    parts = key.split("-")
    if len(parts) != 4 or not all(part.isascii() and part.isdecimal() and len(part) < 19 for part in parts):
        return None
    return Passage(*map(int, parts))


class _Texts:
    """The texts that hits stand in, and how far each unit reaches."""

    def __init__(self, project: Project, versions: set[int], unit: str) -> None:
        rows = TextVersion.objects.filter(project=project, pk__in=versions).order_by()
        self._texts: dict[int, str] = {}
        self._edges: dict[int, list[tuple[int, int]]] = {}
        for pk, text, words in rows.values_list("pk", "text", "words"):
            self._texts[pk] = text
            self._edges[pk] = SPANS[unit](text, words) if unit in SPANS else []

    def reach(self, hit: Hit) -> tuple[int, int]:
        """From the start of the unit that the hit begins in to the end of the one it ends in."""
        spans = self._edges[hit.version]
        first = bisect_right(spans, (hit.start, len(self._texts[hit.version]) + 1)) - 1
        last = bisect_left(spans, hit.end, key=lambda span: span[1])
        start = spans[first][0] if first >= 0 else hit.start
        end = spans[last][1] if last < len(spans) else hit.end
        return min(start, hit.start), max(end, hit.end)

    def candidate(self, passage: Passage, article: Article, number: int) -> Candidate:
        said = in_paragraph(self._texts[passage.version], passage.start, passage.end)
        return Candidate(passage, article, number, *said)


def _word_spans(text: str, words: str) -> list[tuple[int, int]]:
    ends = list(accumulate(lengths(words)))
    return list(zip((0, *ends), ends, strict=False))


def _paragraphs(text: str, words: str) -> list[tuple[int, int]]:
    ends = list(accumulate(len(line) + 1 for line in text.split("\n")))
    return [(start, end - 1) for start, end in zip((0, *ends), ends, strict=False)]


SPANS: dict[str, Callable[[str, str], list[tuple[int, int]]]] = {
    "words": _word_spans,
    "sentence": lambda text, words: sentences(text),
    "paragraph": _paragraphs,
}


def _marked(project: Project, articles: set[int], themes: set[int]) -> dict[int, list[tuple[int, int]]]:
    """Where the texts shown are marked with one of the themes, by version."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    marks = all_marks(project).filter(
        article__in=articles, version=F("article__version"), taggings__project=project, taggings__theme__in=themes
    )
    for version, start, end in marks.order_by().values_list("version", "start", "end").distinct():
        found[version].append((start, end))
    return found
