"""The index of documents: which article cites which, when, in which sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from annotations.analysis.rows import Row
from reader.text.findings import titles
from reader.text.findings.documents import Cited
from reader.text.folding import fold

# How kinds are called that no ending word tells.
KINDS = {titles.PERIODICAL: _("报刊"), titles.WORK: _("作品"), titles.OTHER: _("其他")}


@dataclass(frozen=True)
class Document:
    """A document and where it is cited. `titles` are all it is called by, the commonest first."""

    titles: tuple[str, ...]
    number: str
    kind: str
    rows: Sequence[Row[Cited]]

    @property
    def called(self) -> str:
        """Its kind in words."""
        return str(KINDS.get(self.kind, self.kind))

    @property
    def articles(self) -> int:
        return len({row.article.pk for row in self.rows})

    @property
    def days(self) -> list[datetime]:
        """The first and last day of the articles that have one."""
        days = sorted(row.article.published for row in self.rows if row.article.published)
        return [days[0], days[-1]] if days else []


def index(rows: Iterable[Row[Cited]]) -> list[Document]:
    """Those cited by most articles first. A title whose number stands beside it somewhere is that number's document,
    unless there are several; a number without issuer names a document of its article only."""
    rows = list(rows)
    numbers = _numbers(rows)
    gathered: dict[tuple[str, ...], list[Row[Cited]]] = defaultdict(list)
    for row in rows:
        gathered[_identity(row, numbers)].append(row)
    found = [_document(same) for same in gathered.values()]
    return sorted(found, key=lambda one: (-one.articles, -len(one.rows), one.titles, one.number))


def _numbers(rows: Iterable[Row[Cited]]) -> Mapping[str, set[str]]:
    numbers: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.found.title and row.found.issued:
            numbers[_plain(row.found.title)].add(row.found.number)
    return numbers


def _identity(row: Row[Cited], numbers: Mapping[str, set[str]]) -> tuple[str, ...]:
    found = row.found
    if found.issued:
        return "number", found.number
    if not found.title:
        return "here", str(row.article.pk), found.number
    known = numbers.get(_plain(found.title), set())
    return ("number", *known) if len(known) == 1 and not found.number else ("title", _plain(found.title), found.number)


def _plain(title: str) -> str:
    return "".join(sign for sign in fold(title) if sign.isalnum())


def _document(rows: Sequence[Row[Cited]]) -> Document:
    named = Counter(row.found.title for row in rows if row.found.title)
    kinds = Counter(row.found.kind for row in rows if row.found.title or not named)
    number = next((row.found.number for row in rows if row.found.number), "")
    return Document(tuple(title for title, _count in named.most_common()), number, kinds.most_common(1)[0][0], rows)
