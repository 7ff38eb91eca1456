"""{% list_address %}: the library as the reader left it. {% neighbours as near %}: the articles before and after this
one in the list it was opened from."""

from django import template
from django.http import QueryDict
from django.template import Context
from django.urls import reverse

from annotations.library import filter, neighbours
from annotations.views.library import PER_PAGE

register = template.Library()
LIST = "list"
# The bar and the article ask for the same; it is looked up once for a request.
_KNOWN = "neighbours_of_the_article"


@register.simple_tag(takes_context=True)
def list_address(context: Context) -> str:
    """The library's address, with the filter and the place an article was opened from."""
    near = neighbours_of(context)
    place = f"?{near.query}#a{context['article'].pk}" if near else ""
    return reverse("library", args=[context["project"].pk]) + place


@register.simple_tag(name="neighbours", takes_context=True)
def neighbours_of(context: Context) -> neighbours.Neighbours | None:
    """None where the address names no list, or the article is no longer in it."""
    request = context["request"]
    if LIST not in request.GET or "article" not in context:
        return None
    if _KNOWN not in request.META:
        membership, wanted = context["membership"], filter.wanted(QueryDict(request.GET[LIST]))
        found = neighbours.around(membership.project, membership.user, wanted, context["article"], PER_PAGE)
        request.META[_KNOWN] = found
    return request.META[_KNOWN]
