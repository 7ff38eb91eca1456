"""Field by field, what the first place says that knows it, and which place that was."""

from collections.abc import Iterable

_PRECISIONS = ("day", "minute", "second")
_KEPT_APART = ("updated", "signed", "sender")
_FIELDS = (
    *_KEPT_APART,
    "authors",
    "channel",
    "editor",
    "keywords",
    "original_title",
    "overline",
    "print_edition",
    "published",
    "source",
    "subtitle",
)


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


def settled(fields: dict, rules: dict[str, str]) -> tuple[dict, dict[str, str]]:
    """The fields as a page has them: where nothing says when it was published, it was by the time it was last changed,
    or signed. Of a day that only the address tells, a change on it tells the time. Who sent the text in is its source
    when no other is told."""
    updated = fields.pop("updated", None)
    signed = fields.pop("signed", None)
    sender = fields.pop("sender", "")
    if sender and not fields.get("source"):
        fields["source"], rules["source"] = sender, rules["sender"]
    if signed:
        fields["document_date"], rules["document_date"] = signed[0].date(), rules["signed"]
    for field, moment in (("updated", updated), ("signed", signed)):
        day = rules.get("published") == "address" and field == "updated"
        if moment and ("published" not in fields or (day and _is_finer(fields, _published(moment)))):
            fields |= _published(moment)
            rules["published"] = rules[field]
    return fields, {field: origin for field, origin in sorted(rules.items()) if field not in _KEPT_APART}


def _published(moment: tuple) -> dict:
    return {"published": moment[0], "published_precision": moment[1]}


def _is_finer(fields: dict, said: dict) -> bool:
    known, more = fields["published_precision"], said["published_precision"]
    if _PRECISIONS.index(more) <= _PRECISIONS.index(known):
        return False
    if known == "day":
        return fields["published"].date() == said["published"].date()
    return fields["published"] == said["published"].replace(second=0)
