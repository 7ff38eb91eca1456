import pytest
from lxml.html import document_fromstring

from reader.extraction.survey import survey


def walked(body):
    return survey(document_fromstring(f"<html><body>{body}</body></html>"))


def lines(body):
    return [line.text for line in walked(body).lines]


def test_a_block_ends_a_line_and_an_inline_element_does_not():
    assert lines("<div>甲<span>乙</span>丙<p>丁</p>戊</div>") == ["甲乙丙", "丁", "戊"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<textarea>x</textarea>",
        "<p hidden>x</p>",
        '<p style="color:red; DISPLAY : none">x</p>',
        '<a style="display:none">x</a>',
        "<!-- x -->",
    ],
)
def test_what_is_not_seen_is_no_line_but_what_follows_it_is(hidden):
    assert lines(f"<div>甲{hidden}乙</div>") == ["甲乙"]


def test_links_are_measured():
    page = walked("<ul><li><a>一二三四</a></li><li>五六<a>七八</a></li></ul>")
    assert [line.linked for line in page.lines] == [4, 2]
    assert page.link_density(page.areas[0]) == 6 / 8


def test_an_area_holds_the_lines_of_its_element():
    page = walked('<p>甲</p><div id="x"><p>乙</p><p>丙</p></div><p>丁</p>')
    node = next(page.find("#x"))
    assert page.lines_of(node) == ["乙", "丙"]
    assert page.characters_in(page.area_of[node]) == 2


def test_an_inline_element_with_an_id_is_an_area_too():
    page = walked('<div><span id="zoom">甲<br>乙</span></div>')
    assert page.lines_of(next(page.find("#zoom"))) == ["甲", "乙"]


def test_areas_stand_in_one_another():
    page = walked('<div id="a"><div id="b"><p>甲</p></div></div><div id="c"></div>')
    outer = page.area_of[next(page.find("#a"))]
    assert [area.name for area in page.within(outer)] == ["b", ""]


def test_ids_and_classes_are_an_areas_name():
    assert walked('<div id="a" class="b c"></div>').areas[-1].name == "a b c"


def test_comments_are_kept_those_above_the_document_too():
    page = survey(document_fromstring("<!-- 甲 --><html><body>x<!-- 乙 --></body></html>"))
    assert page.comments == [" 甲 ", " 乙 "]
