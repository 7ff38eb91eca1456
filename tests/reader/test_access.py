import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from reader.access import may, member


def test_a_stranger_gets_404(project, stranger):
    with pytest.raises(Http404):
        member(stranger, project.pk)


def test_nobody_gets_404(project):
    with pytest.raises(Http404):
        member(AnonymousUser(), project.pk)


def test_a_project_that_is_not_there_is_404(project, owner):
    with pytest.raises(Http404):
        member(owner, project.pk + 1000)


def test_a_viewer_may_not_mark(project, viewer):
    with pytest.raises(PermissionDenied):
        member(viewer, project.pk, "mark")


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        ("viewer", (True, False, False, False)),
        ("coder", (True, True, False, False)),
        ("editor", (True, True, True, False)),
        ("owner", (True, True, True, True)),
    ],
)
def test_each_role_has_its_rights(project, request, role, rights):
    allowed = may(member(request.getfixturevalue(role), project.pk))
    assert (allowed.read, allowed.mark, allowed.edit, allowed.own) == rights
