"""Cutting texts into words and sentences by their project's terms, and indexing what sentences are found by.

A new text is cut and indexed where it is made. When the terms change, a task of the background does it anew, article by
article; until it has come to one, its readers see the old words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from reader.articles import catching_up
from reader.models import Article, Posting, Project, Sentences, TextVersion
from reader.text import postings
from reader.text.segmentation import boundaries, lengths
from reader.text.vocabulary import fingerprint

BATCH = 100
# A heading is what a passage stands under, and a caption beside; neither is one to be tagged.
BESIDES = ("heading", "caption")


@dataclass(frozen=True, slots=True)
class Indexed:
    """What a text's sentences are found by, packed, and the words that its terms were cut by."""

    vocabulary: str
    terms: dict[str, bytes]
    spans: bytes
    sentences: int
    length: int


def indexed(text: str, words: str, terms: Iterable[str], blocks: Iterable[tuple[str, str]]) -> Indexed:
    """The text's index; its `words` are cut by these terms, its blocks are given by kind and text."""
    found = postings.indexed(text, lengths(words), terms, _besides(blocks))
    length = sum(len(sentence.terms) for sentence in found)
    return Indexed(fingerprint(terms), postings.postings(found), postings.packed_spans(found), len(found), length)


def indexed_of(version: TextVersion, terms: Iterable[str]) -> Indexed:
    blocks = ((block["kind"], block["text"]) for block in version.blocks)
    return indexed(version.text, version.words, terms, blocks)


def index(version: TextVersion, made: Indexed) -> None:
    """Make the version's sentences those that the article is found by."""
    project, article = version.project_id, version.article_id
    Posting.objects.filter(project=project, article=article).delete()
    _write([(project, article, term, places) for term, places in made.terms.items()])
    Sentences.objects.update_or_create(
        project_id=project,
        article_id=article,
        defaults={
            "version_id": version.pk,
            "vocabulary": made.vocabulary,
            "spans": made.spans,
            "count": made.sentences,
            "terms": made.length,
        },
    )


def _write(rows: Sequence[Sequence[int | str | bytes]]) -> None:
    """Some 300 rows an article, in plain SQL: as model instances they took a fifth of a whole import."""
    insert = "INSERT INTO reader_posting (project_id, article_id, term, places) VALUES "
    with connection.cursor() as cursor:
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            cursor.execute(insert + ", ".join(["(%s, %s, %s, %s)"] * len(batch)), list(chain.from_iterable(batch)))


def _besides(blocks: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    stretches, start = [], 0
    for kind, text in blocks:
        end = start + len(text)
        if kind in BESIDES:
            stretches.append((start, end))
        start = end + 1
    return stretches


@transaction.atomic
def settle(project_id: int, terms: list[str]) -> None:
    """Make these the project's terms. A text that holds none of those that came or went is cut by the new ones as it
    was by the old."""
    # Not for the key: rows that name the project are written meanwhile.
    project = Project.objects.select_for_update(no_key=True).get(pk=project_id)
    if project.terms == terms:
        return
    changed = set(project.terms) ^ set(terms)
    old = Sentences.objects.filter(project=project, vocabulary=fingerprint(project.terms), version__project=project)
    texts = old.values_list("pk", "version__text").iterator(BATCH)
    same = [pk for pk, text in texts if not any(term in text for term in changed)]
    for start in range(0, len(same), BATCH):
        batch = same[start : start + BATCH]
        Sentences.objects.filter(project=project, pk__in=batch).update(vocabulary=fingerprint(terms))
    project.terms = terms
    project.save(update_fields=["terms"])


def behind(project: Project) -> QuerySet[Article]:
    """The articles whose text shown is not cut by the project's present terms, or not indexed."""
    vocabulary = fingerprint(project.terms)
    cut = Sentences.objects.filter(project=project, vocabulary=vocabulary, version=OuterRef("version"))
    return Article.objects.filter(~Exists(cut), project=project, version__isnull=False).order_by("pk")


def catch_up(project_id: int) -> None:
    """Cut what is behind."""
    catching_up.catch_up(project_id, behind, _cut_again)


def _cut_again(project: Project, article_id: int) -> None:
    """What takes long comes before the lock; a text that was made meanwhile is not touched."""
    version = catching_up.shown(project, article_id)
    if version is None:
        return
    version.words = boundaries(version.text, project.terms)
    made = indexed_of(version, project.terms)
    with transaction.atomic():
        held = Article.objects.select_for_update(no_key=True).filter(project=project, pk=article_id, version=version)
        if held.exists():
            version.save(update_fields=["words"])
            index(version, made)
