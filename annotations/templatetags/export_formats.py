"""{% export_formats as formats %}: what the export menu offers."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext

from annotations.exports import FORMATS

register = template.Library()


@dataclass(frozen=True)
class Choice:
    name: str
    label: str


@register.simple_tag
def export_formats() -> list[Choice]:
    return [Choice(name, gettext(format.label)) for name, format in FORMATS.items()]
