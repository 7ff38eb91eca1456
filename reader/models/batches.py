"""Many captures at once: a batch and its items, which are the truth about how far it has come."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    """What one person asked to be brought in at one time."""

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="batches")
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["project", "-made"], name="batches_by_time")]

    def __str__(self) -> str:
        return f"{self.project} · {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("batch", args=[self.project_id, self.pk])


class BatchItem(models.Model):
    """One address or file of a batch. `data` holds bytes until they are a snapshot; `refusal` why there is no article:
    {"template", "parameters"}, as reader.wording takes them, and "whole" where all the page's text can be had."""

    class State(models.TextChoices):
        WAITING = "waiting", _("等着")
        RUNNING = "running", _("正在收")
        DONE = "done", _("收下了")
        KNOWN = "known", _("早已收过")
        FAILED = "failed", _("没有收成")
        CANCELLED = "cancelled", _("取消了")

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="+")
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    url = models.CharField(max_length=2000, blank=True)
    filename = models.CharField(max_length=255, blank=True)
    data = models.BinaryField(null=True)
    leader = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        related_name="followers",
        help_text="the article's first page, of a later one",
    )
    content_type = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    touched = models.DateTimeField(auto_now_add=True)
    article = models.ForeignKey("reader.Article", models.SET_NULL, null=True, related_name="+")
    refusal = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["project", "batch", "position"], name="one_item_per_position"),
        ]

    def __str__(self) -> str:
        return self.url or self.filename

    @property
    def by_address(self) -> bool:
        """Whether it is to be fetched; its bytes, where it has any, are what a fetch brought."""
        return bool(self.url) and not self.filename
