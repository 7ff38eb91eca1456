"""Coding what was found: the plan, the step, its undoing."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from annotations.marks import coding as marks_coding
from annotations.models import Highlight, Tagging, Theme
from annotations.refusals import Refusal
from annotations.search import coding
from annotations.search.finding import find
from annotations.search.language import parse
from annotations.search.results import Results
from annotations.undoing import steps
from reader.models import Article, Membership
from tests.annotations.search import scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(project, owner):
    return scene.library(project, owner)


@pytest.fixture
def theme(project):
    return Theme.objects.create(project=project, name="绿色出行")


@pytest.fixture
def membership(project, owner, library):
    return Membership.objects.get(project=project, user=owner)


def planned(project, theme, q="绿道", unit="hit"):
    results = Results(project, find(project, parse(q)), reposts=False)
    themes = list(Theme.objects.filter(project=project))
    return coding.plan(project, results.in_order(()), results.articles, unit, theme.pk, themes)


def code(membership, plan, theme, run=None):
    passages = [one.passage for one in plan.new]
    return marks_coding.code(membership, passages, theme.pk, run or uuid4(), {"name": "绿道"})


def said(project):
    return list(Highlight.objects.filter(project=project, deleted=None).order_by("pk").values_list("exact", flat=True))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("hit", ["绿道", "绿道", "绿道"]),
        ("sentence", ["以绿道建设促城市更新，到2035年建成三百公里绿道。", "居民说：“好绿道。”"]),
        ("paragraph", ["城市更新要以人为本。以绿道建设促城市更新，到2035年建成三百公里绿道。", "居民说：“好绿道。”"]),
    ],
)
def test_a_mark_is_as_long_as_was_asked(project, membership, theme, unit, expected):
    plan = planned(project, theme, unit=unit)
    assert [one.exact for one in plan.new] == expected
    assert (plan.titles, plan.together) == (1, 3 - len(expected))
    code(membership, plan, theme)
    assert said(project) == expected


def test_words_are_snapped_to(project, membership, theme):
    [one] = planned(project, theme, q="民说", unit="words").new
    assert one.exact == "居民说" and one.left == "" and one.right.startswith("：“好绿道")


def test_what_the_theme_or_one_below_it_covers_is_there_already(project, membership, theme):
    child = Theme.objects.create(project=project, name="绿道", parent=theme)
    code(membership, planned(project, child), child)
    again = planned(project, theme)
    assert (again.new, again.have) == ([], 3)
    assert len(planned(project, Theme.objects.create(project=project, name="别的")).new) == 3


def test_what_is_sent_twice_is_marked_once(project, membership, theme):
    plan, run = planned(project, theme), uuid4()
    assert code(membership, plan, theme, run).made == 3
    assert code(membership, plan, theme, run).made == 0
    assert len(said(project)) == 3 and Tagging.objects.filter(theme=theme).count() == 3


def test_all_of_it_is_one_step_that_goes_and_comes_back(project, membership, theme):
    code(membership, planned(project, theme), theme)
    assert "绿道" in steps.undo(membership, None).message
    assert said(project) == []
    steps.redo(membership, None)
    assert len(said(project)) == 3 and Tagging.objects.filter(theme=theme, highlight__deleted=None).count() == 3


def test_a_theme_that_was_merged_meanwhile_is_the_one_it_went_into(project, membership, theme):
    plan, target = planned(project, theme), Theme.objects.create(project=project, name="新")
    Theme.objects.filter(pk=theme.pk).update(merged_into=target)
    code(membership, plan, theme)
    assert Tagging.objects.filter(theme=target).count() == 3


def test_what_is_no_place_of_the_text_shown_is_not_marked(project, membership, theme, library):
    article = library["绿道连起城市生活"]
    beyond = marks_coding.Passage(article.pk, article.version_id, 0, 10**6)
    with pytest.raises(Refusal):
        marks_coding.code(membership, [beyond], theme.pk, uuid4(), {})
    old = marks_coding.Passage(article.pk, article.version_id + 99, 0, 2)
    assert marks_coding.code(membership, [old], theme.pk, uuid4(), {}) == marks_coding.Coded(0, 1)
    Article.objects.filter(pk=article.pk).update(deleted="2024-01-01T00:00Z")
    gone = marks_coding.Passage(article.pk, article.version_id, 0, 2)
    assert marks_coding.code(membership, [gone], theme.pk, uuid4(), {}).made == 0


@pytest.mark.parametrize("key", ["", "1-2-3", "1-2-3-x", "1-2-3-٣", "1-2--3-4", "9" * 30 + "-1-2-3"])
def test_a_name_of_no_passage_is_none(key):
    assert coding.passage_of(key) is None


def test_the_page_plans_and_marks_what_is_ticked(client, project, owner, membership, theme):
    client.force_login(owner)
    page = client.get(reverse("coding", args=[project.pk]), {"q": "绿道", "theme": theme.pk, "unit": "hit"})
    html = page.content.decode()
    assert "将圈点 3 处" in html and "不能圈 1 处" in html and not Highlight.objects.exists()
    keys = re.findall(r'name="passage" value="([\d-]+)"', html)
    sent = {
        "passage": keys[:2],
        "theme": theme.pk,
        "unit": "hit",
        "q": "绿道",
        "run": re.search(r'name="run" value="(.*?)"', html)[1],
    }
    done = client.post(reverse("coding_start", args=[project.pk]), sent, follow=True).content.decode()
    assert "圈点了 2 处" in done and reverse("codebook_undo", args=[project.pk]) in done and len(said(project)) == 2
    client.post(reverse("codebook_undo", args=[project.pk]), {"back": "search"})
    assert said(project) == []


@pytest.mark.parametrize("sent", [{}, {"run": "x", "theme": "1"}, {"run": str(uuid4()), "theme": "9" * 40}])
def test_what_makes_no_sense_marks_nothing(client, project, owner, membership, sent):
    client.force_login(owner)
    assert client.post(reverse("coding_start", args=[project.pk]), sent).status_code == 302
    assert not Highlight.objects.exists()
