"""What was said of suggested passages, besides the marks that accepting them made."""

from hashlib import sha256

from django.conf import settings
from django.db import models

from reader.models import Article, Project


class Rejection(models.Model):
    """A sentence that somebody would not tag with a theme. It goes by its words, so it outlives text versions."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    theme = models.ForeignKey("annotations.Theme", models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    exact = models.TextField()
    digest = models.CharField(max_length=32, help_text="of `exact`, which may be too long for an index")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "theme", "article", "digest"], name="one_rejection_per_sentence")
        ]

    def __str__(self) -> str:
        return self.exact[:40]


def digest(exact: str) -> str:
    return sha256(exact.encode()).hexdigest()[:32]
