"""Selecting by units, finding and making themes, marking on and on, walking, resizing, filtering, copying marks."""

import pytest
from playwright.sync_api import expect

from annotations.models import Highlight
from tests.browser.scene import box_of, saved, select

pytestmark = pytest.mark.django_db(transaction=True)
QUOTE = "凡是管护方案没有落实的"


def _keep(page, count, *keys):
    for key in (*keys, "Enter"):
        page.keyboard.press(key)
    saved(page, count)


def _click(page, quote, times):
    left, top, right, _ = box_of(page, quote)
    page.mouse.click((left + right) / 2, top, click_count=times)


def test_a_theme_is_found_by_initials_and_made_in_place(desk):
    select(desk, QUOTE)
    find = desk.locator(".popup .find")
    find.fill("新质生产力")
    desk.keyboard.press("Enter")
    expect(desk.locator(".popup [aria-pressed=true]")).to_have_text("新质生产力")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    select(desk, "让居民、商户和学校")
    find.fill("xzscl")
    expect(desk.locator(".popup .options li").first).to_have_text("新质生产力5")


def test_the_same_themes_again_on_one_key(desk):
    select(desk, QUOTE)
    _keep(desk, 1, "1", "2")
    select(desk, "让居民、商户和学校")
    desk.keyboard.press("s")
    saved(desk, 2)
    assert [mark.themes.count() for mark in Highlight.objects.all()] == [2, 2]


def test_a_sticky_theme_marks_without_asking_until_the_article_is_left(desk):
    select(desk, QUOTE)
    _keep(desk, 1, "1", "Shift+S")
    expect(desk.locator("#sticky")).to_contain_text("规划连片")
    left, top, right, bottom = box_of(desk, "让居民、商户和学校")
    desk.mouse.move(left + 2, top)
    desk.mouse.down()
    desk.mouse.move(right - 3, bottom)
    desk.mouse.up()
    saved(desk, 2)
    expect(desk.locator(".popup")).to_have_count(0)
    desk.reload()
    desk.wait_for_selector("#text[data-ready]")
    expect(desk.locator("#sticky")).to_be_hidden()


def test_a_quote_is_copied_with_its_citation(desk):
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    select(desk, QUOTE)
    _keep(desk, 1, "1")
    desk.hover(".card")
    desk.click(".card .copy")
    expect(desk.locator(".toast")).to_contain_text("已复制")
    copied = desk.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{QUOTE}”（林之远. 让绿道连起城市生活[N]")
    assert copied.endswith("第 4 段）")
