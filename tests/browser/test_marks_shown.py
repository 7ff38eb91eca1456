"""Marks that are there: all to be seen, reached, told of, filtered, changed and taken back."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from annotations.models import Highlight
from reader.models import Membership
from tests.browser.scene import box_of, saved
from tests.browser.stored import put, quotes

pytestmark = pytest.mark.django_db(transaction=True)
OUTER, MIDDLE, INNER = "凡是管护方案没有落实的", "管护方案没有落实", "方案"
OTHER = "让居民、商户和学校"


@pytest.fixture
def nested(accepted, open_desk):
    put(OUTER, "规划连片", note="外")
    put(MIDDLE, "建管同步", "社区共治")
    put(INNER, "生态修复")
    put(OTHER, "规划连片")
    return open_desk()


@pytest.fixture
def two_people(accepted, open_desk):
    put(OUTER, "规划连片")
    project = Membership.objects.get().project
    Membership.objects.create(project=project, user=User.objects.create_user("li"), role="coder")
    put(OTHER, "规划连片", "建管同步", by="li")
    return open_desk()


def _middle(page, quote):
    left, top, right, _ = box_of(page, quote)
    return (left + right) / 2, top


def _painted(page, name):
    """The words painted under a name; the ranges of marks are static and cannot say theirs."""
    return page.evaluate(
        """name => [...(CSS.highlights.get(name) ?? [])].map(
            ({startContainer, startOffset, endOffset}) => startContainer.data.slice(startOffset, endOffset)
        ).join('')""",
        name,
    )


def _lanes(page):
    return sorted(name for name in page.evaluate("[...CSS.highlights.keys()]") if name.startswith("mark-"))


def test_where_three_overlap_all_are_painted_and_the_three_are_offered(nested):
    assert _lanes(nested) == ["mark-1-1", "mark-2-2", "mark-3-3", "mark-4-4"]
    nested.mouse.click(*_middle(nested, INNER))
    offered = nested.get_by_role("menuitem")
    expect(offered).to_have_text([f"生态修复{INNER}", f"建管同步、社区共治{MIDDLE}", f"规划连片{OUTER}"])
    nested.keyboard.press("ArrowDown")
    assert _painted(nested, "active") == MIDDLE
    nested.keyboard.press("Enter")
    expect(nested.locator(".card.active .quote")).to_have_text(MIDDLE)
    expect(nested.locator(".card.active .quote")).to_be_focused()


def test_escape_leaves_the_offer_for_the_text(nested):
    nested.mouse.click(*_middle(nested, INNER))
    nested.keyboard.press("Escape")
    expect(nested.locator(".choose")).to_have_count(0)
    expect(nested.locator("#text")).to_be_focused()


def test_pointing_at_a_mark_shows_its_note_and_the_other_way_round(nested):
    nested.mouse.move(*_middle(nested, OTHER))
    expect(nested.locator(".card.hover .quote")).to_have_text(OTHER)
    nested.hover(f".card:has-text('{MIDDLE}') >> nth=1")
    assert _painted(nested, "hover") == MIDDLE


def test_the_focus_on_a_note_shows_its_mark(nested):
    nested.locator(".card .quote").nth(1).focus()
    assert _painted(nested, "active") == MIDDLE


def test_tab_walks_the_marks_in_text_order_and_escape_goes_back_to_the_text(nested):
    nested.keyboard.press("v")
    walked = []
    for _ in range(4):
        nested.keyboard.press("Tab")
        walked.append(nested.evaluate("document.activeElement.textContent"))
    assert walked == [OUTER, MIDDLE, INNER, OTHER]
    nested.keyboard.press("Escape")
    expect(nested.locator("#text")).to_be_focused()
    nested.keyboard.press("Control+Shift+ArrowRight")
    expect(nested.locator("#caret-said")).to_contain_text(OTHER)


def test_a_screen_reader_lists_the_marks_with_quote_themes_and_note(nested):
    tree = nested.locator("#notes").aria_snapshot()
    assert f"第 4 段：{OUTER}；主题：规划连片；批注：外" in tree
    assert f"第 4 段：{MIDDLE}；主题：建管同步、社区共治" in tree
    assert tree.count("listitem") >= 4


def test_marks_are_filtered_by_person(two_people):
    two_people.click(".filter summary")
    two_people.locator(".people").select_option(label="li")
    expect(two_people.locator(".card .quote")).to_have_text([OTHER])
    assert _painted(two_people, "mark-1-1") == OTHER
    expect(two_people.locator(".filtered")).to_contain_text("显示 1 / 2 处")
    two_people.click(".filtered button")
    expect(two_people.locator(".card")).to_have_count(2)


def test_the_legend_hides_a_theme_everywhere(two_people):
    two_people.click(".filter summary")
    two_people.locator(".legend label", has_text="规划连片").locator("input").uncheck()
    expect(two_people.locator(".card .quote")).to_have_text([OTHER])
    assert _lanes(two_people) == ["mark-2-1"]
    two_people.click(".filtered button")
    expect(two_people.locator(".card")).to_have_count(2)


def test_only_hidden_themes_are_dim_in_the_legend(two_people):
    two_people.click(".filter summary")
    label = two_people.locator(".legend label", has_text="规划连片")
    shown = label.evaluate("element => getComputedStyle(element).color")
    label.locator("input").uncheck()
    expect(label).not_to_have_css("color", shown)


def test_a_coder_changes_only_marks_of_their_own(two_people, new_page, enter):
    page = enter(new_page(), "li")
    expect(page.locator(".card", has_text=OUTER).locator(".remove")).to_be_hidden()
    page.hover(f".card:has-text('{OTHER}')")
    expect(page.locator(".card", has_text=OTHER).locator(".remove")).to_be_visible()


def test_a_dragged_handle_resizes_a_mark_by_words_and_undo_takes_it_back(nested):
    nested.mouse.click(*_middle(nested, OTHER))
    handle = nested.locator(".handle-end").bounding_box()
    nested.mouse.move(handle["x"] + 12, handle["y"] + 12)
    nested.mouse.down()
    *_, right, bottom = box_of(nested, f"{OTHER}参与认")
    nested.mouse.move(right - 30, bottom, steps=3)
    nested.mouse.move(right - 3, bottom)
    assert _painted(nested, "preview") == f"{OTHER}参与认养"
    nested.mouse.up()
    expect(nested.locator(".card.active .quote")).to_have_text(f"{OTHER}参与认养")
    saved(nested, 4)
    assert f"{OTHER}参与认养" in quotes()
    nested.reload()
    saved(nested, 4)
    nested.keyboard.press("Control+z")
    expect(nested.locator(".card .quote").last).to_have_text(OTHER)
    nested.keyboard.press("Control+Shift+z")
    expect(nested.locator(".card .quote").last).to_have_text(f"{OTHER}参与认养")


def test_a_handle_moves_by_single_characters_with_alt_and_back_with_escape(nested):
    nested.mouse.click(*_middle(nested, OTHER))
    nested.keyboard.press("r")
    nested.keyboard.press("Alt+ArrowRight")
    assert _painted(nested, "preview") == f"{OTHER}参"
    nested.keyboard.press("Escape")
    expect(nested.locator(".card.active .quote")).to_be_focused()
    nested.keyboard.press("r")
    nested.keyboard.press("Shift+Tab")
    nested.keyboard.press("ArrowRight")
    nested.keyboard.press("Enter")
    expect(nested.locator(".card.active .quote")).to_have_text("居民、商户和学校")
    saved(nested, 4)


def test_a_handle_that_is_tapped_goes_where_the_text_is_tapped_next(nested):
    """For whoever cannot drag."""
    nested.mouse.click(*_middle(nested, OTHER))
    nested.click(".handle-end")
    *_, right, bottom = box_of(nested, f"{OTHER}参与认")
    nested.mouse.click(right - 3, bottom)
    expect(nested.locator(".card.active .quote")).to_have_text(f"{OTHER}参与认养")
    nested.mouse.click(*_middle(nested, INNER))
    expect(nested.locator(".choose")).to_be_visible()
    saved(nested, 4)


def test_a_click_on_the_map_goes_to_the_mark(nested):
    tick, place = nested.evaluate(
        """quote => {
            scrollTo(0, 0);
            const block = [...document.querySelectorAll('.block-text')].find((one) => one.textContent.includes(quote));
            const range = new Range();
            range.setStart(block.firstChild, block.textContent.indexOf(quote));
            const share = (range.getBoundingClientRect().top + scrollY) / document.documentElement.scrollHeight;
            const {top, height, left} = document.getElementById('map').getBoundingClientRect();
            return [top + share * height, left + 3];
        }""",
        OTHER,
    )
    nested.mouse.click(place, tick)
    expect(nested.locator(".card.active .quote")).to_have_text(OTHER)
    assert 0 < box_of(nested, OTHER, scroll=False)[1] < 900


def test_a_note_that_is_changed_comes_back_with_undo(nested):
    nested.keyboard.press("j")
    nested.keyboard.press("e")
    nested.fill(".popup .note", "改过")
    nested.keyboard.press("Enter")
    expect(nested.locator(".card .note").first).to_have_text("改过")
    saved(nested, 4)
    nested.keyboard.press("Control+z")
    expect(nested.locator(".card .note").first).to_have_text("外")
    assert Highlight.objects.get(exact=OUTER).note == "外"
