"""Themes proposed for one article."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.limits import NAME_LENGTH
from annotations.models.codebook import Theme
from reader.models import Article, Project
from reader.text.themes.evidence import LIKELY


class ArticleTheme(models.Model):
    """A theme proposed for one article, with its evidence, and what the reader made of it."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("建议")
        ACCEPTED = "accepted", _("采用")
        REJECTED = "rejected", _("不用")

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="article_themes")
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="article_themes")
    name = models.CharField(max_length=NAME_LENGTH)
    status = models.CharField(max_length=8, choices=Status, default=Status.PROPOSED)
    position = models.PositiveIntegerField(default=0)
    lead = models.TextField(blank=True)
    paragraph = models.PositiveIntegerField(null=True, help_text="0-based index of the block that states it")
    parent = models.PositiveIntegerField(
        null=True, help_text="block that states the theme it belongs under; null at the top level"
    )
    score = models.FloatField(default=0)
    reason = models.JSONField(default=dict, help_text='{"code": …, "parameters": {…}}')

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "article", "name"], name="article_theme_once"),
            models.CheckConstraint(
                condition=~Q(status="accepted") | Q(theme__isnull=False), name="accepted_article_theme_has_theme"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def likely(self) -> bool:
        """Still open, and its evidence is good enough to ask the reader."""
        return self.status == self.Status.PROPOSED and self.score >= LIKELY


class Derivation(models.Model):
    """By which edition of the rules an article's themes were derived; an article without one, or with an older one,
    is behind."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    edition = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "article"], name="one_derivation_per_article")]

    def __str__(self) -> str:
        return f"{self.article_id} · {self.edition}"
