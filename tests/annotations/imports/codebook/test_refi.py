"""REFI-QDA codebooks of other programs, and of people who mean harm."""

import pytest

from annotations.imports import ImportFault
from annotations.imports.codebook import read

HEAD = '<?xml version="1.0" encoding="utf-8"?>'
SPACE = "urn:QDA-XML:codebook:1.0"


def qdc(codes, prefix=""):
    mark = f"{prefix}:" if prefix else ""
    named = f"xmlns:{prefix}" if prefix else "xmlns"
    inside = codes.replace("<Code", f"<{mark}Code").replace("</Code", f"</{mark}Code")
    inside = inside.replace("<Desc", f"<{mark}Desc").replace("</Desc", f"</{mark}Desc")
    return f'{HEAD}<{mark}CodeBook {named}="{SPACE}"><{mark}Codes>{inside}</{mark}Codes></{mark}CodeBook>'.encode()


TREE = (
    '<Code guid="1" name="绿道" isCodable="true" color="#FF8800"><Description>慢行的路。\n第二行。</Description>'
    '<Code guid="2" name="连片" isCodable="true"/></Code><Code guid="3" name="民生" isCodable="false"/>'
)


@pytest.mark.parametrize("prefix", ["", "q"])
def test_the_tree_is_read_with_its_descriptions_and_colours(prefix):
    first, second, third = read(qdc(TREE, prefix))
    assert (first.name, first.definition, first.colour) == ("绿道", "慢行的路。\n第二行。", "#FF8800")
    assert (second.name, second.parent, third.name, third.parent) == ("连片", 0, "民生", -1)


def test_another_charset_is_read():
    assert read(qdc(TREE).decode().replace("utf-8", "utf-16").encode("utf-16"))[0].name == "绿道"


def test_codes_need_no_attributes():
    (code,) = read(qdc("<Code/>"))
    assert (code.name, code.colour) == ("", "")


def test_a_folder_that_cannot_be_coded_with_is_not_archived():
    assert not any(code.archived for code in read(qdc(TREE)))


# By name: a test is named by its data otherwise, and some are large.
HARM = {
    "an entity": (b'<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes/></CodeBook>', "entities"),
    "a DTD": ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'.encode("utf-16"), "entities"),
    "half a file": (b"<CodeBook><Codes>", "broken"),
    "a page": (b"<html><p>x</p></html>", "unknown_codebook"),
    "no tree": (b"<CodeBook/>", "unknown_codebook"),
    "no codes": (qdc(""), "no_codes"),
    "many codes": (qdc('<Code name="x"/>' * 2001), "many_codes"),
    "endless depth": (qdc('<Code name="x">' * 400 + "</Code>" * 400), "broken"),
    "a long line": (qdc(f'<Code name="{"x" * 10_100_000}"/>'), "broken"),
}


@pytest.mark.parametrize("harm", HARM)
def test_harm_and_rubbish_are_refused(harm):
    data, code = HARM[harm]
    with pytest.raises(ImportFault) as fault:
        read(data)
    assert fault.value.code == code


def test_ten_levels_are_read():
    codes = read(qdc('<Code name="层">' * 10 + "</Code>" * 10))
    assert [code.parent for code in codes] == list(range(-1, 9))
