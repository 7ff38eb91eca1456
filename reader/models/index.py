"""What finds sentences by their terms: made from the texts, and made anew whenever these or the terms change."""

from django.db import models

TERM_LENGTH = 60


class Sentences(models.Model):
    """How the text shown of an article is cut: into words by which vocabulary, and into which sentences.

    `spans` are the starts and ends of its sentences, as reader.text.postings packs them; `count` tells how many there
    are and `terms` how many terms they hold together. A row of another version or vocabulary is behind.
    """

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="+")
    article = models.ForeignKey("reader.Article", models.CASCADE, related_name="+")
    version = models.ForeignKey("reader.TextVersion", models.CASCADE, related_name="+")
    vocabulary = models.CharField(max_length=16, help_text="reader.text.vocabulary.fingerprint of the project's terms")
    spans = models.BinaryField()
    count = models.PositiveIntegerField()
    terms = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "sentences"
        constraints = [models.UniqueConstraint(fields=["project", "article"], name="sentences_once_per_article")]
        indexes = [models.Index(fields=["project", "vocabulary"], name="sentences_by_vocabulary")]

    def __str__(self) -> str:
        return f"{self.article_id} · {self.count}"


class Posting(models.Model):
    """The sentences of one article that hold one term: `places` packs, for each, its number in the article, how often
    it holds the term, and how many terms it has (reader.text.postings)."""

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey("reader.Article", models.CASCADE, related_name="+")
    term = models.CharField(max_length=TERM_LENGTH)
    places = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "term", "article"], name="one_posting_per_term_and_article")
        ]

    def __str__(self) -> str:
        return f"{self.term} · {self.article_id}"


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


class IndexedBlock(models.Model):
    """A block of the text shown, or the title as number 0, as it is searched: folded (reader.text.folding), `start`
    code points into the text, `stops` the ends of its sentences. Its grams lie where the database finds them quickest:
    reader.articles.blocks writes them. A row of another version or edition is behind."""

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey("reader.Article", models.CASCADE, related_name="+")
    version = models.ForeignKey("reader.TextVersion", models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    text = models.TextField()
    stops = models.JSONField(default=list)
    edition = models.PositiveSmallIntegerField(help_text="reader.text.folding.EDITION")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "article", "number"], name="indexed_block_once")]

    def __str__(self) -> str:
        return f"{self.article_id} · {self.number}"
