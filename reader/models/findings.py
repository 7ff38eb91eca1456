"""What a text states besides its themes, kept so that no page reads hundreds of texts anew."""

from django.db import models


class Findings(models.Model):
    """What was found in the text shown of an article: `documents` and `numbers` hold a list for each, in the order of
    the fields of reader.articles.findings. A row of another version or edition is behind."""

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey("reader.Article", models.CASCADE, related_name="+")
    version = models.ForeignKey("reader.TextVersion", models.CASCADE, related_name="+")
    edition = models.PositiveSmallIntegerField(help_text="reader.text.findings.EDITION")
    documents = models.JSONField(default=list)
    numbers = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "findings"
        constraints = [models.UniqueConstraint(fields=["project", "article"], name="findings_once_per_article")]

    def __str__(self) -> str:
        return f"{self.article_id} · {len(self.documents)} · {len(self.numbers)}"
