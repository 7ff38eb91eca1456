"""Coding what was found, by keyboard alone and on a phone."""

import pytest
from playwright.sync_api import expect

from annotations.models import Highlight
from reader.models import Project

pytestmark = pytest.mark.django_db(transaction=True)


def _planned(page):
    """The plan for 绿道, by keyboard, from the search page's lines."""
    page.goto(f"/projects/{Project.objects.get().pk}/search/?q=绿道&view=lines")
    page.wait_for_load_state()
    page.get_by_role("link", name="圈点这些").press("Enter")
    page.wait_for_load_state()
    page.get_by_label("归到主题").focus()
    for key in ("ArrowDown", "Tab", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector(".coding-list")
    return page.locator(".coding-list input")


def test_hits_are_looked_through_coded_and_taken_back_by_keyboard(desk):
    boxes = _planned(desk)
    count = boxes.count()
    expect(boxes.nth(0)).to_be_focused()
    for key in ("x", "j", "k", "x"):
        desk.keyboard.press(key)
    assert not boxes.nth(0).is_checked() and not boxes.nth(1).is_checked()
    desk.get_by_role("button", name="圈点选中的").press("Enter")
    expect(desk.locator(".message")).to_contain_text(f"圈点了 {count - 2} 处")
    assert Highlight.objects.filter(deleted=None).count() == count - 2
    desk.locator(".message button").press("Enter")
    desk.wait_for_load_state()
    assert not Highlight.objects.filter(deleted=None).exists()


def test_the_plan_fits_a_phone(accepted, enter, new_page):
    page = enter(new_page(width=320, height=700))
    _planned(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator(".coding-end button").click()
    expect(page.locator(".message")).to_contain_text("圈点了")
