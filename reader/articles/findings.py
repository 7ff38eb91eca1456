"""The documents and numbers of the texts shown: found when a version is recorded, and anew after an upgrade."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from reader.articles import catching_up
from reader.models import Article, Findings, Project, TextVersion
from reader.text.findings import EDITION
from reader.text.findings.documents import Cited, documents
from reader.text.findings.numbers import Number, numbers
from reader.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a text, each as a list of its fields behind the start and end of its sentence."""

    documents: list[list[Any]]
    numbers: list[list[Any]]


def find(text: str) -> Found:
    """What takes time, computed before the transaction that writes it."""
    spans = sentences(text)
    return Found(_placed(documents(text), spans), _placed(numbers(text), spans))


def keep(version: TextVersion, found: Found | None = None) -> None:
    """Make these the findings of the version's article; best with what was found before the transaction."""
    found = found or find(version.text)
    values = {"version": version, "edition": EDITION, "documents": found.documents, "numbers": found.numbers}
    Findings.objects.update_or_create(values, project_id=version.project_id, article_id=version.article_id)


def behind(project: Project) -> QuerySet[Article]:
    """The articles in whose text shown nothing was looked for yet, or by another edition."""
    there = Findings.objects.filter(project=project, version=OuterRef("version"), edition=EDITION)
    return Article.objects.filter(~Exists(there), project=project, version__isnull=False).order_by("pk")


def catch_up(project_id: int) -> None:
    """Find what is behind."""
    catching_up.catch_up(project_id, behind, _keep_again)


@transaction.atomic
def _keep_again(project: Project, article_id: int) -> None:
    if version := catching_up.locked(project, article_id):
        keep(version)


def _placed(found: Sequence[Cited] | Sequence[Number], spans: Sequence[tuple[int, int]]) -> list[list[Any]]:
    """Both are in order, so the sentences are walked once."""
    placed, at = [], 0
    for one in found:
        while at < len(spans) - 1 and spans[at][1] <= one.start:
            at += 1
        placed.append([*spans[at], *astuple(one)])
    return placed
