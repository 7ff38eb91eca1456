"""The marks and what they are tagged with: themes, article themes, highlights, taggings, events."""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reader.models import Article, Project, TextVersion

NAME_LENGTH = 60
COLOURS = 12
DEPTH = 3
LIKELY = 0.5


class Codebook(models.Model):
    """What is settled for a project's themes as a whole. A project that has settled nothing has no row."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="codebook")
    locked = models.BooleanField(default=True, help_text="only editors add themes; else coders do too")
    terms = models.JSONField(default=list, help_text="words of the project besides its themes and their keywords")
    withheld = models.JSONField(default=list, help_text="theme names and keywords that are no words of their own")

    def __str__(self) -> str:
        return str(self.project)


class Theme(models.Model):
    """What a passage is tagged with. Names are trimmed, NFC, and unique among siblings and among roots.

    A theme that was merged into another stays as a row that says so: what still names it means the other one.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="themes")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    position = models.PositiveIntegerField(default=0, help_text="place among its siblings")
    name = models.CharField(_("名称"), max_length=NAME_LENGTH)
    definition = models.TextField(_("定义"), blank=True)
    use_when = models.TextField(_("何时用"), blank=True)
    avoid_when = models.TextField(_("何时不用"), blank=True)
    keywords = models.JSONField(_("关键词"), default=list, blank=True)
    colour = models.PositiveSmallIntegerField(_("颜色"), default=1, help_text=f"palette slot, 1 to {COLOURS}")
    foreign_colour = models.CharField(max_length=7, blank=True, help_text="#rrggbb of an import the palette lacks")
    archived = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="merged")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "parent", "name"], condition=Q(merged_into=None), name="theme_unique_among_siblings"
            ),
            # NULL parents do not collide in the constraint above, so roots have their own.
            models.UniqueConstraint(
                fields=["project", "name"],
                condition=Q(parent=None, merged_into=None),
                name="theme_unique_among_roots",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="theme_has_a_name"),
            models.CheckConstraint(condition=Q(colour__range=(1, COLOURS)), name="theme_colour_in_palette"),
        ]

    def __str__(self) -> str:
        return self.name


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


class Highlight(models.Model):
    """A marked passage of one text version. Its uuid is made by the client, unique within the project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    uuid = models.UUIDField(default=uuid.uuid4)
    article = models.ForeignKey(Article, models.CASCADE, related_name="highlights")
    version = models.ForeignKey(TextVersion, models.CASCADE, related_name="highlights")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    start = models.PositiveIntegerField(help_text="first code point in the version's text")
    end = models.PositiveIntegerField(help_text="one past the last code point")
    exact = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    deleted = models.DateTimeField(null=True, blank=True)
    themes = models.ManyToManyField(Theme, through="Tagging", related_name="highlights")

    class Meta:
        ordering = ["start", "end", "pk"]
        indexes = [
            models.Index(fields=["project", "version", "start"], name="highlight_in_text_order"),
            models.Index(fields=["project", "article", "deleted"], name="highlight_of_article"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["project", "uuid"], name="highlight_uuid_once_per_project"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="highlight_start_before_end"),
        ]

    def __str__(self) -> str:
        return self.exact[:40]


class Tagging(models.Model):
    """One theme on one highlight."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    highlight = models.ForeignKey(Highlight, models.CASCADE, related_name="taggings")
    theme = models.ForeignKey(Theme, models.CASCADE, related_name="taggings")
    pinned = models.BooleanField(default=False, help_text="an example in the theme's entry of the codebook")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "highlight", "theme"], name="one_tagging_per_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.theme} · {self.highlight}"


class Event(models.Model):
    """One change: who, when, what it was before and after. Undo and the audit trail read it.

    `subject` names the row ("highlight", "tagging", "theme", "article_theme", "codebook", "rejection", "unplaced",
    "version") and `subject_id` its uuid or number; `before` and `after` are that row's state, null where it did not
    exist. An undo or a redo is an event too, and `reverses` is the event whose change it took back. What one action
    changed together is several events: the first stands for the step, the others name it in `step`. Changes that no
    person asked for have no actor.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="events")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    time = models.DateTimeField(auto_now_add=True)
    action = models.CharField(max_length=20)
    subject = models.CharField(max_length=20)
    subject_id = models.CharField(max_length=40)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    step = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="others")
    reverses = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["project", "article", "actor", "-id"], name="event_of_actor"),
            models.Index(fields=["project", "-id"], name="event_of_project"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject} {self.subject_id}"
