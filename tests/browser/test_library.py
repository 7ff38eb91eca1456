"""The library in a browser: twenty rows a screen, many chosen at once, undone as one."""

import pytest
from playwright.sync_api import expect

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.labels import queries
from reader.models import Article, Preferences

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def library(sample, open_desk):
    for number in range(29):
        text = f"第{number}篇\n\n这一篇说的是第{number}件事情，也只说这一件。"
        import_capture(sample.project, sample.added_by, Capture(text.encode(), filename=f"{number}.txt"))
    Preferences.objects.create(user=sample.added_by, toured=True)
    page = open_desk()
    page.goto(sample.project.get_absolute_url())
    return page


def inside(page):
    """How many rows stand wholly in the window."""
    return page.evaluate(
        """() => [...document.querySelectorAll('#rows > li')].filter((row) => {
            const {top, bottom} = row.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
        }).length"""
    )


def test_compact_shows_twenty_rows_a_screen_and_is_remembered(library):
    assert inside(library) < 10
    library.click(".density button")
    expect(library.locator("#rows.compact")).to_be_visible()
    assert inside(library) >= 20
    library.reload()
    assert inside(library) >= 20


def test_many_are_chosen_with_shift_labelled_and_undone_as_one(library, sample):
    boxes = library.locator("[name=article]")
    expect(library.locator(".actions")).to_be_hidden()
    boxes.nth(2).check()
    boxes.nth(6).click(modifiers=["Shift"])
    expect(library.locator(".chosen")).to_have_text("选了 5 篇")
    library.fill(".actions [name=label]", "待读")
    library.keyboard.press("Enter")
    expect(library.locator(".message")).to_contain_text("5 篇加上了标签“待读”")
    expect(library.locator("#rows .label")).to_have_count(5)
    library.wait_for_load_state()
    library.keyboard.press("Control+z")
    expect(library.locator(".message")).to_contain_text("已撤销")
    assert queries.counted(sample.project) == []


def test_a_label_is_a_filter_with_its_count(library):
    library.locator("[name=article]").nth(1).check()
    library.fill(".actions [name=label]", "待读")
    library.keyboard.press("Enter")
    library.locator("select[name=label]").select_option(label="待读 (1)")
    expect(library.locator("#rows > li")).to_have_count(1)
    library.click(".chip a")
    expect(library.locator("#rows > li")).to_have_count(30)


def test_all_of_a_page_go_to_the_bin_and_come_back(library):
    library.locator("[name=article]").first.check()
    library.check("#all")
    library.click(".actions [value=delete]")
    expect(library.locator(".message")).to_contain_text("30 篇已移到回收站")
    assert not Article.objects.filter(deleted=None).exists()
    library.click(".message button")
    expect(library.locator("#rows > li")).to_have_count(30)


def test_a_star_is_given_where_the_row_stands(library):
    star = library.locator("#rows .star").nth(3)
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(library.locator("#rows .star[aria-pressed=true]")).to_have_count(1)


def test_on_a_phone_the_filters_are_folded_and_unfold(library):
    library.set_viewport_size({"width": 390, "height": 844})
    expect(library.locator("select[name=source]")).to_be_hidden()
    library.click(".fold > summary")
    expect(library.locator("select[name=source]")).to_be_visible()
