"""Finding one's way: the bar, the home page, neighbours in a list, help, the tour."""

import pytest
from playwright.sync_api import expect

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Article, Preferences
from tests.browser.scene import create_account

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def list_of_three(sample, open_desk):
    """The library with the sample and two more, those two of one source."""
    for number, title in enumerate(("第二篇文章", "第三篇文章")):
        text = f"{title}\n\n来源：临江晚报 2025-01-0{number + 1} 08:30\n\n这一篇说的是另一件事情，也只说这一件。"
        import_capture(sample.project, sample.added_by, Capture(text.encode(), filename=f"{title}.txt"))
    page = open_desk()
    page.goto(sample.project.get_absolute_url())
    return page


def test_the_bar_says_where_one_is(desk):
    places = desk.locator("nav.places a")
    expect(places).to_have_text(["文章", "笔记", "主题表", "检索", "分析"])
    expect(places.nth(0)).to_have_attribute("aria-current", "true")
    places.nth(1).click()
    expect(desk.locator("nav.places [aria-current=page]")).to_have_text("笔记")


def test_settings_are_in_the_projects_menu_and_the_password_in_ones_own(desk):
    desk.click(".project-menu > summary")
    expect(desk.locator(".project-menu a", has_text="成员与设置")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.click(".person-menu > summary")
    expect(desk.locator(".person-menu a", has_text="姓名和密码")).to_be_visible()


def test_on_a_phone_the_places_are_at_the_bottom(list_of_three):
    list_of_three.set_viewport_size({"width": 390, "height": 844})
    box = list_of_three.locator("nav.places").bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert abs(box["y"] + box["height"] - 844) < 2
    list_of_three.click("nav.places a:has-text('主题表')")
    expect(list_of_three.locator("h1")).to_have_text("主题表")


def test_on_a_phone_the_article_has_the_places_in_the_projects_menu(desk):
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.click(".project-menu > summary")
    desk.click(".project-menu .instead a:has-text('笔记')")
    expect(desk.locator("h1")).to_have_text("笔记")


def test_the_ring_leads_home_and_home_back_to_the_article(desk):
    desk.click(".brand")
    expect(desk.locator("h1")).to_have_text("首页")
    desk.click("a.title:has-text('让绿道连起城市生活')")
    desk.wait_for_selector("#text[data-ready]")


def test_articles_are_walked_within_the_list_and_its_filter_is_kept(list_of_three):
    page = list_of_three
    page.goto(page.url.split("?")[0] + "?source=临江晚报")
    page.click(".rows h2 a:has-text('第三篇文章')")
    page.wait_for_selector("#text[data-ready]")
    expect(page.locator(".article-head .place")).to_contain_text("1 / 2")
    page.keyboard.press("]")
    expect(page.locator("h1")).to_have_text("第二篇文章")
    page.wait_for_selector("#text[data-ready]")
    expect(page.locator(".after-text [rel=next]")).to_have_count(0)
    page.click(".after-text [rel=prev]")
    expect(page.locator("h1")).to_have_text("第三篇文章")
    page.click("nav.places a:has-text('文章')")
    expect(page.locator(".rows h2")).to_have_count(2)
    expect(page.locator("select[name=source]")).to_have_value("临江晚报")
    opened = Article.objects.get(title="第三篇文章")
    assert page.url.endswith(f"#a{opened.pk}")


def test_help_is_one_key_away_on_every_page(desk):
    project = desk.url.split("articles/")[0]
    desk.keyboard.press("?")
    expect(desk.locator("#shortcuts")).to_be_visible()
    for address in (project, f"{project}notes/", f"{project}codebook/", "/", "/projects/", "/help/"):
        desk.goto(address)
        desk.keyboard.press("?")
        expect(desk.locator("#keys-dialog")).to_be_visible()
        desk.keyboard.press("Escape")
        expect(desk.locator("#keys-dialog")).to_be_hidden()
    desk.keyboard.press("?")
    desk.click("#keys-dialog a:has-text('使用帮助')")
    expect(desk.locator("h1")).to_have_text("使用帮助")


def test_in_a_field_a_question_mark_is_written(list_of_three):
    project = list_of_three.url
    list_of_three.goto(f"{project}notes/")
    list_of_three.locator("[name=text]").press_sequentially("何?")
    expect(list_of_three.locator("[name=text]")).to_have_value("何?")
    expect(list_of_three.locator("#keys-dialog")).to_be_hidden()


def test_the_tour_comes_once_has_five_steps_and_can_be_called_again(transactional_db, page):
    create_account(page)
    tour = page.locator("#tour")
    expect(tour).to_be_visible()
    titles = []
    for number in range(1, 6):
        expect(tour.locator(".tour-count")).to_have_text(f"{number} / 5")
        titles.append(tour.locator("h2").inner_text())
        with page.expect_response("**/api/me/toured") if number == 5 else _nothing():
            tour.locator(".next").click()
    assert titles == ["收文章", "圈点", "主题", "笔记", "随时按 ?"]
    expect(tour).to_be_hidden()
    assert Preferences.objects.get().toured
    page.reload()
    expect(tour).to_be_hidden()
    page.click(".person-menu > summary")
    page.click("[data-tour-start]")
    expect(tour.locator(".tour-count")).to_have_text("1 / 5")
    expect(page.locator(".toured")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(tour).to_be_hidden()
    expect(page.locator(".toured")).to_have_count(0)


class _nothing:
    def __enter__(self):
        return None

    def __exit__(self, *_error):
        return None


def test_the_tour_waits_for_another_time_where_a_dialog_is_open(desk):
    """Its script comes late: the reader has asked for the keys meanwhile."""
    late = []
    desk.route("**/pages/tour*.js", lambda route: late.append(route))
    desk.goto(desk.url.split("articles/")[0])
    desk.wait_for_function("document.body.matches('.library')")
    desk.keyboard.press("?")
    expect(desk.locator("#keys-dialog")).to_be_visible()
    with desk.expect_response("**/pages/tour*.js"):
        for route in late:
            route.continue_()
    desk.wait_for_load_state("networkidle")
    expect(desk.locator("#tour")).to_be_hidden()
    desk.keyboard.press("Escape")
    expect(desk.locator("#keys-dialog")).to_be_hidden()


def test_the_tour_is_in_nobodys_way(transactional_db, page):
    create_account(page)
    expect(page.locator("#tour")).to_be_visible()
    page.click(".rows h2 a")
    page.wait_for_selector("#text[data-ready]")
    expect(page.locator("#tour")).to_be_hidden()
