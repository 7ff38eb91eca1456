"""Invitations: how somebody comes into a project, by their own act."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reader.models.projects import Membership, Project


class Invitation(models.Model):
    """A way into one project in one role, for whoever holds its token, once. Nothing here tells the token.

    With a `username` it is for the account of this name alone. `made_by` is null where the command line made it.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=8, choices=Membership.Role)
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token")
    username = models.CharField(max_length=150, blank=True, default="")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0, help_text="accounts that could not be made")
    accepted = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ["created", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Membership.Role.values), name="invitation_role_is_known"),
            models.CheckConstraint(condition=Q(accepted=None) | Q(withdrawn=None), name="invitation_ends_once"),
        ]

    def __str__(self) -> str:
        return f"{self.project} · {self.get_role_display()}"
