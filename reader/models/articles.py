"""The articles and what holds them: projects, memberships, snapshots, articles, text versions, progress."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reader.models.projects import Project


class Article(models.Model):
    """One text with its metadata. Deleting only sets the date; restoring clears it."""

    class CitationKind(models.TextChoices):
        N = "N", _("报纸 [N]")
        N_OL = "N/OL", _("网上的报纸 [N/OL]")
        EB_OL = "EB/OL", _("网页 [EB/OL]")
        J = "J", _("期刊 [J]")
        J_OL = "J/OL", _("网上的期刊 [J/OL]")
        R = "R", _("报告 [R]")
        R_OL = "R/OL", _("网上的报告 [R/OL]")

    class Precision(models.TextChoices):
        SECOND = "second", _("秒")
        MINUTE = "minute", _("分")
        DAY = "day", _("日")

    project = models.ForeignKey(Project, models.CASCADE, related_name="articles")
    title = models.CharField(_("标题"), max_length=300)
    source = models.CharField(_("来源"), max_length=200, blank=True)
    published = models.DateTimeField(_("发表时间"), null=True, blank=True)
    published_precision = models.CharField(max_length=6, choices=Precision, blank=True)
    authors = models.JSONField(_("作者"), default=list, blank=True, help_text='[{"name": …, "affiliation": …}]')
    editor = models.CharField(_("责编"), max_length=100, blank=True)
    channel = models.JSONField(_("频道"), default=list, blank=True)
    original_title = models.CharField(_("原标题"), max_length=300, blank=True)
    overline = models.CharField(_("引题"), max_length=300, blank=True)
    subtitle = models.CharField(_("副题"), max_length=300, blank=True)
    document_number = models.CharField(_("发文字号"), max_length=100, blank=True)
    document_date = models.DateField(_("成文日期"), null=True, blank=True)
    issuer = models.CharField(_("发文机关"), max_length=200, blank=True)
    keywords = models.JSONField(_("关键词"), default=list, blank=True)
    print_paper = models.CharField(_("报纸"), max_length=100, blank=True)
    print_date = models.DateField(_("见报日期"), null=True, blank=True)
    print_page = models.CharField(_("版次"), max_length=20, blank=True)
    origins = models.JSONField(default=dict, blank=True, help_text="field → where its value was read: metadata.ORIGINS")
    url = models.URLField(_("原文地址"), max_length=2000, blank=True)
    citation_kind = models.CharField(
        _("文献类型"),
        max_length=5,
        blank=True,
        choices=CitationKind,
        help_text="the reader's choice; without one the source line and the address decide",
    )
    characters = models.PositiveIntegerField(default=0)
    repost_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", help_text="where the same text appeared first"
    )
    likeness = models.PositiveSmallIntegerField(null=True, blank=True, help_text="how much both share, in per cent")
    version = models.ForeignKey("TextVersion", models.SET_NULL, null=True, blank=True, related_name="+")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added = models.DateTimeField(auto_now_add=True)
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-published", "-pk"]
        indexes = [
            models.Index(fields=["project", "deleted", "-published"], name="article_by_published"),
            models.Index(fields=["project", "deleted", "-added"], name="article_by_added"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.project_id, self.pk])

    @property
    def current(self) -> "TextVersion":
        """The version that is shown. Only inside the transaction that makes an article is there none yet."""
        if self.version is None:
            raise TextVersion.DoesNotExist
        return self.version


class Snapshot(models.Model):
    """The bytes of one page as they came in, never changed. They live in the database, so that a row and its
    bytes are written, backed up and restored together."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="snapshots")
    position = models.PositiveSmallIntegerField(
        default=0, help_text="which of the article's pages as they came in; a version says in which order it joins them"
    )
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    size = models.PositiveIntegerField()
    content_type = models.CharField(max_length=200, blank=True)
    filename = models.CharField(max_length=255, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    saved = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["project", "sha256"], name="snapshots_by_bytes")]
        constraints = [
            # A second page may also have come in alone, before its article did.
            models.UniqueConstraint(
                fields=["project", "sha256"], condition=Q(position=0), name="article_of_the_same_bytes_once"
            ),
            models.UniqueConstraint(fields=["project", "article", "sha256"], name="same_bytes_once_per_article"),
            models.UniqueConstraint(fields=["project", "article", "position"], name="one_page_per_position"),
        ]

    def __str__(self) -> str:
        return f"{self.filename or self.url or self.sha256[:12]}"


class TextVersion(models.Model):
    """One cleaning of an article's snapshots, immutable. Highlights anchor to code points of `text`.

    `blocks` lists {"kind", "level", "lead", "text"}, with "marker", "spans" and "cells" where there are any
    (reader.articles.stored); `text` is their texts joined by newlines. `removed` lists the same with "rule" and
    "before"; `words` holds the lengths of the words (reader.text.segmentation).
    `edits` lists the reader's own words on single rows (reader.page_rows.Edit), those in force. `pages` lists the
    snapshots joined, in order, {"position", "rows"}; `absent` the article's pages known to be elsewhere, {"url",
    "template", "parameters"} with why they are not here. versions.extent reads both.
    """

    class Reason(models.TextChoices):
        IMPORT = "import", _("收取时清理")
        WHOLE = "whole", _("收下全文")
        RESTORE = "restore", _("恢复")
        STRIKE = "strike", _("划去")
        SITE = "site", _("本站总是这样")
        CLEAN = "clean", _("重新清理")
        BACK = "back", _("整批撤销重新清理")
        PAGES = "pages", _("改动各页")
        RETURN = "return", _("回到旧版")
        UNDO = "undo", _("撤销")
        REDO = "redo", _("重做")

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    blocks = models.JSONField()
    removed = models.JSONField(default=list)
    words = models.TextField()
    edits = models.JSONField(default=list, blank=True)
    pages = models.JSONField(default=list, blank=True)
    absent = models.JSONField(default=list, blank=True)
    inside = models.PositiveIntegerField(null=True, help_text="rows that cleaning took between paragraphs")
    reason = models.CharField(max_length=7, choices=Reason, default=Reason.IMPORT)
    detail = models.CharField(max_length=200, blank=True, help_text="what the reason was about: a row's text")
    basis = models.PositiveIntegerField(null=True, blank=True, help_text="number of the version this is again")
    created = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["project", "article", "number"], name="one_version_per_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_numbers_start_at_one"),
        ]

    def __str__(self) -> str:
        return f"{self.article} · {self.number}"
