"""What is a person's own: appearance, shortcuts, how far they have read."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from reader.models.articles import Article
from reader.models.projects import Project


class Progress(models.Model):
    """How far one person has read one article: the furthest block reached, and where they left off."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="progress")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    block = models.PositiveIntegerField(default=0, help_text="1-based number of the block last read")
    blocks = models.PositiveIntegerField(help_text="number of blocks of the version that was read")
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "article", "user"], name="one_progress_per_reader"),
            models.CheckConstraint(condition=Q(block__lte=F("blocks")), name="progress_within_the_article"),
        ]

    def __str__(self) -> str:
        return f"{self.article} · {self.block}/{self.blocks}"

    @property
    def percent(self) -> int:
        return 100 * self.block // self.blocks if self.blocks else 0


class Preferences(models.Model):
    """How one person likes to read: the look of texts, and keys of their own. It belongs to no project.

    `size` counts pixels, `leading` tenths of a line, `width` characters of a line; `shortcuts` holds the keys
    that differ from reader.shortcuts, by name.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="preferences")
    scheme = models.CharField(max_length=6, default="system")
    typeface = models.CharField(max_length=4, default="song")
    size = models.PositiveSmallIntegerField(default=19)
    leading = models.PositiveSmallIntegerField(default=20)
    width = models.PositiveSmallIntegerField(default=34)
    indent = models.BooleanField(default=True)
    shortcuts = models.JSONField(default=dict)
    compact = models.BooleanField(default=False, help_text="whether lists of articles show one line a row")
    toured = models.BooleanField(default=False, help_text="whether the tour was seen or put away")

    class Meta:
        verbose_name_plural = "preferences"

    def __str__(self) -> str:
        return str(self.user)

    @property
    def lines(self) -> str:
        return f"{self.leading / 10:.1f}"
