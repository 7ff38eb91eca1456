"""The reads of what is a person's own."""

from django.contrib.auth.models import User

from reader.models import (
    Preferences,
)


def preferences(user: User) -> Preferences:
    """What the person has chosen; what everybody starts with until then, unsaved."""
    return getattr(user, "preferences", None) or Preferences(user_id=user.pk)
