"""Appearance: what a page looks like to this reader. Kept in a cookie, so that the first paint is right."""

from django.http import HttpRequest

COOKIE = "appearance"
CHOICES = ("system", "light", "dark")


def appearance(request: HttpRequest) -> dict[str, str]:
    """Template context: "light", "dark" or "system"; anything else a cookie says counts as "system"."""
    chosen = request.COOKIES.get(COOKIE, "")
    return {"appearance": chosen if chosen in CHOICES else "system"}
