"""Giving labels to articles and taking them off, many at a time; what was changed is answered, to be undone."""

from collections.abc import Iterable

from django.db import transaction

from reader.labels import queries
from reader.models import Article, Label, Labelling, Membership, Project

NAME_LENGTH = 40


class NoName(Exception):
    """A label needs a name that can be kept."""


def label_named(project: Project, name: str) -> Label:
    """The project's label of this name, made where there is none; NoName when it cannot be one."""
    said = " ".join(name.split())
    if not said or len(said) > NAME_LENGTH or "\0" in said:
        raise NoName
    return Label.objects.get_or_create(project=project, name=said, defaults={"star": False})[0]


def star_of(project: Project) -> Label:
    return Label.objects.get_or_create(project=project, name="", defaults={"star": True})[0]


@transaction.atomic
def give(membership: Membership, label: Label, articles: Iterable[Article]) -> list[int]:
    """The ids of those that did not have it."""
    project = membership.project
    have = queries.labelled(project, label.pk)
    missing = [article for article in articles if article.pk not in have]
    fields = {"project": project, "label": label, "made_by": membership.user}
    Labelling.objects.bulk_create((Labelling(article=article, **fields) for article in missing), ignore_conflicts=True)
    return [article.pk for article in missing]


@transaction.atomic
def take_off(membership: Membership, label: Label, articles: Iterable[Article]) -> list[int]:
    """The ids of those that had it. A label that no article has any more is gone, the bin counted."""
    mine = Labelling.objects.filter(project=membership.project, label=label)
    given = mine.filter(article__in=[article.pk for article in articles])
    had = list(given.values_list("article", flat=True))
    given.delete()
    if not label.star and not mine.exists():
        label.delete()
    return had
