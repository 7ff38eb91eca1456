"""{% list_address %}: the library as the reader left it. {% neighbours as near %}: the articles before and after this one
in the list it was opened from."""

from django import template
from django.http import HttpRequest, QueryDict
from django.template import Context
from django.urls import reverse

from annotations.library import filter, neighbours
from annotations.views.library import PER_PAGE

register = template.Library()
LIST = "list"


@register.simple_tag(takes_context=True)
def list_address(context: Context) -> str:
    """The library's address, with the filter and the place an article was opened from."""
    address, request = reverse("library", args=[context["project"].pk]), context["request"]
    near = context.get("near")
    if near:
        return f"{address}?{near.query}#a{context['article'].pk}"
    return f"{address}?{request.GET[LIST]}" if request.GET.get(LIST) else address


@register.simple_tag(name="neighbours", takes_context=True)
def neighbours_of(context: Context) -> neighbours.Neighbours | None:
    """None where the address names no list, or the article is no longer in it."""
    request: HttpRequest = context["request"]
    if LIST not in request.GET:
        return None
    membership = context["membership"]
    wanted = filter.wanted(QueryDict(request.GET[LIST]))
    return neighbours.around(membership.project, membership.user, wanted, context["article"], PER_PAGE)
