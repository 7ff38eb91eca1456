"""Work on many articles at once, captures first of all: a batch and its items, which are the truth about how far it
has come."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    """What one person asked to be brought in, cleaned anew or put back at one time."""

    class Kind(models.TextChoices):
        CAPTURE = "capture", _("收取")
        CLEAN = "clean", _("重新清理")
        BACK = "back", _("撤销重新清理")

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="batches")
    kind = models.CharField(max_length=7, choices=Kind, default=Kind.CAPTURE)
    undoes = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="undone_by", help_text="what this takes back"
    )
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["project", "-made"], name="batches_by_time")]

    def __str__(self) -> str:
        return f"{self.project} · {self.pk}"

    def get_absolute_url(self) -> str:
        page = "batch" if self.kind == self.Kind.CAPTURE else "recleaning"
        return reverse(page, args=[self.project_id, self.pk])


class BatchItem(models.Model):
    """One address or file of a batch, or one article of it. `data` holds bytes until they are a snapshot; `refusal` why
    there is no article, or why it stayed as it was: {"template", "parameters"}, as reader.wording takes them, and
    "whole" where all the page's text can be had. `report` tells what cleaning anew changed
    (reader.cleaning.recleaning)."""

    class State(models.TextChoices):
        WAITING = "waiting", _("等着")
        RUNNING = "running", _("正在收")
        DONE = "done", _("收下了")
        KNOWN = "known", _("早已收过")
        SAME = "same", _("没有变化")
        PASSED = "passed", _("跳过了")
        UNDONE = "undone", _("撤销了")
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
    report = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["project", "batch", "position"], name="one_item_per_position"),
        ]

    def __str__(self) -> str:
        return self.url or self.filename

    @property
    def of_article(self) -> bool:
        """Whether it is an article that is here already."""
        return not (self.url or self.filename)

    @property
    def by_address(self) -> bool:
        """Whether it is to be fetched; its bytes, where it has any, are what a fetch brought."""
        return bool(self.url) and not self.filename
