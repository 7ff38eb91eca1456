"""Open proposals derived anew after an upgrade."""

import pytest
from django.utils import timezone

from annotations.models import ArticleTheme, Derivation
from annotations.themes import proposing, renewing
from reader.text.themes import EDITION

THESIS = {"code": "thesis", "parameters": {}}
NAMES = ["慢行优先", "小微更新", "邻里共商"]


@pytest.fixture
def behind(essay):
    """The essay as an older edition of the rules left it: one name is another, one is a false alarm."""
    Derivation.objects.filter(article=essay).update(edition=EDITION - 1)
    ArticleTheme.objects.filter(article=essay, name=NAMES[0]).update(name="促畅通")
    ArticleTheme.objects.create(
        project=essay.project, article=essay, name="旁的", lead="旁的", score=0.9, reason=THESIS
    )
    return essay


def names(essay):
    return {row.name: row.status for row in ArticleTheme.objects.filter(article=essay)}


def test_open_proposals_are_derived_anew(behind):
    renewing.renew_some()
    assert names(behind) == dict.fromkeys(NAMES, "proposed")
    assert Derivation.objects.get(article=behind).edition == EDITION


def test_what_was_decided_stays(behind):
    ArticleTheme.objects.filter(name__in=["旁的", "促畅通"]).update(status="rejected")
    renewing.renew_some()
    assert names(behind) == {"旁的": "rejected", "促畅通": "rejected", NAMES[1]: "proposed", NAMES[2]: "proposed"}


def test_what_somebody_renamed_keeps_its_name(behind, api, editor):
    row = ArticleTheme.objects.get(name="促畅通")
    api(editor, "patch", f"article-themes/{row.pk}", {"name": "慢行"})
    renewing.renew_some()
    assert set(names(behind)) == {"慢行", *NAMES[1:]}


def test_what_is_not_behind_is_left_alone(essay, monkeypatch):
    monkeypatch.setattr(proposing, "propose", lambda version: pytest.fail("derived again"))
    renewing.renew_some()


def test_a_text_that_cannot_be_read_is_told_of_once(behind, monkeypatch, caplog):
    def fail(version):
        raise ValueError("unreadable")

    monkeypatch.setattr(proposing, "propose", fail)
    renewing.renew_some()
    renewing.renew_some()
    assert caplog.text.count("could not derive") == 1


def test_a_deleted_article_waits(behind, project):
    assert renewing.renew(project, 0) == 0
    type(behind).objects.filter(pk=behind.pk).update(deleted=timezone.now())
    assert renewing.renew(project, 9) == 0
