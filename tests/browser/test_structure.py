"""Tables, lists, notes and emphasis on the article page; marks lie on them as on plain text."""

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from playwright.sync_api import expect

from reader.capture.importing import make_version
from reader.extraction import Block, Page
from reader.extraction.page import Cell, Span
from reader.models import Article
from tests.browser.stored import put, quotes

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意也跟着好了。"
BLOCKS = (
    Block("heading", "一、先问街坊", 2),
    Block(
        "paragraph",
        f"𠮷要点先行。{PROSE}[1]",
        spans=(Span(1, 6, "bold"), Span(3, 4, "emphasis"), Span(47, 50, "note", "[1]")),
    ),
    Block("list", "座椅", 0, marker="•"),
    Block("list", "木椅", 1, marker="a."),
    Block("list", "石凳", 1, marker="b."),
    Block(
        "table",
        "街区　里程（公里）",
        cells=(Cell(0, 0, 2, 1, True, 0, 2), Cell(0, 1, 1, 2, True, 3, 9)),
    ),
    Block("table", "旧　新", cells=(Cell(1, 1, 1, 1, True, 0, 1), Cell(1, 2, 1, 1, True, 2, 3))),
    Block(
        "table",
        "东街😀　3.5",
        cells=(Cell(2, 0, 1, 1, True, 0, 3), Cell(2, 1, 1, 1, False, 4, 7), Cell(2, 2, start=7, end=7)),
    ),
    Block("paragraph", f"读作圈点。{PROSE}", spans=(Span(2, 3, "ruby", "quān"),)),
    Block("note", "林晓舟：《街道的客厅》，第35页。", marker="[1]"),
)


@pytest.fixture
def structured(sample, enter, new_page):
    with transaction.atomic():
        make_version(Article.objects.get(), Page(blocks=BLOCKS), User.objects.get(username="chen"))
    return lambda **options: enter(new_page(**options))


def test_every_block_says_its_text_and_nothing_else(structured):
    page = structured()
    said = page.evaluate("[...document.querySelectorAll('.block-text')].map((one) => one.textContent)")
    assert said == [block.text for block in BLOCKS]


def test_a_table_is_a_grid_with_heads(structured):
    page = structured()
    told = page.evaluate(
        """[...document.querySelectorAll('.text tr')].map((row) =>
            [...row.cells].map((one) => [one.tagName, one.rowSpan, one.colSpan, one.scope, one.innerText.trim()]))"""
    )
    assert told == [
        [["TH", 2, 1, "col", "街区"], ["TH", 1, 2, "col", "里程（公里）"]],
        [["TH", 1, 1, "col", "旧"], ["TH", 1, 1, "col", "新"]],
        [["TH", 1, 1, "row", "东街😀"], ["TD", 1, 1, "", "3.5"], ["TD", 1, 1, "", ""]],
    ]


@pytest.mark.parametrize("quote", ["要点先", "街区\u3000里程", "3.5", "东街😀\u30003", "𠮷要", "了。[1]\n座"])
def test_a_mark_on_structure_is_painted_on_its_words(structured, quote):
    put(quote)
    page = structured()
    painted = page.evaluate(
        "[...CSS.highlights].flatMap(([name, ranges]) => name.startsWith('mark') ? [...ranges] : [])"
        ".map(({startContainer: a, startOffset: i, endContainer: b, endOffset: j}) => { const range = new Range();"
        " range.setStart(a, i); range.setEnd(b, j); return range.toString(); }).join('\\n')"
    )
    assert painted == quote


def test_lists_have_their_signs_and_stand_by_their_level(structured):
    page = structured()
    signs = page.locator(".block[data-kind=list] .marker")
    expect(signs).to_have_text(["•", "a.", "b."])
    left = [page.locator(".block[data-kind=list] .block-text").nth(at).bounding_box()["x"] for at in range(3)]
    assert left[0] < left[1] == left[2]


def test_bold_and_emphasis_are_seen_and_no_part_of_what_is_selected(structured):
    page = structured()
    strong = page.locator(".block-text strong")
    assert "".join(strong.all_inner_texts()) == "要点先行。"
    assert strong.first.evaluate("(one) => getComputedStyle(one).fontWeight") == "700"
    assert page.locator(".block-text em").evaluate("(one) => getComputedStyle(one).textEmphasisStyle") != "none"
    page.evaluate("getSelection().selectAllChildren(document.getElementById('p3'))")
    assert page.evaluate("getSelection().toString()").strip() == "座椅"


def test_words_of_a_cell_can_be_marked_with_the_mouse(structured):
    page = structured()
    cell = page.locator(".text th", has_text="里程")
    cell.scroll_into_view_if_needed()
    cell.dblclick(position={"x": 20, "y": 16})
    page.wait_for_selector(".popup")
    page.keyboard.press("Enter")
    expect(page.locator(".card:not(.unsaved)")).to_have_count(1)
    assert quotes() == ["里程"]


def test_a_mark_leads_to_its_note_and_back(structured):
    page = structured()
    page.click("a.note-mark")
    expect(page.locator("#p10")).to_be_in_viewport()
    page.click("#p10 a.marker")
    expect(page.locator("a.note-mark")).to_be_in_viewport()
    assert page.evaluate("location.hash") == "#" + page.locator("a.note-mark").get_attribute("id")


def test_nothing_is_wider_than_a_phone(structured):
    page = structured(width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
