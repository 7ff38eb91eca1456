"""What a person likes: how texts look to them, and which keys do what. Theirs alone, in every project."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest

from reader import queries, shortcuts
from reader.models import Preferences


def appearance(request: HttpRequest) -> dict[str, Preferences]:
    """Template context: what the page's root element says of its look, so that the first paint is right."""
    user = getattr(request, "user", None)
    return {"appearance": queries.preferences(user) if user and user.is_authenticated else Preferences()}


def keep_appearance(user: User, wanted: Mapping[str, Any]) -> None:
    Preferences.objects.update_or_create(user_id=user.pk, defaults=wanted)


def keep_shortcuts(user: User, wanted: Mapping[str, str]) -> dict[str, str]:
    """Remember the keys that differ from the table and answer all of them; shortcuts.Refused when two would clash."""
    own = shortcuts.checked(wanted)
    Preferences.objects.update_or_create(user_id=user.pk, defaults={"shortcuts": own})
    return {row.name: own.get(row.name, row.key) for row in shortcuts.SHORTCUTS}
