"""The first minute: the owner's account, a project, and a sample article brought in like any page."""

from pathlib import Path

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Project
from reader.projects import changing

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "gmw_greenway.html"


class AlreadySetUp(Exception):
    """There is an account already; the owner's page is gone for good."""


def wanted() -> bool:
    return not User.objects.exists()


@transaction.atomic
def create(user: User) -> Project:
    """Save the owner (not yet saved, password set) with the first project; AlreadySetUp when too late."""
    # A row that is always there: two people at the first page at once take turns on PostgreSQL.
    ContentType.objects.select_for_update().get(app_label="auth", model="user")
    if not wanted():
        raise AlreadySetUp
    user.is_staff = user.is_superuser = True
    user.save()
    project = changing.create(user, _("我的课题"))
    import_capture(project, user, Capture(SAMPLE.read_bytes(), filename=SAMPLE.name))
    return project
