"""Searching as it is done: by keyboard from any page, and inside the article."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_slash_leads_to_what_is_typed(desk):
    desk.keyboard.press("/")
    expect(desk.locator(".search-box input")).to_be_focused()
    desk.keyboard.type("主题")
    expect(desk.locator(".goals a")).to_have_text(["主题表"])
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/codebook/$"))


def test_enter_searches_and_a_line_leads_into_the_article(desk):
    desk.keyboard.press("Control+k")
    desk.keyboard.type("绿道")
    desk.keyboard.press("Enter")
    expect(desk.locator(".found b")).to_contain_text("处，1 篇文章")
    desk.click("text=句子")
    desk.locator(".kwic .hit a").nth(4).click()
    expect(desk.locator("#find [role=status]")).to_contain_text(" / ")
    assert desk.evaluate("CSS.highlights.get('search-now').size") == 1


def test_finding_in_the_article_by_keyboard(desk):
    desk.keyboard.press("F3")
    desk.keyboard.type("绿道")
    said = desk.locator("#find [role=status]")
    expect(said).to_contain_text("1 / ")
    desk.keyboard.press("F3")
    expect(said).to_contain_text("2 / ")
    desk.keyboard.press("Shift+F3")
    desk.keyboard.press("Shift+F3")
    last = said.inner_text()
    assert last.split(" / ")[0] == last.split(" / ")[1]
    assert desk.evaluate("CSS.highlights.get('search').size") == int(last.split(" / ")[1])
    desk.keyboard.press("Escape")
    expect(desk.locator("#find")).to_be_hidden()
    assert not desk.evaluate("CSS.highlights.has('search')")
