"""Notes beside the marks and on their way out or in: memos, saved filters, exports, passages without a place."""

import uuid
from typing import Any

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


class Export(models.Model):
    """Notes that are being written in the background, and then wait to be fetched until they expire.

    This row is the truth about the work; the task only carries its id. `done` of `total` articles are written,
    `touched` tells when the work was last heard of.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", _("排队")
        RUNNING = "running", _("正在写")
        DONE = "done", _("写好了")
        FAILED = "failed", _("没有写成")
        CANCELLED = "cancelled", _("取消了")

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    uuid = models.UUIDField(default=uuid.uuid4)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    format = models.CharField(max_length=20)
    query = models.TextField(blank=True, help_text="the notes page's filter")
    site = models.CharField(max_length=300, help_text="the origin that links lead to")
    status = models.CharField(max_length=9, choices=Status, default=Status.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    filename = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    error = models.TextField(blank=True)
    created = models.DateTimeField(auto_now_add=True)
    touched = models.DateTimeField()
    expires = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["project", "uuid"], name="export_uuid_once_per_project")]

    def __str__(self) -> str:
        return f"{self.format} · {self.get_status_display()}"


class ExportPart(models.Model):
    """A piece of an export's file. It lies in the database, so that any machine may write it and any may send it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    export = models.ForeignKey(Export, models.CASCADE, related_name="parts")
    position = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["project", "export", "position"], name="one_export_part_per_position"),
        ]

    def __str__(self) -> str:
        return f"{self.export_id} · {self.position}"


class Unplaced(models.Model):
    """A passage of imported notes whose words were found in no article: kept until somebody places or drops it.

    `themes` lists the names of each of its themes from the root down. `origin` is the imported file's name.
    """

    # The fields whose names in a state are their own.
    PLAIN = ("title", "url", "exact", "prefix", "suffix", "start", "note", "origin")

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    exact = models.TextField()
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    start = models.IntegerField(default=-1, help_text="where it stood, in code points; -1 where that is unknown")
    note = models.TextField(blank=True)
    themes = models.JSONField(default=list, blank=True)
    author = models.CharField(max_length=150, blank=True)
    made = models.DateTimeField(null=True, blank=True)
    mark = models.UUIDField(default=uuid.uuid4, help_text="the uuid its highlight will have")
    origin = models.CharField(max_length=255, blank=True)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    imported = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "mark"], name="unplaced_once_per_project"),
            models.CheckConstraint(condition=~Q(exact=""), name="unplaced_has_words"),
        ]

    def __str__(self) -> str:
        return self.exact[:40]

    def state(self) -> dict[str, Any]:
        """What an event keeps of it. `themes` and `author` are names of other things in other events."""
        made = self.made.isoformat() if self.made else None
        other = {"article": self.article_id, "paths": self.themes, "by": self.author, "made": made}
        return {name: getattr(self, name) for name in self.PLAIN} | other
