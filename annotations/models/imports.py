"""What imports leave behind: passages without a place."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from reader.models import Article, Project


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
