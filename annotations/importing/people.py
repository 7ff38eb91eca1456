"""Whose a note is that comes from elsewhere: the member whom its author's name can only mean, or nobody."""

from collections import defaultdict

from django.contrib.auth.models import User

from annotations.imports import Passage
from reader.models import Membership, Project
from reader.people.names import told_apart


class People:
    """The members of a project by all that they are called."""

    def __init__(self, project: Project) -> None:
        rows = Membership.objects.filter(project=project).select_related("user")
        self._accounts: dict[str, User] = {}
        self._names: dict[str, set[int]] = defaultdict(set)
        for user in (row.user for row in rows):
            self._accounts[user.get_username()] = user
            for name in _names(user):
                self._names[name].add(user.pk)

    def whose(self, passage: Passage) -> int | None:
        """The member's id. An account of elsewhere may be somebody else's here: a name beside it must be theirs too;
        and a name of several is nobody's."""
        known = self._accounts.get(passage.account)
        if known and (not passage.author or passage.author in _names(known)):
            return known.pk
        meant = self._names.get(passage.author, set())
        return next(iter(meant)) if len(meant) == 1 else None

    def stranger(self, passage: Passage) -> str:
        """The author's name where no member is meant by it; empty where one is, or none is named."""
        return "" if self.whose(passage) else passage.author or passage.account


def _names(user: User) -> set[str]:
    return {name for name in (user.get_username(), user.get_full_name(), told_apart(user)) if name}
