"""What a row must be for the pages to show it. The database holds the rest."""

from collections.abc import Callable
from dataclasses import fields
from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.db.models import DateTimeField, Field, JSONField, Model, URLField

from annotations.models import ArticleTheme, Event, Highlight, Unplaced
from reader.articles.rows import Edit
from reader.articles.stored import is_sound as is_sound_block
from reader.models import Article, Project, TextVersion

# Fields that list words.
WORDS = ("channel", "keywords", "terms", "withheld")
EDIT = {field.name for field in fields(Edit)}
SCHEMES = ("http://", "https://", "ftp://")


def is_sound(row: Model) -> bool:
    if not all(_fits(field, getattr(row, field.attname)) for field in row._meta.concrete_fields):
        return False
    check = CHECKS.get(type(row))
    return check is None or check(row)


def _fits(field: Field, value: Any) -> bool:
    """An address leads to the web, a time is one that every time zone can show, and what is kept as JSON is a list or
    an object as the field's default is."""
    if isinstance(field, URLField):
        return not value or value.lower().startswith(SCHEMES)
    if isinstance(field, DateTimeField):
        return value is None or MINYEAR < value.year < MAXYEAR
    if isinstance(field, JSONField) and field.has_default():
        return isinstance(value, field.default) and (field.name not in WORDS or _texts(value))
    return True


def misplaced(project: Project) -> Highlight | None:
    """A highlight whose words are not those of its text version, or whose version is another article's."""
    for version in TextVersion.objects.filter(project=project).only("article_id", "text").iterator(50):
        for row in Highlight.objects.filter(project=project, version=version):
            if row.article_id != version.article_id or version.text[row.start : row.end] != row.exact:
                return row
    return None


def _article(row: Article) -> bool:
    people = _objects(row.authors, name=str, affiliation=str)
    return people and _texts(list(row.origins.values()))


def _event(row: Event) -> bool:
    return all(state is None or isinstance(state, dict) for state in (row.before, row.after))


def _reasoned(row: ArticleTheme) -> bool:
    return not row.reason or (
        isinstance(row.reason.get("code"), str) and isinstance(row.reason.get("parameters"), dict)
    )


def _unplaced(row: Unplaced) -> bool:
    return all(_texts(path) and path for path in row.themes)


def _version(row: TextVersion) -> bool:
    whole = _objects(row.blocks, kind=str, text=str, level=int) and _objects(
        row.removed, text=str, rule=str, before=int
    )
    whole = whole and all(one["before"] >= 0 for one in row.removed)
    whole = whole and all(is_sound_block(one) for one in (*row.blocks, *row.removed))
    joined = _objects(row.pages, position=int, rows=int) and _objects(
        row.absent, url=str, template=str, parameters=dict
    )
    led = joined and all(one["url"].lower().startswith(SCHEMES) for one in row.absent)
    edited = _objects(row.edits, action=str, text=str) and all(edit.keys() <= EDIT for edit in row.edits)
    return whole and led and edited and row.text == "\n".join(block["text"] for block in row.blocks)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _objects(value: Any, **kinds: type) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, dict) and all(isinstance(item.get(key), kind) for key, kind in kinds.items()) for item in value
    )


CHECKS: dict[type[Model], Callable[[Any], bool]] = {
    Article: _article,
    ArticleTheme: _reasoned,
    Event: _event,
    TextVersion: _version,
    Unplaced: _unplaced,
}
