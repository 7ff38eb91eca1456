"""Files that were looked at and are not taken in yet."""

from django.conf import settings
from django.db import models


class WaitingPart(models.Model):
    """A part of a file that waits an hour for its reader's word: no value of the database holds a large file whole."""

    token = models.CharField(max_length=43)
    position = models.PositiveIntegerField()
    project = models.ForeignKey("reader.Project", models.CASCADE, null=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.TextField(blank=True)
    url = models.TextField(blank=True)
    content_type = models.TextField(blank=True)
    data = models.BinaryField()
    created = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["token", "position"], name="one_waiting_part_per_position")]

    def __str__(self) -> str:
        return f"{self.name or self.url} · {self.position}"
