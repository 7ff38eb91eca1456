"""Codebooks as people keep them in spreadsheets."""

import pytest

from annotations.imports import ImportFault
from annotations.imports.codebook import read
from annotations.imports.codebook.document import LARGEST, MOST
from reader.extraction import ExtractionError
from tests.annotations.imports.codebook.conftest import path_of


def paths(table, known=(), encoding="utf-8"):
    codes = read(table.encode(encoding), known)
    return [path_of(codes, code) for code in codes]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_delimiter_is_found(sign):
    (code,) = read(f"名称{sign}定义\n绿道{sign}慢行的路\n".encode())
    assert (code.name, code.definition) == ("绿道", "慢行的路")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_charset_is_found(encoding):
    (code,) = read("名称,上级,定义,颜色\n绿道,,城市里慢行的路,#2f5f9e\n".encode(encoding))
    assert code.definition == "城市里慢行的路"


def test_columns_may_stand_in_any_order_and_language():
    (code,) = read(b"Color,Keywords,Unknown,Name\r\n#ff0000,a;b,?,Greenway\r\n")
    assert (code.name, code.colour, code.keywords) == ("Greenway", "#ff0000", ("a", "b"))


def test_a_parent_may_stand_below_its_children():
    assert paths("名称,上级\n丙,乙\n乙,甲\n甲,\n") == [("甲",), ("甲", "乙"), ("甲", "乙", "丙")]


def test_a_parent_is_named_by_its_path_where_its_name_is_not_enough():
    table = "名称,上级\n甲,\n乙,\n同,甲\n同,乙\n子,乙 / 同\n"
    assert ("乙", "同", "子") in paths(table)


def test_a_slash_in_a_name_is_not_a_path():
    assert paths("名称,上级\n经济/社会,\n就业,经济/社会\n") == [("经济/社会",), ("经济/社会", "就业")]


def test_a_parent_that_is_nowhere_is_implied():
    codes = read("名称,上级\n就业,民生\n".encode())
    assert [(code.name, code.implied) for code in codes] == [("民生", True), ("就业", False)]


def test_a_parent_may_be_a_theme_of_the_codebook():
    assert ("社会", "民生", "就业") in paths("名称,上级\n就业,民生\n", known=[("社会",), ("社会", "民生")])


@pytest.mark.parametrize("rows", ["甲,乙\n乙,甲\n", "甲,甲\n"])
def test_a_circle_is_refused(rows):
    with pytest.raises(ImportFault, match="互为上级"):
        read(f"名称,上级\n{rows}".encode())


def test_cells_of_many_lines_stay_whole():
    (code,) = read('名称,定义\r\n绿道,"一行\r\n又一行，有“引号”""和逗号,"\r\n'.encode())
    assert code.definition == '一行\n又一行，有“引号”"和逗号,'


# By name: a test is named by its data otherwise, and these are large.
HARM = {
    "no_name_column": b"x,y\n1,2\n",
    "no_codes": "名称,定义\n".encode(),
    "many_codes": ("名称\n" + "题\n" * (MOST + 1)).encode(),
    "many_levels": ("名称,上级\n" + "".join(f"{number},{number + 1}\n" for number in range(MOST - 1))).encode(),
    "broken": b"name\n" + b"a" * 2_000_000,
    "too_large": b"a" * (LARGEST + 1),
}


@pytest.mark.parametrize("code", HARM)
def test_what_is_no_codebook_is_refused(code):
    with pytest.raises(ImportFault) as fault:
        read(HARM[code])
    assert fault.value.code == code


def test_a_quotation_mark_that_never_closes_is_refused():
    with pytest.raises(ImportFault, match="损坏"):
        read(b'name\n"' + b"a," * 1_000_000)


@pytest.mark.parametrize("data", [b"", b" \n", b"\x89PNG\r\n\x1a\n\0\0\0", b"PK\x03\x04", b"\0" * 50])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ExtractionError):
        read(data)


def test_rows_without_cells_do_no_harm():
    assert paths("名称,上级\n甲\n,,\n\n乙,甲,多的,格子\n") == [("甲",), ("甲", "乙")]
