"""By what articles of the same text find each other."""

from django.db import models


class TextBand(models.Model):
    """One number of an article's text, made anew with it: like texts are likely to share one (text.likeness.bands)."""

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="+")
    article = models.ForeignKey("reader.Article", models.CASCADE, related_name="bands")
    value = models.BigIntegerField()

    class Meta:
        # The constraint's index is the one that articles are looked up by; SQLite would prefer a covering one that is
        # led by the article, and read all of the project's bands.
        constraints = [models.UniqueConstraint(fields=["project", "value", "article"], name="articles_by_band")]

    def __str__(self) -> str:
        return f"{self.article_id} · {self.value}"
