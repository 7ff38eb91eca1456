"""Exports of a project with two marks."""

import pytest
from django.utils import timezone

from annotations.models import Export


@pytest.fixture
def membership(viewer, project):
    return viewer.memberships.get(project=project)


@pytest.fixture
def marked(put, coder, body):
    put(coder, 1, body("慢行优先", note="硬约束"))
    put(coder, 2, body("一盏灯"))


@pytest.fixture
def lost(membership, marked):
    """An export whose task was never heard of."""

    def make(**fields):
        given = {"format": "csv", "site": "https://x", "touched": timezone.now(), **fields}
        return Export.objects.create(project=membership.project, user=membership.user, **given)

    return make
