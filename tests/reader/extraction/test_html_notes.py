"""Notes of HTML pages: marks under spans, notes as blocks of their own; what only looks like them is left alone."""

import pytest

from reader.extraction import extract
from reader.extraction.page import Span

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意跟着好了。"


def read(body):
    article = f'<div class="article-content"><p>{PROSE}</p>{body}</div>'
    return extract(f"<html><body><h1>街道的客厅</h1>{article}</body></html>".encode()).blocks[1:]


def linked(mark="[1]", note="[1]", text="某书，第35页。"):
    return (
        f'<p>𠮷{PROSE}<sup><a id="r1" href="#n1">{mark}</a></sup>{PROSE}</p>'
        f'<p><a id="n1" href="#r1">{note}</a> {text}</p>'
    )


def test_a_mark_and_its_note_know_each_other():
    text, note = read(linked())
    start = 1 + len(PROSE)
    assert text.text == f"𠮷{PROSE}[1]{PROSE}"
    assert text.spans == (Span(start, start + 3, "note", "[1]"),)
    assert (note.kind, note.marker, note.text) == ("note", "[1]", "[1] 某书，第35页。")


@pytest.mark.parametrize("mark", ["1", "①", "（12）", "[注1]", "*"])
def test_marks_may_be_written_in_many_ways(mark):
    assert read(linked(mark, mark))[1].kind == "note"


def test_notes_in_a_list_are_notes():
    body = (
        f'<p>{PROSE}<a name="r1" href="#n1">[1]</a>{PROSE}</p>'
        '<ol><li id="n1"><p>甲书。</p><p>又见乙书。<a href="#r1">返回</a></p></li></ol>'
    )
    assert [(one.kind, one.marker) for one in read(body)[1:]] == [("note", "[1]"), ("note", "")]


def test_a_table_of_contents_has_no_notes():
    heads = "".join(f'<h2 id="s{at}">{at}. 起点</h2><p>{PROSE}</p>' for at in (1, 2))
    body = f'<p><a href="#s1">1</a> <a href="#s2">2</a></p>{heads}'
    assert "note" not in {one.kind for one in read(body)}


@pytest.mark.parametrize("href", ["#", "#nowhere", "#r1", "javascript:void(0)", ""])
def test_a_link_to_nothing_is_no_mark(href):
    body = f'<p>{PROSE}<a id="r1" href="{href}">[1]</a>{PROSE}</p><p id="n1">[1] 某书，第35页。</p>'
    assert [one.spans for one in read(body)] == [(), ()]
    assert "note" not in {one.kind for one in read(body)}


def test_attributes_of_the_page_make_no_note():
    body = f'<p note-block="[1]">{PROSE}</p><p>{PROSE}<note-mark target="[1]">甲</note-mark></p>'
    assert {(one.kind, one.spans) for one in read(body)} == {("paragraph", ())}


def test_thousands_of_links_to_one_element_cost_little():
    links = '<a href="#n">[1]</a>' * 9000
    assert read(f'<p>{PROSE}{links}</p><div id="n">{"<a href=#x>[2]</a>" * 9000}{PROSE}</div><p>{PROSE}</p>')
