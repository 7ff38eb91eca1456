"""What several commands take: a project by name or id, a user by name."""

from django.contrib.auth.models import User
from django.core.management.base import CommandError

from reader.models import Project
from reader.projects import queries


def project_of(name_or_id: str) -> Project:
    """The project meant; CommandError (2) when there is none or more than one."""
    try:
        return queries.project_named(name_or_id)
    except queries.UnclearProject as unclear:
        if not unclear.found:
            raise CommandError(f"没有名为“{name_or_id}”或编号为它的课题。", returncode=2) from unclear
        ids = "、".join(f"{project.pk}（{project.name}）" for project in unclear.found)
        raise CommandError(f"“{name_or_id}”不止指一个课题，请用编号：{ids}", returncode=2) from unclear


def user_of(username: str) -> User:
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"没有用户“{username}”。", returncode=2)
    return user
