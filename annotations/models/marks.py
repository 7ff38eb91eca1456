"""The marks, and their themes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from annotations.limits import CONTEXT
from annotations.models.codebook import Theme
from reader.models import Article, Project, TextVersion


class Highlight(models.Model):
    """A marked passage of one text version. Its uuid is made by the client, unique within the project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    uuid = models.UUIDField(default=uuid.uuid4)
    article = models.ForeignKey(Article, models.CASCADE, related_name="highlights")
    version = models.ForeignKey(TextVersion, models.CASCADE, related_name="highlights")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    start = models.PositiveIntegerField(help_text="first code point in the version's text")
    end = models.PositiveIntegerField(help_text="one past the last code point")
    exact = models.TextField()
    prefix = models.CharField(max_length=CONTEXT, blank=True)
    suffix = models.CharField(max_length=CONTEXT, blank=True)
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    deleted = models.DateTimeField(null=True, blank=True)
    themes = models.ManyToManyField(Theme, through="Tagging", related_name="highlights")

    class Meta:
        ordering = ["start", "end", "pk"]
        indexes = [
            models.Index(fields=["project", "version", "start"], name="highlight_in_text_order"),
            models.Index(fields=["project", "article", "deleted"], name="highlight_of_article"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["project", "uuid"], name="highlight_uuid_once_per_project"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="highlight_start_before_end"),
        ]

    def __str__(self) -> str:
        return self.exact[:40]


class Tagging(models.Model):
    """One theme on one highlight."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    highlight = models.ForeignKey(Highlight, models.CASCADE, related_name="taggings")
    theme = models.ForeignKey(Theme, models.CASCADE, related_name="taggings")
    pinned = models.BooleanField(default=False, help_text="an example in the theme's entry of the codebook")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "highlight", "theme"], name="one_tagging_per_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.theme} · {self.highlight}"
