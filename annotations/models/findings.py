"""What readers corrected of what was found in texts."""

from django.conf import settings
from django.db import models

from annotations.models.marks import CONTEXT
from reader.models import Article, Project


class FindingCorrection(models.Model):
    """One document or number of an article that is wrong: dropped, or said otherwise. It goes by the passage's words
    and what stands around them, so it outlives text versions and other editions of what is found.

    `said` holds the corrected fields of a Cited or a Number by their names.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=[("documents", "documents"), ("numbers", "numbers")])
    exact = models.TextField()
    prefix = models.CharField(max_length=CONTEXT, blank=True)
    suffix = models.CharField(max_length=CONTEXT, blank=True)
    dropped = models.BooleanField(default=False)
    said = models.JSONField(default=dict, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["project", "kind"], name="corrections_by_kind")]

    def __str__(self) -> str:
        return self.exact[:40]
