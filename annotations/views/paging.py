"""A long list in pages: the one the address asks for, and the rows made of it."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def asked_page(request: HttpRequest, listed: Any, size: int) -> Page[Any]:
    """What cannot be read as a number asks for the first page, one too high for the last."""
    return Paginator(listed, size).get_page(request.GET.get("page"))


def showing(page: Page[Any], rows: Sequence[Any]) -> Page[Any]:
    """The same page with these rows instead of what they were made of."""
    return Page(rows, page.number, page.paginator)
