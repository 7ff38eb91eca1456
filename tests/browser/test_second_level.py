"""Themes below a theme: folded under it, accepted with it or alone, counted only where they are unfolded."""

import pytest
from playwright.sync_api import expect

from annotations.models import ArticleTheme, Theme
from reader.models import Project

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def levels(sample, open_desk):
    """The sample's page, where the second and third of its four proposals belong under the first."""
    first, *below = ArticleTheme.objects.order_by("position")[:3]
    ArticleTheme.objects.filter(pk__in=[row.pk for row in below]).update(parent=first.paragraph)
    return open_desk()


def test_they_are_folded_and_do_not_count(levels):
    expect(levels.locator(".proposal")).to_have_count(2)
    expect(levels.locator(".proposal .below summary")).to_have_text("下一级 2")
    expect(levels.locator(".proposals .all")).to_contain_text("2")
    levels.locator(".proposals .all").click()
    expect(levels.locator(".themes .name")).to_have_count(2)
    assert ArticleTheme.objects.filter(status="proposed", parent__isnull=False).count() == 2


def test_unfolded_they_count(levels):
    levels.locator(".below summary").click()
    expect(levels.locator(".proposals .all")).to_contain_text("4")
    levels.locator(".proposals .all").click()
    expect(levels.locator(".themes .name")).to_have_count(4)
    assert Theme.objects.exclude(parent=None).count() == 2


def test_one_is_accepted_alone_as_a_child_theme(levels):
    levels.locator(".below summary").click()
    levels.locator(".below li .accept").first.click()
    expect(levels.locator(".themes .name")).to_have_count(1)
    expect(levels.locator(".below summary")).to_have_text("下一级 1")
    assert Theme.objects.get(article_themes__status="accepted").parent is not None


def test_they_are_accepted_with_their_parent(levels):
    levels.locator(".below summary").press("Enter")
    levels.locator(".below .accept-below").press("Enter")
    expect(levels.locator(".themes .name")).to_have_count(3)
    expect(levels.locator(".below")).to_have_count(0)


def test_below_an_accepted_theme_they_are_still_offered(levels):
    levels.locator(".proposal .row .accept").first.click()
    expect(levels.locator(".proposals > .below summary")).to_contain_text("下一级 2")


def test_a_theme_of_a_near_name_is_offered_first(undecided):
    name = undecided.locator(".proposal .name").first.inner_text()
    near = Theme.objects.create(project=Project.objects.get(), name=name[:2])
    undecided.reload()
    first = undecided.locator(".proposal .row").first.locator("button:visible").first
    expect(first).to_contain_text(near.name)
    first.click()
    expect(undecided.locator(".themes .name")).to_have_text([near.name])


def test_what_is_below_one_that_was_turned_down_stays_in_reach(levels):
    levels.locator(".proposals > .proposal .row .reject").first.click()
    folded = levels.locator(".proposals > .below")
    expect(folded.locator("summary")).to_contain_text("下一级 2")
    folded.locator("summary").press("Enter")
    expect(folded.locator(".accept-below")).to_be_hidden()
    folded.locator("li .accept").first.press("Enter")
    expect(levels.locator(".themes .name")).to_have_count(1)


def test_what_has_no_parent_here_stays_in_reach(levels):
    ArticleTheme.objects.filter(parent=None, position=0).delete()
    levels.reload()
    folded = levels.locator(".parentless")
    expect(folded.locator("summary")).to_have_text("下一级 2")
    folded.locator("summary").press("Enter")
    folded.locator("li .accept").first.press("Enter")
    expect(folded.locator("li")).to_have_count(1)
    expect(folded.locator("li .accept")).to_be_focused()
    assert ArticleTheme.objects.filter(status="accepted").count() == 1
