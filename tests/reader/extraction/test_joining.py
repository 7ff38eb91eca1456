"""Pages of one article become one."""

from dataclasses import replace
from datetime import UTC, datetime

from reader.articles.rows import rows_of
from reader.extraction import Block, Page, Removed
from reader.extraction.joining import REPEATED, in_order, joined, repeats, rows_in, same_title, unmet

URL = "https://paper.example/content_40001{}.htm"


def _page(number, *texts, **fields):
    blocks = tuple(Block("paragraph", text) for text in texts)
    cut = (
        Removed("share_prompt", f"分享{number}", "paragraph", 0),
        Removed("load_more", f"更多{number}", "paragraph", len(texts)),
    )
    return replace(
        Page(title="小巷", url=URL.format(f"_{number}" if number > 1 else ""), blocks=blocks, removed=cut), **fields
    )


ONE, TWO = _page(1, "甲段。", "乙段。"), _page(2, "丙段。")


def test_rows_stand_page_after_page():
    page = joined([ONE, TWO])
    rows = [row.text for row in rows_of(page.blocks, page.removed)]
    assert rows == ["分享1", "甲段。", "乙段。", "更多1", "分享2", "丙段。", "更多2"]


def test_the_first_page_tells_of_the_article_and_later_ones_what_it_does_not_know():
    first = replace(ONE, source="临江日报", rules={"source": "line_above"})
    last = replace(
        TWO, source="别报", editor="吴三", published=datetime(2024, 5, 18, tzinfo=UTC), rules={"editor": "line_below"}
    )
    page = joined([first, last])
    assert (page.source, page.editor, page.published) == ("临江日报", "吴三", last.published)
    assert page.rules == {"source": "line_above", "editor": "line_below"}


def test_what_stands_at_the_head_of_every_page_stands_once():
    page = joined([_page(1, "核心提示：小巷。", "甲段。"), _page(2, "核心提示：小巷。", "丙段。")])
    assert [block.text for block in page.blocks] == ["核心提示：小巷。", "甲段。", "丙段。"]
    assert [cut.text for cut in page.removed if cut.rule == REPEATED] == ["核心提示：小巷。"]


def test_joining_loses_no_row():
    pages = [_page(1, "核心提示：小巷。", "甲段。"), _page(2, "核心提示：小巷。", "丙段。"), TWO]
    assert rows_in(joined(pages)) == sum(map(rows_in, pages))


def test_a_page_of_nothing_new_repeats():
    assert repeats([ONE, TWO], _page(3, "乙段。", "丙段。"))
    assert not repeats([ONE], TWO)


def test_titles_may_tell_the_page():
    assert same_title(replace(ONE, title="小巷"), replace(TWO, title="小巷（2）"))
    assert same_title(replace(ONE, title="小巷"), replace(TWO, title="小巷 第2页"))
    assert not same_title(replace(ONE, title="规划2024"), replace(TWO, title="规划2025"))


def test_pages_are_put_in_order_by_their_addresses():
    assert in_order([TWO, ONE]) == [1, 0]
    assert in_order([replace(TWO, url=""), ONE]) == [0, 1]


def test_pages_that_are_not_here_are_named():
    ahead = (URL.format("_2"), URL.format("_3"))
    assert unmet([replace(ONE, following=ahead), TWO]) == (ahead[1],)


def test_pages_that_all_call_the_first_their_own_are_counted():
    ahead = (URL.format("_2"), URL.format("_3"))
    both = [replace(ONE, following=ahead), replace(TWO, url=ONE.url, following=ahead)]
    assert unmet(both) == (ahead[1],)
