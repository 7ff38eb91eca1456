"""Where what was found leads to."""

from django import template

from annotations.search.concordance import Line
from annotations.search.results import address
from reader.models import Article

register = template.Library()


@register.simple_tag
def found_in(article: Article, typed: str, line: Line | None = None) -> str:
    """The address of the article with what was typed found in it, at the line where there is one."""
    return address(article, typed, line)
