"""The numbers Word draws itself are text: levels, restarts, formats, lists tied to styles."""

import pytest

from reader.extraction.counting import numeral
from tests.reader.extraction.formats.word.files import (
    blocks_in,
    level,
    lists,
    numbered,
    paragraph,
    texts_in,
)

OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)


def test_numbers_of_levels_begin_anew_below_each_higher_one():
    body = "".join(
        numbered(text, at) for text, at in [("甲", 0), ("乙", 1), ("丙", 2), ("丁", 2), ("戊", 1), ("己", 2), ("庚", 0)]
    )
    assert texts_in(body, numbering=lists(*OFFICIAL)) == [
        "一、甲",
        "（一）乙",
        "1.丙",
        "2.丁",
        "（二）戊",
        "1.己",
        "二、庚",
    ]


def test_a_level_that_never_begins_anew_counts_on():
    articles = (
        level(0, "chineseCounting", "第%1章"),
        level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
    )
    body = numbered("总则", 0) + numbered("为了", 1) + numbered("分则", 0) + numbered("凡是", 1)
    assert texts_in(body, numbering=lists(*articles)) == [
        "第一章　总则",
        "第一条　为了",
        "第二章　分则",
        "第二条　凡是",
    ]


def test_a_second_list_of_one_family_counts_on_and_one_told_to_begins_anew():
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = numbered("甲") + numbered("乙", of=2) + numbered("丙", of=3) + numbered("丁", of=3)
    assert texts_in(body, numbering=lists(*OFFICIAL, more=more)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_number_may_hold_those_above_it():
    levels = (level(0, "chineseCounting", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert texts_in(numbered("甲", 0) + numbered("乙", 1), numbering=lists(*levels)) == ["一　甲", "1.1　乙"]


def test_a_list_may_begin_later_and_an_empty_paragraph_counts():
    body = numbered("") + numbered("甲")
    assert texts_in(body, numbering=lists(level(0, "decimal", "%1、", start=5))) == ["6、甲"]


def test_figures_behind_a_number_are_parted_from_it():
    assert texts_in(numbered("5公里"), numbering=lists(level(0, "decimal", "%1."))) == ["1. 5公里"]


def test_a_style_numbers_its_paragraphs_and_zero_takes_the_number_away():
    styles = (
        '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="a2"><w:basedOn w:val="a1"/><w:name w:val="heading 2"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    levels = (
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="a1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="a2"/>'),
    )
    body = (
        paragraph("总则", properties='<w:pStyle w:val="a1"/>')
        + paragraph("目的", properties='<w:pStyle w:val="a2"/>')
        + paragraph("附则", properties='<w:pStyle w:val="a1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    found = blocks_in(body, styles=styles, numbering=lists(*levels))
    assert [(one.kind, one.level, one.text) for one in found] == [
        ("heading", 1, "一、总则"),
        ("heading", 2, "（一）目的"),
        ("heading", 1, "附则"),
    ]


def test_a_bullet_is_a_marker_and_no_text():
    [one, two] = blocks_in(
        numbered("甲") + numbered("𠮷", 1), numbering=lists(level(0, "bullet", "\uf0b7"), level(1, "bullet", "■"))
    )
    assert (one.kind, one.marker, one.level, one.text) == ("list", "•", 0, "甲")
    assert (two.marker, two.level, two.text) == ("■", 1, "𠮷")


def test_a_list_that_is_not_defined_numbers_nothing():
    assert texts_in(numbered("甲", of=7)) == ["甲"]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (20, "ideographDigital", "二〇"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (12, "ideographZodiac", "亥"),
        (21, "decimalEnclosedCircleChinese", "㉑"),
        (51, "decimalEnclosedCircle", "51"),
        (3, "decimalEnclosedParen", "⑶"),
        (12, "decimalFullWidth", "１２"),
        (9, "decimalZero", "09"),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (7, "someFormatOfTheFuture", "7"),
        (10**12, "chineseCounting", "1000000000000"),
        (10**6, "lowerLetter", "1000000"),
    ],
)
def test_formats(count, form, written):
    assert numeral(count, form) == written
