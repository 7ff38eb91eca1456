"""Exports that are written in the background."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from reader.models import Project


class Export(models.Model):
    """Notes that are being written in the background, and then wait to be fetched until they expire.

    This row is the truth about the work; the task only carries its id. `done` of `total` articles' worth is
    written, `touched` tells when the work was last heard of.
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
    people = models.BooleanField(default=False, help_text="whether paper names every mark's coder and minute")
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
