"""Corrections of what was found: made, taken back, and laid over the findings of the text shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404

from annotations.analysis.rows import Row
from annotations.models import FindingCorrection
from annotations.models.marks import CONTEXT
from reader.access import may
from reader.models import Article, Membership, Project, TextVersion


def laid_over(project: Project, kind: str, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """The rows as corrected, without those dropped. Two queries, one where nothing was corrected."""
    corrections: dict[int, list[FindingCorrection]] = defaultdict(list)
    for correction in FindingCorrection.objects.filter(project=project, kind=kind):
        corrections[correction.article_id].append(correction)
    touched: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows if corrections else ():
        if row.article.pk in corrections:
            touched[row.article.version].append(row)
    texts = TextVersion.objects.filter(project=project, pk__in=touched).values_list("pk", "text") if touched else ()
    meant: dict[Row[Any], FindingCorrection] = {}
    for version, text in texts:
        meant |= _meant(text, touched[version], corrections[touched[version][0].article.pk])
    return [_corrected(row, meant) for row in rows if not (row in meant and meant[row].dropped)]


def _meant(
    text: str, rows: Sequence[Row[Any]], corrections: Iterable[FindingCorrection]
) -> dict[Row[Any], FindingCorrection]:
    """Which row each correction is about: that of its words whose surroundings are most like. Where two are as like as
    each other, neither is touched."""
    found = {}
    for correction in corrections:
        alike = [row for row in rows if text[row.found.start : row.found.end] == correction.exact]
        ranked = sorted(((_likeness(text, row, correction), place) for place, row in enumerate(alike)), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            found[alike[ranked[0][1]]] = correction
    return found


def _likeness(text: str, row: Row[Any], correction: FindingCorrection) -> int:
    prefix, suffix = _around(text, row.found.start, row.found.end)
    return (prefix == correction.prefix) + (suffix == correction.suffix)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def _corrected(row: Row[Any], meant: Mapping[Row[Any], FindingCorrection]) -> Row[Any]:
    correction = meant.get(row)
    return replace(row, found=replace(row.found, **correction.said), correction=correction.pk) if correction else row


@transaction.atomic
def correct(membership: Membership, kind: str, row: Row[Any], said: Mapping[str, Any] | None) -> None:
    """Say the row's fields otherwise, or drop it with None. The article's lock makes one correction a row."""
    project = membership.project
    article = Article.objects.select_for_update(no_key=True).get(project=project, pk=row.article.pk)
    text = TextVersion.objects.get(project=project, article=article, pk=row.article.version).text
    prefix, suffix = _around(text, row.found.start, row.found.end)
    place = {"exact": text[row.found.start : row.found.end], "prefix": prefix, "suffix": suffix}
    known = _known(membership, row)
    values = {"dropped": said is None, "said": dict(said or {}), "author": membership.user}
    if known:
        FindingCorrection.objects.filter(project=project, pk=known.pk).update(**values)
    else:
        FindingCorrection.objects.create(project=project, article=article, kind=kind, **place, **values)


def _known(membership: Membership, row: Row[Any]) -> FindingCorrection | None:
    known = FindingCorrection.objects.filter(project=membership.project, pk=row.correction).first()
    if known:
        _require_change(membership, known)
    return known


def take_back(membership: Membership, correction_id: int) -> FindingCorrection:
    """The finding is again what the text says by itself."""
    known = get_object_or_404(FindingCorrection, project=membership.project, pk=correction_id)
    _require_change(membership, known)
    known.delete()
    return known


def _require_change(membership: Membership, correction: FindingCorrection) -> None:
    """A coder changes their own corrections, an editor anyone's."""
    if not may(membership).edit and correction.author_id != membership.user_id:
        raise PermissionDenied


def dropped(project: Project, kind: str) -> list[FindingCorrection]:
    """What was dropped in undeleted articles, the latest first."""
    found = FindingCorrection.objects.filter(project=project, kind=kind, dropped=True, article__deleted=None)
    return list(found.filter(article__project=project).select_related("article").order_by("-pk"))
