import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.rows import (
    STRUCK,
    Edit,
    Row,
    blocks_of,
    edit_of,
    edited,
    flipped,
    joined,
    missing,
    removed_of,
    rows_of,
    spoken_of,
)
from reader.extraction import Block, Removed

BLOCKS = (Block("heading", "绿道", 2), Block("paragraph", "一条绿道修到家门口。"), Block("paragraph", "绿道不只是路。"))
REMOVED = (
    Removed("share_prompt", "朋友圈", "paragraph", 0),
    Removed("qr_code", "扫一扫", "paragraph", 1),
    Removed("editor_line", "责编：吴一舟", "paragraph", 3),
    Removed("load_more", "加载更多", "paragraph", 3),
)
ROWS = rows_of(BLOCKS, REMOVED)


def test_rows_stand_as_on_the_page():
    assert [row.text[:3] for row in ROWS] == ["朋友圈", "绿道", "扫一扫", "一条绿", "绿道不", "责编：", "加载更"]


def test_rows_lead_back_to_what_they_were_made_of():
    assert (blocks_of(ROWS), removed_of(ROWS)) == (BLOCKS, REMOVED)


rules = st.sampled_from(["", "qr_code", "load_more"])
pages = st.lists(st.builds(Row, st.just("paragraph"), st.text(min_size=1, max_size=3), st.just(0), rules), max_size=12)


@given(pages)
def test_any_rows_come_back_from_blocks_and_removed(rows):
    assert list(rows_of(blocks_of(rows), removed_of(rows))) == rows


def test_a_struck_heading_keeps_its_level_for_the_way_back():
    struck = flipped(ROWS[1], "strike")
    assert (struck.kept, struck.rule, flipped(struck, "restore")) == (False, STRUCK, ROWS[1])


@pytest.mark.parametrize(("index", "action"), [(0, "strike"), (1, "restore")])
def test_what_is_so_already_stays_as_it_is(index, action):
    assert flipped(ROWS[index], action) == ROWS[index]


def test_an_edit_finds_its_row_in_another_cleaning():
    edit = edit_of(ROWS, 0, "restore")
    later = (Row("paragraph", "新来的一行", 0, "qr_code"), *ROWS)
    assert next(row.text for row in edited(later, [edit]) if row.kept) == "朋友圈"


def test_white_space_does_not_make_another_row():
    later = (Row("paragraph", " 朋 友圈　", 0, "qr_code"),)
    assert edited(later, [Edit("restore", "朋友圈")])[0].kept


def test_of_equal_rows_only_the_one_meant_changes():
    rows = tuple(Row("paragraph", "图") for _ in range(3))
    assert [row.kept for row in edited(rows, [edit_of(rows, 1, "strike")])] == [True, False, True]


def test_of_two_edits_of_one_row_the_later_counts():
    edits = joined([Edit("strike", "图"), Edit("strike", "文")], [Edit("restore", "图")])
    assert edits == (Edit("restore", "图"), Edit("strike", "文"))


def test_edits_whose_text_is_gone_are_told():
    gone = Edit("restore", "没有这一行")
    assert missing(ROWS, [edit_of(ROWS, 0, "restore"), gone]) == (gone,)


def test_the_rows_spoken_of_are_known():
    assert spoken_of(ROWS, [edit_of(ROWS, 0, "restore"), edit_of(ROWS, 4, "strike")]) == {0, 4}


def test_a_struck_row_keeps_its_lead_through_the_version_that_stores_it():
    rows = (Row("paragraph", "产业兴旺。先把路修通。", lead=5), Row("paragraph", "路通了。"))
    struck = (flipped(rows[0], "strike"), rows[1])
    again = rows_of(blocks_of(struck), removed_of(struck))
    assert flipped(again[0], "restore") == rows[0]
