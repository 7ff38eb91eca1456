"""Cleaning chosen articles anew in real Chromium: from the library to the report, and back."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.db import transaction
from django.test import override_settings
from playwright.sync_api import expect

from reader.articles.versions import make_version
from reader.capture import running
from reader.extraction import Block, Page
from reader.models import Article, Batch
from tests.browser.stored import put

pytestmark = pytest.mark.django_db(transaction=True)

JUNK = "扫一扫，关注我们的公众号，每天读一篇街巷故事。"
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


@pytest.fixture
def soiled(sample):
    """The sample as older rules would have left it, with a mark on a line that was none of its own."""
    article = Article.objects.select_related("version").get()
    blocks = [Block(one["kind"], one["text"], one["level"]) for one in article.version.blocks]
    with transaction.atomic():
        made = make_version(article, Page(blocks=(*blocks, Block("paragraph", JUNK))), User.objects.get())
    type(made).objects.filter(pk=made.pk).update(reason="import")
    put(JUNK[:6])
    return article


def test_chosen_articles_are_cleaned_and_put_back(soiled, enter, new_page):
    page = enter(new_page())
    page.goto(f"/projects/{soiled.project_id}/")
    page.check("[name=article]")
    expect(page.locator("[value=reclean]")).to_be_in_viewport()
    page.click("[value=reclean]")
    expect(page.locator("[value=chosen]")).to_be_checked()
    with override_settings(TASKS=QUEUED):
        page.click("main .go")
        expect(page.locator(".batch-state")).to_have_text("做了 0 / 1 篇")
        running.run(soiled.project_id, Batch.objects.get().items.get().pk)
        expect(page.locator(".batch-state")).to_have_text("1 篇都做完了")
    expect(page.locator(".lines del")).to_have_text([JUNK])
    expect(page.locator(".amber")).to_contain_text("1 处圈点没有了位置")
    page.click(".changes a")
    expect(page.locator(".comparison del")).to_have_text(JUNK)
    page.go_back()
    page.click("[value=undo]")
    expect(page.locator(".outcomes .state")).to_have_text("撤销了")
    expect(page.locator(".lines ins")).to_have_text([JUNK])
    soiled.refresh_from_db()
    assert soiled.version.text.endswith(JUNK)


def _is_fit(page):
    """Not wider than the phone, and nothing for axe to find."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    found = Axe().run(page, options={"preload": False}).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found] == []


@pytest.mark.parametrize("dark", [False, True])
def test_the_pages_fit_a_phone_and_everybody(soiled, enter, new_page, dark):
    page = enter(new_page(width=320, height=700, dark=dark, bypass_csp=True))
    for address in ("", f"recleanings/?article={soiled.pk}&unread=1", f"articles/{soiled.pk}/comparison/"):
        page.goto(f"/projects/{soiled.project_id}/{address}")
        _is_fit(page)
    page.goto(f"/projects/{soiled.project_id}/recleanings/")
    page.click("main .go")
    page.wait_for_selector(".outcomes")
    _is_fit(page)
