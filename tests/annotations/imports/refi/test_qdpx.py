"""REFI-QDA projects of all makes: every selection on the right characters."""

import tracemalloc

import pytest

from annotations.imports import ImportFault, read
from annotations.imports.refi.positions import Said, counted
from tests.annotations.imports.conftest import GUID, TEXT, coding, qde, selection

QUOTE = "居民说🚲好"
START = TEXT.index(QUOTE)
END = START + len(QUOTE)


def _names(notes):
    return {one.name for one in notes.unread}


def _measured(place, mark, two, utf16):
    before = TEXT[:place]
    return place + mark + two * before.count("\n") + utf16 * sum(ord(sign) > 0xFFFF for sign in before)


@pytest.mark.parametrize("folder", ["sources", "Sources"])
@pytest.mark.parametrize("braces", [False, True])
@pytest.mark.parametrize(("mark", "two", "utf16"), [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)])
def test_every_way_of_counting(qdpx, folder, braces, mark, two, utf16):
    text = "\ufeff" * mark + TEXT.replace("\n", "\r\n")
    start, end = (_measured(place, mark, two, utf16) for place in (START, END))
    xml = qde(lambda wrap: selection(start, end, QUOTE, coding(wrap))(wrap), braces=braces)
    (passage,) = read(qdpx(xml, text.encode(), folder)).passages
    assert (passage.exact, passage.start) == (QUOTE, START)
    assert (passage.themes, passage.author) == ((("街巷",),), "陈")


def test_a_selection_with_a_description_and_no_coding(qdpx):
    xml = qde(selection(START, END, QUOTE, "<Description>只有说明</Description>"))
    (passage,) = read(qdpx(xml)).passages
    assert (passage.note, passage.themes) == ("只有说明", ())


def test_codes_keep_their_tree_colour_and_description(qdpx):
    root, child = read(qdpx(qde(selection(START, END)))).codes
    assert (root.path, root.colour, root.definition) == (("街巷",), "#112233", "说明")
    assert child.path == ("街巷", "慢行")


def test_text_inside_the_xml(qdpx):
    xml = qde(lambda wrap: f"<PlainTextContent>{TEXT}</PlainTextContent>" + selection(START, END, QUOTE)(wrap))
    assert read(qdpx(xml, b"")).passages[0].exact == QUOTE


def test_a_selection_outside_the_text_is_named(qdpx):
    notes = read(qdpx(qde(selection(900, 910, "别处"))))
    assert (notes.passages, _names(notes)) == ((), {"别处"})


def test_a_picture_is_named(qdpx):
    picture = '<PictureSource guid="1" name="图"><PictureSelection guid="2" name="图的一角"/></PictureSource>'
    assert "图的一角" in _names(read(qdpx(qde(selection(START, END, QUOTE), picture))))


@pytest.mark.parametrize("position", ["", "-1", "x", "99999999999999999999"])
def test_positions_that_are_none(qdpx, position):
    assert _names(read(qdpx(qde(selection(position, END, "某"))))) == {"某"}


def _code(data):
    with pytest.raises(ImportFault) as caught:
        read(data)
    return caught.value.code


def test_entities_are_refused(qdpx):
    xml = qde(selection(START, END)).replace("<Project", '<!DOCTYPE p [<!ENTITY a "aaaa">]><Project', 1)
    assert _code(qdpx(xml)) == "entities"


@pytest.mark.parametrize("path", ["../evil.txt", "/etc/passwd", "sources/../../x", "a\\..\\..\\b"])
def test_paths_that_lead_out_are_refused(qdpx, path):
    assert _code(qdpx(qde(selection(START, END)), add=[(path, b"x")])) == "foreign_entry"


def test_a_bomb_is_refused(qdpx):
    import zipfile
    from io import BytesIO

    file = BytesIO(qdpx(qde(selection(START, END))))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sources/big.txt", bytes(100 * 2**20))
    assert _code(file.getvalue()) == "too_large"


def test_one_text_named_by_many_sources_is_refused(qdpx, monkeypatch):
    monkeypatch.setattr("annotations.imports.refi.archive.LARGEST", 200_000)
    text = TEXT + "长" * 10_000
    xml = qde(selection(START, END, QUOTE))
    source = xml[xml.index("<TextSource") : xml.index("</Sources>")]
    assert len(read(qdpx(xml.replace(source, source * 6), text)).passages) == 6
    assert _code(qdpx(xml.replace(source, source * 7), text)) == "too_large"


def test_a_book_is_counted_in_little_memory():
    text = "慢行的路\r\n𠮷" * 70_000
    tracemalloc.start()
    try:
        found = counted(text, [Said(7, 9, "慢行")])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found.plain[slice(*found.span(Said(7, 9)))] == "慢行"
    assert peak < 60 * 2**20


@pytest.mark.parametrize("xml", ["", "<", "<a>", "<a/>" * 2])
def test_xml_that_is_none(qdpx, xml):
    assert _code(qdpx(xml)) == "broken"


def test_a_text_in_gbk(qdpx):
    (passage,) = read(qdpx(qde(selection(START, END, QUOTE)), (TEXT * 30).encode("gb18030"))).passages
    assert passage.exact == QUOTE


def test_a_missing_text(qdpx):
    xml = qde(selection(START, END, "某")).replace(f"internal://{GUID}", "internal://none")
    assert _names(read(qdpx(xml))) == {"某", "街巷访谈"}
