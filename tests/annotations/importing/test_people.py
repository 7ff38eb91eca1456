"""People of one name stay apart, and come back to themselves."""

from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from annotations.exporting import documents
from annotations.exports import FORMATS
from annotations.importing import placing
from annotations.imports import read
from annotations.models import Highlight
from reader.models import Membership


@pytest.mark.parametrize("format", ["csv", "jsonld", "qdpx"])
def test_two_of_one_name_come_back_to_themselves(format, essay, put, body, project, editor):
    for number, name in enumerate(("li1", "li2"), 1):
        user = User.objects.create_user(name, first_name="李明")
        Membership.objects.create(project=project, user=user, role="coder")
        put(user, number, body("慢行优先", note=name))
    file = BytesIO()
    FORMATS[format].write(documents.of_project(project, documents.Request(editor, "http://x", timezone.now())), file)
    Highlight.objects.all().delete()
    placing.place_all(Membership.objects.get(project=project, user=editor), read(file.getvalue()), "x")
    assert {mark.note: mark.author.username for mark in Highlight.objects.all()} == {"li1": "li1", "li2": "li2"}
