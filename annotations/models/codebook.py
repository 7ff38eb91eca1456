"""The codebook of a project: its themes, and what is settled for all of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.limits import NAME_LENGTH
from reader.models import Project

COLOURS = 12


class Codebook(models.Model):
    """What is settled for a project's themes as a whole. A project that has settled nothing has no row."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="codebook")
    locked = models.BooleanField(default=True, help_text="only editors add themes; else coders do too")
    terms = models.JSONField(default=list, help_text="words of the project besides its themes and their keywords")
    withheld = models.JSONField(default=list, help_text="theme names and keywords that are no words of their own")

    def __str__(self) -> str:
        return str(self.project)


class Theme(models.Model):
    """What a passage is tagged with. Names are trimmed, NFC, and unique among siblings and among roots.

    A theme that was merged into another stays as a row that says so: what still names it means the other one.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="themes")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    position = models.PositiveIntegerField(default=0, help_text="place among its siblings")
    name = models.CharField(_("名称"), max_length=NAME_LENGTH)
    definition = models.TextField(_("定义"), blank=True)
    use_when = models.TextField(_("何时用"), blank=True)
    avoid_when = models.TextField(_("何时不用"), blank=True)
    keywords = models.JSONField(_("关键词"), default=list, blank=True)
    colour = models.PositiveSmallIntegerField(_("颜色"), default=1, help_text=f"palette slot, 1 to {COLOURS}")
    foreign_colour = models.CharField(max_length=7, blank=True, help_text="#rrggbb of an import the palette lacks")
    archived = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="merged")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "parent", "name"], condition=Q(merged_into=None), name="theme_unique_among_siblings"
            ),
            # NULL parents do not collide in the constraint above, so roots have their own.
            models.UniqueConstraint(
                fields=["project", "name"],
                condition=Q(parent=None, merged_into=None),
                name="theme_unique_among_roots",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="theme_has_a_name"),
            models.CheckConstraint(condition=Q(colour__range=(1, COLOURS)), name="theme_colour_in_palette"),
        ]

    def __str__(self) -> str:
        return self.name
