"""What a person likes: how texts look to them, and which keys do what. Theirs alone, in every project."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from reader.models import Preferences
from reader.people import queries, shortcuts


def appearance(request: HttpRequest) -> dict[str, Any]:
    """Template context: what the page's root element says of its look, so that the first paint is right. Looked up
    only where it is shown, and not where the page knows it already."""
    return {"appearance": SimpleLazyObject(lambda: _of(getattr(request, "user", None)))}


def _of(user: User | AnonymousUser | None) -> Preferences:
    return queries.preferences(user) if isinstance(user, User) else Preferences()


def keep_appearance(user: User, wanted: Mapping[str, Any]) -> None:
    Preferences.objects.update_or_create(user_id=user.pk, defaults=wanted)


def keep_density(user: User, *, compact: bool) -> None:
    """How many lines a row of the library has."""
    Preferences.objects.update_or_create(user_id=user.pk, defaults={"compact": compact})


def keep_toured(user: User) -> None:
    """The tour was seen: it comes again only when it is asked for."""
    Preferences.objects.update_or_create(user_id=user.pk, defaults={"toured": True})


def keep_shortcuts(user: User, wanted: Mapping[str, str]) -> dict[str, str]:
    """Remember the keys that differ from the table and answer all of them; shortcuts.Refused when two would clash."""
    own = shortcuts.checked(wanted)
    Preferences.objects.update_or_create(user_id=user.pk, defaults={"shortcuts": own})
    return {row.name: own.get(row.name, row.key) for row in shortcuts.SHORTCUTS}
