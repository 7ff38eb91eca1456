"""Notes beside the marks and on their way out or in: memos, saved filters, exports, passages without a place."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reader.models import Article, Project

FILTER_NAME_LENGTH = 60


class Memo(models.Model):
    """What is thought about an article, a theme or, with neither, the whole project: one text its members share."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="+")
    theme = models.ForeignKey("annotations.Theme", models.CASCADE, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "article"], name="one_memo_per_article"),
            models.UniqueConstraint(fields=["project", "theme"], name="one_memo_per_theme"),
            models.UniqueConstraint(
                fields=["project"], condition=Q(article=None, theme=None), name="one_memo_of_the_project"
            ),
            models.CheckConstraint(condition=Q(article=None) | Q(theme=None), name="memo_on_one_thing"),
        ]

    def __str__(self) -> str:
        return self.text[:40]


class SavedFilter(models.Model):
    """A filter of the notes page that one person named. `query` is the address's part behind the question mark."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(_("名称"), max_length=FILTER_NAME_LENGTH)
    query = models.TextField(blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "user", "name"], name="saved_filter_name_once_per_person"),
        ]

    def __str__(self) -> str:
        return self.name


class SavedSearch(models.Model):
    """A search that one person named, for themselves or for all members. `query` is the address's part behind the
    question mark; `total` is how many places it had when its person last looked."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(_("名称"), max_length=FILTER_NAME_LENGTH)
    query = models.TextField()
    shared = models.BooleanField(default=False)
    total = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "user", "name"], name="saved_search_name_once_per_person"),
        ]

    def __str__(self) -> str:
        return self.name
