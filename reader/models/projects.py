"""Projects, and who belongs to them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Project(models.Model):
    """A body of work: the unit of access, of backup and of sharding."""

    class Citation(models.TextChoices):
        """Edition and form of GB/T 7714."""

        NUMERIC_2025 = "2025 numeric", _("GB/T 7714—2025 顺序编码制")
        AUTHOR_YEAR_2025 = "2025 author-year", _("GB/T 7714—2025 著者-出版年制")
        NUMERIC_2015 = "2015 numeric", _("GB/T 7714—2015 顺序编码制")
        AUTHOR_YEAR_2015 = "2015 author-year", _("GB/T 7714—2015 著者-出版年制")

    name = models.CharField(_("名称"), max_length=80)
    citation = models.CharField(_("引文著录"), max_length=16, choices=Citation, default=Citation.NUMERIC_2025)
    terms = models.JSONField(default=list, help_text="the words of its own by which its texts are cut")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="project_has_a_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("library", args=[self.pk])


class Membership(models.Model):
    """One person's role in one project; reader.access says what each role may do."""

    class Role(models.TextChoices):
        VIEWER = "viewer", _("读者")
        CODER = "coder", _("编码员")
        EDITOR = "editor", _("编辑")
        OWNER = "owner", _("负责人")

    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("角色"), max_length=8, choices=Role)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "user"], name="one_membership_per_person"),
            models.CheckConstraint(
                condition=Q(role__in=["viewer", "coder", "editor", "owner"]), name="membership_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"
