"""From the owner's page to the new member's library, in two browsers that know nothing of each other."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.scene import PASSWORD, create_account

pytestmark = pytest.mark.django_db(transaction=True)


def _link(page):
    """The owner makes an invitation and copies its link."""
    page.select_option("#invitations [name=role]", "editor")
    page.click("#invitations .go")
    page.wait_for_load_state()
    page.click("[data-copy]")
    expect(page.locator(".toast .words")).to_have_text("链接已复制")
    return page.input_value("#invitation-link")


def _grave(page):
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return {fault["id"] for fault in found if fault["impact"] in ("serious", "critical")}


def test_an_invitation_from_the_link_to_the_library(new_page):
    owner, guest = new_page(bypass_csp=True), new_page(390, 844, dark=True, touch=True, bypass_csp=True)
    create_account(owner)
    settings = owner.url + "settings/"
    owner.goto(settings)
    link = _link(owner)
    assert _grave(owner) == set()

    guest.goto(link)
    expect(guest.locator("h1")).to_have_text("加入“我的课题”")
    expect(guest.locator(".lead")).to_contain_text("chen 邀请你加入这个课题，角色是编辑")
    assert _grave(guest) == set()
    assert guest.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out on a phone"
    for name, value in {"username": "新人", "password1": PASSWORD, "password2": PASSWORD}.items():
        guest.fill(f"[name={name}]", value)
    guest.tap("main .panel .go")
    expect(guest.locator(".message")).to_have_text("你已加入“我的课题”，角色是编辑。")
    expect(guest.locator(".rows h2")).to_have_count(1)

    owner.goto(settings)
    expect(owner.locator(".members .name", has_text="新人")).to_be_visible()
    owner.goto(link)
    expect(owner.locator("h1")).to_have_text("你已经是成员")


def test_one_that_was_withdrawn_says_so(new_page):
    owner, guest = new_page(), new_page()
    create_account(owner)
    owner.goto(owner.url + "settings/")
    link = _link(owner)
    owner.click("#invitations .members .quiet")
    expect(owner.locator(".message")).to_have_text("邀请已撤回，链接不能再用。")
    new_page.errors.clear()
    guest.goto(link)
    expect(guest.locator(".lead")).to_have_text("这份邀请已经撤回。")
    # The console calls a page that is gone an error.
    assert len(new_page.errors) == 1
    new_page.errors.clear()
