"""The table of shortcuts for the page that shows it."""

from collections.abc import Mapping

from django import template

from reader.access import May
from reader.people import shortcuts

register = template.Library()
register.filter("caps", shortcuts.caps)


@register.simple_tag
def shortcut_table(own: Mapping[str, str], may: May) -> list[shortcuts.Shortcut]:
    return shortcuts.bound(own, may)


@register.simple_tag
def fixed_keys(may: May) -> list[shortcuts.Fixed]:
    return shortcuts.fixed(may)
