"""What a row must be for the pages to show it. The database holds the rest."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, URLField

from annotations.models import Highlight
from reader.models import Article, Project, TextVersion

SCHEMES = ("http://", "https://", "ftp://")


def is_sound(row: Model) -> bool:
    addresses = (getattr(row, field.attname) for field in row._meta.concrete_fields if isinstance(field, URLField))
    if any(address and not address.lower().startswith(SCHEMES) for address in addresses):
        return False
    check = CHECKS.get(type(row))
    return check is None or check(row)


def misplaced(project: Project) -> Highlight | None:
    """A highlight whose words are not those of its text version, or whose version is another article's."""
    for version in TextVersion.objects.filter(project=project).only("article_id", "text").iterator(50):
        for row in Highlight.objects.filter(project=project, version=version):
            if row.article_id != version.article_id or version.text[row.start : row.end] != row.exact:
                return row
    return None


def _article(row: Article) -> bool:
    people = _objects(row.authors, name=str, affiliation=str)
    return people and isinstance(row.channel, list) and all(isinstance(name, str) for name in row.channel)


def _version(row: TextVersion) -> bool:
    whole = _objects(row.blocks, kind=str, text=str, level=int) and _objects(
        row.removed, text=str, rule=str, before=int
    )
    joined = _objects(row.pages, position=int, rows=int) and _objects(
        row.absent, url=str, template=str, parameters=dict
    )
    led = joined and all(one["url"].lower().startswith(SCHEMES) for one in row.absent)
    return whole and led and row.text == "\n".join(block["text"] for block in row.blocks)


def _objects(value: Any, **kinds: type) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, dict) and all(isinstance(item.get(key), kind) for key, kind in kinds.items()) for item in value
    )


CHECKS: dict[type[Model], Callable[[Any], bool]] = {
    Article: _article,
    TextVersion: _version,
}
