"""How people are named."""

from collections import Counter
from collections.abc import Iterable

from django.contrib.auth.models import User


def name_of(user: User) -> str:
    return user.get_full_name() or user.get_username()


def told_apart(user: User) -> str:
    """The name with the user name behind it, as it stands where several people have one name."""
    return f"{name_of(user)}（{user.get_username()}）"


def names_of(users: Iterable[User]) -> dict[int, str]:
    """What each of these people is called among them: those of one name by their user name too."""
    people = {user.pk: user for user in users}
    times = Counter(map(name_of, people.values()))
    return {id: told_apart(user) if times[name_of(user)] > 1 else name_of(user) for id, user in people.items()}
