"""The blocks of the texts shown, as they are searched: written with each version, found by any run of characters."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from reader.articles import catching_up, gram_index
from reader.models import Article, IndexedBlock, Project, TextVersion
from reader.text.folding import EDITION, fold
from reader.text.grams import needed
from reader.text.sentences import sentences

BATCH = 100
TITLE = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it is searched: `text` is folded, `stops` are the ends of its sentences, `start` its place in the
    version's text. Number 0 is the title."""

    article: int
    version: int
    number: int
    start: int
    text: str
    stops: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """The texts of blocks as they are searched, with the ends of their sentences."""

    blocks: tuple[tuple[str, list[int]], ...]


def folded(texts: Iterable[str]) -> Folded:
    """What takes time, computed before the transaction that writes it."""
    return Folded(tuple((fold(text), [end for _, end in sentences(text)]) for text in texts))


def index(version: TextVersion, prepared: Folded | None = None) -> None:
    """Make the version's blocks those that its article is found by; called inside a transaction, best with what was
    folded before."""
    prepared = prepared or folded(block["text"] for block in version.blocks)
    (title,) = folded([version.article.title]).blocks
    rows = [_row(version, TITLE, 0, title), *_blocks(version, prepared)]
    _replace(IndexedBlock.objects.filter(project=version.project_id, article=version.article_id), rows)


def index_title(article: Article) -> None:
    """Write the title's block anew, where the article is indexed at all."""
    titles = IndexedBlock.objects.filter(project=article.project_id, article=article.pk, number=TITLE)
    row = titles.first()
    if row and row.text != fold(article.title):
        (title,) = folded([article.title]).blocks
        _replace(titles, [_row(row.version, TITLE, 0, title)])


def holding(project: Project, runs: Sequence[str], titles: bool = False) -> Iterator[Block]:
    """The blocks of undeleted articles that hold the grams of all these folded runs, by article and place; only
    `titles` where they alone are asked."""
    statement, values = gram_index.asked(project.pk, set().union(*map(needed, runs)))
    with connection.cursor() as cursor:
        cursor.execute(statement + (" AND b.number = 0" if titles else "") + " ORDER BY b.article_id, b.number", values)
        while rows := cursor.fetchmany(BATCH):
            for article, version, number, start, text, stops in rows:
                ends = json.loads(stops) if isinstance(stops, str) else stops
                yield Block(article, version, number, start, text, tuple(ends))


def behind(project: Project) -> QuerySet[Article]:
    """The articles whose text shown is not indexed, or by another folding."""
    there = IndexedBlock.objects.filter(project=project, number=TITLE, version=OuterRef("version"), edition=EDITION)
    return Article.objects.filter(~Exists(there), project=project, version__isnull=False).order_by("pk")


def catch_up(project_id: int) -> None:
    """Index what is behind."""
    catching_up.catch_up(project_id, behind, _index_again)


@transaction.atomic
def _index_again(project: Project, article_id: int) -> None:
    if version := catching_up.locked(project, article_id):
        index(version)


def _replace(old: QuerySet[IndexedBlock], rows: Sequence[IndexedBlock]) -> None:
    gram_index.forget(old)
    old.delete()
    gram_index.insert(rows)


def _blocks(version: TextVersion, prepared: Folded) -> Iterator[IndexedBlock]:
    start = 0
    for number, block in enumerate(prepared.blocks, 1):
        yield _row(version, number, start, block)
        start += len(block[0]) + 1


def _row(version: TextVersion, number: int, start: int, block: tuple[str, list[int]]) -> IndexedBlock:
    text, stops = block
    return IndexedBlock(
        project_id=version.project_id,
        article_id=version.article_id,
        version_id=version.pk,
        number=number,
        start=start,
        text=text,
        stops=stops,
        edition=EDITION,
    )


def starts(project: Project, versions: Iterable[int]) -> dict[int, list[int]]:
    """Where the blocks of these versions begin in their texts; none of a version that is not shown any more."""
    return {version: [start for start, _ in held] for version, held in sentence_stops(project, versions).items()}


def sentence_stops(project: Project, versions: Iterable[int]) -> dict[int, list[tuple[int, list[int]]]]:
    """Where each block of these versions begins, and where in it its sentences end."""
    found: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
    indexed = IndexedBlock.objects.filter(project=project, version__in=list(versions), number__gt=TITLE)
    for version, start, stops in indexed.order_by("number").values_list("version", "start", "stops"):
        found[version].append((start, stops))
    return found
