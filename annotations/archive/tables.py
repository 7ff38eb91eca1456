"""Which rows a project's archive holds: those of every model that carries its project, in an order to make them in."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Field, ForeignKey, Model

from annotations.models import ArticleTheme, Event, Rejection, Tagging, Theme
from reader.models import Article, Project, TextVersion

FORMAT = "quandian-project"
VERSION = 1

LEFT_OUT: dict[str, str] = {
    "annotations.derivation": "made anew from the texts",
    "annotations.export": "a file that expires",
    "annotations.exportpart": "a file that expires",
    "annotations.savedfilter": "how somebody likes to look is theirs alone",
    "reader.batch": "how articles came in is over when they are in",
    "reader.batchitem": "how articles came in is over when they are in",
    "reader.findings": "made from the texts",
    "reader.indexedblock": "made from the texts",
    "reader.invitation": "who comes into the new project is for its owner to ask anew",
    "reader.posting": "made from the texts",
    "reader.textband": "made anew from the texts",
    "reader.progress": "how far somebody has read is theirs alone",
    "reader.sentences": "made from the texts",
    "reader.waitingpart": "a file that expires",
}

# Where an event speaks of other rows by number: by the keys of its states, and by its subject.
EMBEDDED: dict[str, type[Model]] = {
    "article": Article,
    "merged_into": Theme,
    "parent": Theme,
    "theme": Theme,
    "themes": Theme,
    "version": TextVersion,
}
SUBJECTS: dict[str, type[Model]] = {
    "article_theme": ArticleTheme,
    "rejection": Rejection,
    "tagging": Tagging,
    "theme": Theme,
    "version": TextVersion,
}


def tables() -> list[type[Model]]:
    """The models of an archive, each after those that its rows cannot be without, and as far as can be after those that
    they may name: a memo whose article is still to come would for a while be one of the whole project."""
    waiting = sorted((model for model in apps.get_models() if _belongs(model)), key=label)
    placed: list[type[Model]] = []
    while waiting:
        left = set(waiting)
        ready = [model for model in waiting if not needs(model) & left - {model}]
        if not ready:
            raise AssertionError(f"models that need each other: {waiting}")
        whole = [model for model in ready if not names(model) & left - {model}]
        chosen = whole or [max(ready, key=lambda model: sum(model in names(other) for other in left))]
        placed += chosen
        waiting = [model for model in waiting if model not in chosen]
    return placed


def label(model: type[Model]) -> str:
    return model._meta.label_lower


def fields(model: type[Model]) -> list[Field]:
    """What a row says, besides its id and its project."""
    plain: list[Any] = list(model._meta.concrete_fields)
    return [field for field in plain if not field.primary_key and target(field) is not Project]


def target(field: Field) -> type[Model] | None:
    """The model that the field refers to, if it refers."""
    return field.remote_field.model if isinstance(field, ForeignKey) else None


def needs(model: type[Model]) -> set[type[Model] | None]:
    """The models whose rows must be there before a row of this one: an event speaks of others by number."""
    spoken_of = {*EMBEDDED.values(), *SUBJECTS.values()} if model is Event else set()
    return spoken_of | {
        target(field) for field in fields(model) if not field.null and target(field) not in (None, User)
    }


def names(model: type[Model]) -> set[type[Model] | None]:
    """The models that rows of this one refer to, or may."""
    return needs(model) | {target(field) for field in fields(model)}


def _belongs(model: type[Model]) -> bool:
    ours = model._meta.app_label in ("reader", "annotations") and label(model) not in LEFT_OUT
    return ours and len(fields(model)) < len(model._meta.concrete_fields) - 1
