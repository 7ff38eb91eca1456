"""Field by field, what the first place says that knows it, and which place that was."""

from collections.abc import Iterable

_PRECISIONS = ("day", "minute", "second")
_FIELDS = ("authors", "channel", "editor", "keywords", "original_title", "print_edition", "published", "source")


def merged(told: Iterable[tuple[str, dict]]) -> tuple[dict, dict[str, str]]:
    """The fields, and of each its origin. A later place may only make a time finer that is already known."""
    fields: dict = {}
    rules: dict[str, str] = {}
    for origin, said in told:
        for field in _FIELDS:
            value = said.get(field)
            if value and (not fields.get(field) or (field == "published" and _is_finer(fields, said))):
                fields[field], rules[field] = value, origin
                if field == "published":
                    fields["published_precision"] = said["published_precision"]
    return fields, dict(sorted(rules.items()))


def _is_finer(fields: dict, said: dict) -> bool:
    known, more = fields["published_precision"], said["published_precision"]
    if _PRECISIONS.index(more) <= _PRECISIONS.index(known):
        return False
    if known == "day":
        return fields["published"].date() == said["published"].date()
    return fields["published"] == said["published"].replace(second=0)
