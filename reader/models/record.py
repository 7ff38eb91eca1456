"""What readers decide about cleaning: corrections of an article's metadata, and choices for a whole site."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """Who said what of one metadata field, never changed. The latest of a field counts; where its `after` is null,
    the page's own word does again. `before` and `after` list the values of the field's columns
    (reader.metadata.FIELDS)."""

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="+")
    article = models.ForeignKey("reader.Article", models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=20)
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["project", "article"], name="corrections_of_an_article")]

    def __str__(self) -> str:
        return f"{self.article} · {self.field}"


class SiteChoice(models.Model):
    """“Always do this on this site”: rows of pages from `host`, or below it, that fit are struck or restored."""

    class Action(models.TextChoices):
        STRIKE = "strike", _("划去")
        RESTORE = "restore", _("恢复")

    class How(models.TextChoices):
        WHOLE = "whole", _("整段就是")
        START = "start", _("开头是")
        END = "end", _("结尾是")
        PART = "part", _("含有")
        RULE = "rule", _("被这条规则清掉的")

    project = models.ForeignKey("reader.Project", models.CASCADE, related_name="site_choices")
    host = models.CharField(_("网站"), max_length=253)
    action = models.CharField(_("做法"), max_length=7, choices=Action)
    how = models.CharField(_("哪些段"), max_length=5, choices=How, default=How.WHOLE)
    words = models.CharField(_("文字"), max_length=300)
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "host", "how", "words"], name="one_choice_for_the_same_rows"),
            models.CheckConstraint(condition=~Q(host="") & ~Q(words=""), name="choice_has_host_and_words"),
        ]

    def __str__(self) -> str:
        return f"{self.host} · {self.get_action_display()} · {self.get_how_display()}“{self.words}”"
