"""Themes proposed on import, and again when the text is made anew."""

from dataclasses import replace

import pytest
from django.db import transaction

from annotations.models import ArticleTheme, Event
from reader.capture.importing import make_version
from reader.extraction import Block, Page

NAMES = ["慢行优先", "小微更新", "邻里共商"]


def rows(essay):
    return list(ArticleTheme.objects.filter(article=essay).order_by("position"))


@pytest.fixture
def remake(essay, owner):
    """Give the essay a new text of these paragraphs."""

    def make(*texts):
        with transaction.atomic():
            make_version(
                essay, Page(title=essay.title, blocks=tuple(Block("paragraph", text) for text in texts)), owner
            )

    return make


@pytest.fixture
def texts(essay):
    return [block["text"] for block in essay.version.blocks]


def test_an_import_proposes_the_themes_with_their_evidence(essay, texts):
    assert [row.name for row in rows(essay)] == NAMES
    assert all(row.status == "proposed" and row.lead in texts[row.paragraph] for row in rows(essay))


def test_the_reason_is_kept_as_a_code_and_told_as_a_sentence(essay, desk, viewer):
    assert rows(essay)[0].reason["code"] == "parallel"
    assert "以…促…" in desk(viewer)["article_themes"][0]["reason"]


def test_a_proposal_is_an_event_of_nobody(essay):
    events = Event.objects.filter(article=essay, subject="article_theme")
    assert {(event.action, event.actor, event.before) for event in events} == {("derive", None, None)}


def test_a_new_text_moves_the_evidence(essay, texts, remake):
    before = [row.paragraph for row in rows(essay)]
    remake("新添的第一段，说明来意，不算主题。", *texts)
    assert [row.paragraph for row in rows(essay)] == [paragraph + 1 for paragraph in before]


@pytest.mark.parametrize("status", ["rejected", "accepted"])
def test_what_was_decided_stays_decided(essay, texts, remake, status, api, editor):
    row = rows(essay)[0]
    api(editor, "patch", f"article-themes/{row.pk}", {"status": status})
    remake("新添的第一段，说明来意，不算主题。", *texts)
    assert [(row.name, row.status) for row in rows(essay)] == [
        (NAMES[0], status),
        (NAMES[1], "proposed"),
        (NAMES[2], "proposed"),
    ]


def test_a_renamed_proposal_is_not_proposed_again(essay, texts, remake, api, editor):
    api(editor, "patch", f"article-themes/{rows(essay)[0].pk}", {"name": "慢行"})
    remake(*texts)
    assert [row.name for row in rows(essay)] == ["慢行", *NAMES[1:]]


def test_a_proposal_the_new_text_does_not_support_is_withdrawn(essay, remake):
    remake("全文另写，只剩这一段。")
    assert rows(essay) == []
    assert Event.objects.filter(action="withdraw").count() == len(NAMES)


def test_a_decision_outlives_its_evidence(essay, remake, api, editor):
    api(editor, "patch", f"article-themes/{rows(essay)[0].pk}", {"status": "accepted"})
    remake("全文另写，只剩这一段。")
    assert [(row.name, row.paragraph) for row in rows(essay)] == [(NAMES[0], None)]


def test_a_decisions_lead_is_found_again_where_it_stands_now(essay, remake, api, editor):
    row = rows(essay)[0]
    api(editor, "patch", f"article-themes/{row.pk}", {"status": "accepted"})
    remake("全文另写。", "前面添一句。" + row.lead)
    assert rows(essay)[0].paragraph == 1


def test_a_rename_may_take_the_name_of_a_later_proposal(essay, texts, remake, api, editor):
    """Both rows then answer to one derived name: nothing collides and nothing is lost."""
    first, *_ = rows(essay)
    remake(*texts[:2], "全段另写。")
    api(editor, "patch", f"article-themes/{first.pk}", {"name": NAMES[1]})
    remake(*texts)
    assert NAMES[1] in [row.name for row in rows(essay)]


def test_an_import_fails_whole_when_its_themes_cannot_be_kept(project, owner, monkeypatch):
    from annotations.themes import proposing
    from reader.capture.importing import import_capture
    from reader.cleaning.captures import Capture
    from reader.models import Article
    from reader.text.themes import derive

    monkeypatch.setattr(proposing, "derive", lambda *given: [replace(p, score=None) for p in derive(*given)])
    with pytest.raises(Exception, match="score"):
        import_capture(project, owner, Capture(essay_bytes()))
    assert not Article.objects.filter(project=project).exists()


def essay_bytes():
    leads = ("以慢行优先促畅通。让出一米。", "以小微更新促活力。一盏灯。", "以邻里共商促长久。大家定。")
    return ("街巷\n\n" + "\n\n".join(leads)).encode()


def test_a_new_text_keeps_the_readers_order(essay, texts, remake, api, editor):
    ids = [row.pk for row in rows(essay)][::-1]
    api(editor, "put", f"articles/{essay.pk}/article-themes/order", {"ids": ids})
    remake("新添的第一段，说明来意，不算主题。", *texts)
    assert [row.pk for row in rows(essay)] == ids
