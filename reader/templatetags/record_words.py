"""Corrections of metadata in words."""

from typing import Any

from django import template
from django.utils.translation import gettext

from reader.cleaning.metadata import FIELDS
from reader.views.forms.record import MetadataForm

register = template.Library()


@register.filter
def field_label(field: str) -> str:
    return str(MetadataForm.base_fields[FIELDS[field][0]].label)


@register.filter
def in_words(values: list) -> str:
    """The values of a field's columns, as one line; what is empty is said to be."""
    said = [_plain(value) for value in values]
    return " ".join(filter(None, said)) or gettext("没有")


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['name']}（{value['affiliation']}）" if value.get("affiliation") else value["name"]
    if isinstance(value, list):
        return "、".join(map(_plain, value))
    return str(value or "")
