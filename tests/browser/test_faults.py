"""Faults that were found by use: overlaps, the phone, snapping, conflicts, keys."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from annotations.models import Highlight
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Membership
from tests.browser.scene import box_of, drag, saved
from tests.browser.stored import put

pytestmark = pytest.mark.django_db(transaction=True)
QUOTE = "凡是管护方案没有落实的，不宜急于开工"
THEMES = ("规划连片", "建管同步", "社区共治", "生态修复")


@pytest.fixture
def crowded(accepted, open_desk):
    """Three coders, six strips over one place."""
    project = Membership.objects.get().project
    put(QUOTE, *THEMES[:2])
    for name, quote, themes in (("li", QUOTE[:12], THEMES[2:]), ("wang", QUOTE[2:14], (THEMES[1], THEMES[3]))):
        Membership.objects.create(project=project, user=User.objects.create_user(name), role="coder")
        put(quote, *themes, by=name)
    return open_desk()


def test_six_overlapping_strips_are_all_painted_each_mark_with_its_wash(crowded):
    names = crowded.evaluate("[...CSS.highlights.keys()].filter((name) => /^(mark|wash)-/.test(name)).sort()")
    assert names == ["mark-1-3", "mark-2-4", "mark-2-5", "mark-3-1", "mark-4-2", "mark-4-6", "wash-1", "wash-2"]
    offsets = crowded.evaluate(
        """() => [1, 2, 3, 4, 5, 6].map((lane) => getComputedStyle(
            document.querySelector('.block-text'), `::highlight(mark-1-${lane})`).textUnderlineOffset)"""
    )
    assert len(set(offsets)) == 6


def test_the_map_draws_six_side_by_side_and_is_wide_enough_for_them(crowded):
    strip = crowded.locator("#map")
    expect(strip).to_have_attribute("data-depth", "6")
    assert strip.bounding_box()["width"] >= 6 * 3
    colours = crowded.evaluate(
        """() => {
            const canvas = document.querySelector('#map canvas');
            const {width, height} = canvas;
            const {data} = canvas.getContext('2d').getImageData(0, 0, width, height);
            const rows = Array.from({length: height}, (_, y) => new Set(Array.from({length: width}, (_, x) => {
                const at = 4 * (y * width + x);
                return data[at + 3] > 250 ? data.slice(at, at + 3).join() : '';
            })));
            return Math.max(...rows.map((row) => row.size));
        }"""
    )
    assert colours >= 4


def test_on_a_phone_every_menu_stays_inside(desk):
    desk.set_viewport_size({"width": 320, "height": 640})
    project = desk.url.split("/articles/")[0]
    for address in (desk.url, f"{project}/", "/"):
        desk.goto(address)
        for menu in desk.locator("details.menu:visible").all():
            menu.locator("> summary").first.click()
            box = menu.locator(".menu-body").bounding_box()
            assert box["x"] >= 0, menu.inner_text()
            assert box["x"] + box["width"] <= 320, menu.inner_text()
            desk.keyboard.press("Escape")


def test_on_a_phone_a_tapped_mark_brings_its_card_into_view(accepted, open_desk):
    for end in range(4, 30):
        put(
            "一条绿道修到家门口，居民的脚步就多了一个去处。近年来，"[:end],
            "规划连片",
            note=f"第{end}条批注，写得长一些。",
        )
    put(QUOTE, "建管同步", note="要看的")
    desk = open_desk()
    desk.set_viewport_size({"width": 390, "height": 844})
    left, top, _, _ = box_of(desk, QUOTE)
    desk.mouse.click(left + 30, top)
    expect(desk.locator("#notes.open")).to_be_visible()
    expect(desk.locator(".card.active .note")).to_have_text("要看的")
    expect(desk.locator(".card.active")).to_be_in_viewport(ratio=0.9)


def test_on_a_phone_projects_are_switched_from_the_bar(desk):
    desk.set_viewport_size({"width": 320, "height": 640})
    desk.click(".project-menu > summary")
    desk.click(".project-menu a:has-text('全部课题')")
    expect(desk.locator("h1")).to_have_text("课题")


PAGES = (
    "notes/ codebook/ settings/ capture/ bin/ terms/ unplaced/ import/ exports/ batches/ choices/ suggestions/".split()
)


def test_every_page_reflows_on_a_small_phone(desk):
    desk.set_viewport_size({"width": 320, "height": 640})
    article = desk.url.split("?")[0]
    project = article.split("articles/")[0]
    below = [f"{article}{rest}" for rest in ("", "record/", "metadata/", "pages/")]
    for address in [
        "/",
        "/projects/",
        "/help/",
        "/password/",
        "/projects/restore/",
        *below,
        *(project + page for page in PAGES),
    ]:
        desk.goto(address)
        assert desk.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_a_coder_is_told_whose_mark_it_is(crowded, enter):
    crowded.context.clear_cookies()
    page = enter(crowded, "li")
    page.locator(".card", has_text=QUOTE).first.locator(".quote").click()
    expect(page.locator(".card.active .fixed")).to_be_visible()
    page.keyboard.press("e")
    expect(page.locator(".toast")).to_contain_text("这处是 chen 圈的")
    assert page.locator(".popup").count() == 0


def test_snapping_leaves_no_leading_comma(desk):
    """The mouse begins on the comma before the words."""
    drag(desk, "，不宜急于开工")
    desk.wait_for_selector(".popup")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    assert Highlight.objects.get().exact == "不宜急于开工"


def test_character_by_character_a_comma_is_meant(desk):
    desk.keyboard.press("x")
    drag(desk, "，不宜急于开工")
    desk.wait_for_selector(".popup")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    assert Highlight.objects.get().exact == "，不宜急于开工"


def test_a_folded_comma_is_set_with_room_and_the_text_stays(sample, desk):
    text = "近年来,不少城市把沿河的地带改造出来,走的人多了;3,000人次也不少,GDP,都涨了。"
    owner = User.objects.get()
    article = import_capture(sample.project, owner, Capture(f"一篇折叠过的文章\n\n{text}".encode())).article
    desk.goto(article.get_absolute_url())
    desk.wait_for_selector("#text[data-ready]")
    block = desk.locator(".block-text").filter(has_text="近年来")
    assert block.evaluate("element => element.textContent") == text
    assert block.locator(".folded").all_inner_texts() == [",", ",", ";", ",", ","]
    wide, plain = desk.evaluate(
        """() => {
            const block = document.querySelector('.folded').closest('.block-text');
            const folded = block.querySelector('.folded').getBoundingClientRect().width;
            return [folded, parseFloat(getComputedStyle(block).fontSize)];
        }"""
    )
    assert wide > 0.6 * plain
    drag(desk, "不少城市")
    desk.wait_for_selector(".popup")
    desk.keyboard.press("Enter")
    saved(desk, 1)
    mark = Highlight.objects.get()
    assert (mark.exact, mark.prefix[-4:]) == ("不少城市", "近年来,")


def test_a_conflict_says_who_changed_what_and_keeps_both(crowded, errors, client_of):
    Highlight.objects.exclude(author__username="chen").delete()
    other = User.objects.create_user("zhou", first_name="周", last_name="")
    Membership.objects.create(project=Membership.objects.first().project, user=other, role="editor")
    crowded.reload()
    crowded.wait_for_selector("#text[data-ready]")
    mark = Highlight.objects.get()
    fields = {name: getattr(mark, name) for name in ("start", "end", "exact", "prefix", "suffix")}
    body = {**fields, "article": mark.article_id, "version": mark.version_id, "note": "周的话", "themes": []}
    path = f"/api/projects/{mark.project_id}/highlights/{mark.uuid}"
    # Before the page hears of it, the reader changes the same mark.
    crowded.route("**/desk/changes**", lambda route: route.abort())
    answer = client_of(other).put(path, body, content_type="application/json", headers={"If-Match": '"1"'})
    assert answer.status_code == 200
    crowded.locator(".card .quote").first.click()
    crowded.keyboard.press("e")
    crowded.fill(".popup .note", "我的话")
    crowded.keyboard.press("Enter")
    expect(crowded.locator(".conflict .what")).to_contain_text("周 改了主题、批注")
    expect(crowded.locator(".conflict .theirs .changed")).to_have_count(2)
    crowded.click(".keep-both")
    expect(crowded.locator(".card .note")).to_have_text(["周的话", "我的话"])
    expect(crowded.locator("#status")).to_have_text("已保存")
    assert sorted(Highlight.objects.values_list("note", flat=True)) == ["周的话", "我的话"]
    errors[:] = [error for error in errors if not re.search("412|ERR_FAILED", error)]


def test_undo_and_redo_answer_their_keys_on_the_codebook(desk):
    project = desk.url.split("articles/")[0]
    desk.goto(f"{project}codebook/")
    desk.fill("#id_name", "新添的主题")
    desk.keyboard.press("Enter")
    expect(desk.locator(".branch", has_text="新添的主题")).to_be_visible()
    desk.locator("h1").click()
    desk.keyboard.press("Control+z")
    expect(desk.locator(".branch", has_text="新添的主题")).to_have_count(0)
    desk.wait_for_load_state()
    desk.keyboard.press("Control+Shift+z")
    expect(desk.locator(".branch", has_text="新添的主题")).to_be_visible()


def test_in_a_field_the_keys_are_the_fields_own(desk):
    project = desk.url.split("articles/")[0]
    desk.goto(f"{project}codebook/")
    desk.fill("#id_name", "新添的主题")
    desk.keyboard.press("Enter")
    expect(desk.locator(".branch", has_text="新添的主题")).to_be_visible()
    desk.focus("#id_name")
    desk.keyboard.press("Control+z")
    desk.wait_for_timeout(400)
    expect(desk.locator(".branch", has_text="新添的主题")).to_be_visible()


def test_the_english_name_is_quandian(desk):
    desk.click(".person-menu > summary")
    desk.click("button[lang=en]")
    expect(desk.locator(".brand")).to_have_text("Quandian")
    assert desk.title().endswith(" · Quandian")
