"""The codebook's pages by keyboard and by mouse, and without serious faults."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import expect

from annotations.models import Highlight, Tagging, Theme
from reader.models import Article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def codebook(accepted, enter, new_page):
    page = enter(new_page(bypass_csp=True))
    page.goto(page.url.partition("articles/")[0] + "codebook/")
    return page


@pytest.fixture
def tagged(codebook):
    """The first theme's page, with two marks of its own."""
    theme = Theme.objects.order_by("position", "pk").first()
    article, user = Article.objects.get(), User.objects.get()
    for exact in ("断点往往卡在权属上", "绿道不只是路"):
        start = article.version.text.index(exact)
        place = {"start": start, "end": start + len(exact), "exact": exact}
        mark = Highlight.objects.create(
            project=theme.project, article=article, version=article.version, author=user, **place
        )
        Tagging.objects.create(project=theme.project, highlight=mark, theme=theme, author=user)
    codebook.goto(codebook.url.replace("codebook/", f"themes/{theme.pk}/"))
    return codebook


def test_a_theme_moves_down_and_under_its_neighbour_by_keyboard(codebook):
    names = codebook.locator("#tree .name")
    first, second = (text.strip() for text in names.all_inner_texts()[:2])
    codebook.locator("#tree .branch").first.focus()
    codebook.keyboard.press("Alt+ArrowDown")
    expect(names.first).to_have_text(second)
    expect(codebook.locator(".branch:focus .name")).to_have_text(first)
    codebook.keyboard.press("Alt+ArrowRight")
    expect(codebook.locator("#tree li li .name")).to_have_text(first)
    codebook.click("[data-step=undo]")
    expect(codebook.locator("#tree li li .name")).to_have_count(0)
    assert Theme.objects.get(name=first).parent is None


def test_themes_are_added_one_after_the_other_by_keyboard(codebook):
    codebook.locator("#id_name").focus()
    for name in ("街巷", "骑楼"):
        codebook.keyboard.insert_text(name)
        codebook.keyboard.press("Enter")
        expect(codebook.locator("#tree .name").last).to_have_text(name)
        expect(codebook.locator("#id_name")).to_be_focused()


def test_a_theme_is_dragged_under_another_and_before_it(codebook):
    branches = codebook.locator("#tree .branch")
    first, second = (branches.nth(place).locator(".name").inner_text().strip() for place in (0, 1))
    branches.nth(1).drag_to(branches.first, target_position={"x": 60, "y": 30})
    expect(codebook.locator("#tree li li .name")).to_have_text(second)
    codebook.locator("#tree li li .branch").drag_to(branches.first, target_position={"x": 60, "y": 3})
    expect(codebook.locator("#tree li li")).to_have_count(0)
    expect(codebook.locator("#tree .name").first).to_have_text(second)
    assert list(Theme.objects.order_by("position").values_list("name", flat=True))[:2] == [second, first]


def test_a_fourth_level_is_refused_in_words(codebook, errors):
    themes = list(Theme.objects.order_by("position", "pk"))
    for above, below in pairwise(themes[:3]):
        Theme.objects.filter(pk=below.pk).update(parent=above, position=0)
    codebook.reload()
    codebook.locator(f"#theme-{themes[3].pk}").drag_to(
        codebook.locator(f"#theme-{themes[2].pk}"), target_position={"x": 60, "y": 30}
    )
    expect(codebook.locator("#status")).to_contain_text("最多 3 层")
    errors[:] = [error for error in errors if "422" not in error]


def test_a_table_is_looked_at_taken_in_and_taken_back_by_keyboard(codebook):
    codebook.get_by_role("link", name="导入", exact=True).press("Enter")
    table = "名称,上级,颜色\n街巷,,#ff8800\n慢行,街巷,\n".encode("gb18030")
    codebook.set_input_files("[type=file]", {"name": "主题.csv", "mimeType": "text/csv", "buffer": table})
    codebook.get_by_role("button", name="看看会怎样").press("Enter")
    expect(codebook.locator(".plan .path")).to_have_text(["街巷", "街巷 / 慢行"])
    expect(codebook.locator(".plan .fitted")).to_contain_text("不在色板里")
    codebook.get_by_role("button", name="导入", exact=True).press("Enter")
    expect(codebook.locator("#tree li li .name")).to_have_text("慢行")
    codebook.get_by_role("button", name="撤销").press("Enter")
    expect(codebook.locator("#tree .name")).to_have_count(4)


def test_chosen_marks_are_split_off_and_the_split_is_undone(tagged):
    tagged.get_by_label("选出：断点往往卡在权属上").check()
    tagged.get_by_label("把选出的圈点分到新主题").fill("断点")
    tagged.get_by_role("button", name="分出").press("Enter")
    expect(tagged.locator(".note-row mark")).to_have_text(["绿道不只是路"])
    assert Tagging.objects.get(theme__name="断点").highlight.exact == "断点往往卡在权属上"
    tagged.goto(tagged.url.partition("themes/")[0] + "codebook/")
    tagged.get_by_role("button", name="撤销").click()
    expect(tagged.locator("#tree .name")).to_have_count(4)
    assert not Theme.objects.filter(name="断点").exists()


def test_an_example_is_pinned_and_the_filter_stays(tagged):
    tagged.fill(".notes-filters [name=text]", "断点")
    tagged.get_by_role("button", name="筛选").press("Enter")
    expect(tagged.locator(".note-row")).to_have_count(1)
    tagged.get_by_role("button", name="选为例句").press("Enter")
    expect(tagged.locator(".examples blockquote")).to_have_text("断点往往卡在权属上")
    expect(tagged.locator(".note-row")).to_have_count(1)
    assert "text=" in tagged.url


def test_a_memo_is_written_on_a_themes_page(tagged):
    tagged.click(".edit-memo")
    tagged.keyboard.type("先看断点。")
    tagged.keyboard.press("Enter")
    expect(tagged.locator(".memo-text")).to_have_text("先看断点。")


def test_the_pages_have_no_serious_fault(codebook):
    for address in (codebook.url, codebook.locator("#tree a").first.get_attribute("href")):
        codebook.goto(address)
        expect(codebook.locator("h1")).to_be_visible()
        found = Axe().run(codebook, options={"preload": False}).response["violations"]
        assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
