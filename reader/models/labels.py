"""Labels of articles: folders, stacks, read-later and the star are one thing, a name on articles."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext

from reader.models.articles import Article
from reader.models.projects import Project


class Label(models.Model):
    """A project's label. The star is the one without a name."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="labels")
    name = models.CharField(max_length=40, blank=True)
    star = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-star", "name"]
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="one_label_of_a_name"),
            models.CheckConstraint(
                condition=Q(star=True, name="") | (Q(star=False) & ~Q(name="")), name="only_the_star_has_no_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name or gettext("星标")


class Labelling(models.Model):
    """A label on an article."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="labellings")
    label = models.ForeignKey(Label, models.CASCADE, related_name="labellings")
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["project", "label"], name="labellings_by_label")]
        constraints = [
            models.UniqueConstraint(fields=["project", "article", "label"], name="a_label_once_per_article"),
        ]

    def __str__(self) -> str:
        return f"{self.label} · {self.article}"
