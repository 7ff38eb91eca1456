"""The reads of projects and their members."""

from django.contrib.auth.models import User
from django.db.models import Count, QuerySet

from reader.models import (
    Article,
    Membership,
    Project,
)

OFFERED = 9


def memberships(user: User) -> QuerySet[Membership]:
    """The user's projects by name."""
    return Membership.objects.filter(user=user.pk).select_related("project").order_by("project__name", "pk")


def others(membership: Membership) -> QuerySet[Membership]:
    """The person's other projects, as many as a menu holds."""
    return memberships(membership.user).exclude(pk=membership.pk)[:OFFERED]


def article_counts(user: User) -> dict[int, int]:
    """Number of undeleted articles by project id, over the user's projects."""
    mine = Membership.objects.filter(user=user.pk).values("project")
    counted = Article.objects.filter(project__in=mine, deleted=None).order_by()
    return dict(counted.values_list("project").annotate(Count("pk")))


def members(project: Project) -> QuerySet[Membership]:
    return Membership.objects.filter(project=project).select_related("user").order_by("created", "pk")


def is_member(project: Project, user: User) -> bool:
    return Membership.objects.filter(project=project, user=user.pk).exists()


def owners(project: Project) -> QuerySet[Membership]:
    return Membership.objects.filter(project=project, role=Membership.Role.OWNER)


class UnclearProject(Exception):
    """No project, or more than one, goes by this name; `found` holds those that do."""

    def __init__(self, wanted: str, found: list[Project]) -> None:
        super().__init__(wanted)
        self.wanted, self.found = wanted, found


def project_named(wanted: str) -> Project:
    """The project with this id or, failing that, with exactly this name; UnclearProject else."""
    by_name = list(Project.objects.filter(name=wanted).order_by("pk"))
    by_id = Project.objects.filter(pk=int(wanted)).first() if wanted.isdecimal() else None
    found = [by_id] if by_id and not by_name else by_name
    if by_id and by_name and by_id not in by_name:
        found = [by_id, *by_name]
    if len(found) != 1:
        raise UnclearProject(wanted, found)
    return found[0]
