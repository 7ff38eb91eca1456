"""Numbers of texts as the table says them."""

from django import template

from annotations.analysis import stated
from reader.text.findings.numbers import Number

register = template.Library()


@register.filter
def valued(number: Number) -> str:
    return stated.value(number)


@register.filter
def plain(number: Number) -> str:
    """The number as a reader types it, in whatever language."""
    return f"{number.low:.15g}"


@register.filter
def aimed(number: Number) -> str:
    return str(dict(stated.AIMS).get(number.aim, ""))
