"""The marks and what they are tagged with: themes, article themes, highlights, taggings, events."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from reader.models import Article, Project


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
