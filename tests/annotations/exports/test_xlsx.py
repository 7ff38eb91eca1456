"""The workbook, read back from its XML: every row, numbers as numbers, nothing as a formula."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from annotations.exports import table, xlsx

OFFICE = shutil.which("soffice")
CALC = OFFICE and (Path(OFFICE).resolve().parent / "libsclo.so").exists()
M = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def book(document):
    output = io.BytesIO()
    xlsx.write(document, output)
    return ZipFile(output)


def sheet(document, number):
    """The rows of a sheet as lists of text, a number as an int; an empty cell as ""."""
    files = book(document)
    strings = [
        "".join(item.itertext()) for item in etree.fromstring(files.read("xl/sharedStrings.xml")).iterfind("m:si", M)
    ]
    root = etree.fromstring(files.read(f"xl/worksheets/sheet{number}.xml"))
    return [[value(cell, strings) for cell in row.iterfind("m:c", M)] for row in root.iterfind(".//m:row", M)]


def value(cell, strings):
    content = cell.findtext("m:v", namespaces=M)
    if content is None:
        return ""
    return strings[int(content)] if cell.get("t") == "s" else int(content)


def test_the_sheets_are_quotes_codebook_articles_and_counts(project):
    names = etree.fromstring(book(project).read("xl/workbook.xml")).iterfind(".//m:sheet", M)
    assert [name.get("name") for name in names] == ["引文", "主题", "文章", "统计"]


def test_there_is_a_row_for_every_theme_of_every_highlight(project):
    heading, *rows = sheet(project, 1)
    assert (heading[0], len(rows)) == ("引文", 6)
    assert rows[1][:5] == ["以规划连片促成网。断头的绿道再美", "绿道建设", "规划连片", "", "总起"]


def test_the_table_has_the_columns_that_csv_has(project):
    heading, *rows = sheet(project, 1)
    told = [dict(zip(heading, row, strict=True)) for row in rows]
    assert [[str(row[column]) for column in table.COLUMNS] for row in told] == [
        list(row) for row in table.rows(project)
    ]


def test_a_paragraph_number_is_a_number(project):
    heading, first, *_ = sheet(project, 1)
    assert (first[heading.index("段号")], first[heading.index("字位")]) == (2, 16)


def test_the_codebook_has_every_theme(project):
    assert sheet(project, 2)[1:3] == [
        ["绿道建设", "", "", "绿道的规划、建设与管理", "", "", "", "", "#2f5f9e"],
        ["绿道建设", "规划连片", "", "", "", "", "", "", "#96590a"],
    ]


def test_the_codebook_says_all_of_a_theme(project):
    entry = {"use_when": "讲建成之后", "avoid_when": "只讲资金", "keywords": ("管护", "认养"), "foreign": "#123456"}
    first, *others = project.themes
    row = sheet(replace(project, themes=(replace(first, **entry), *others)), 2)[1]
    assert row[4:] == ["讲建成之后", "只讲资金", "管护、认养", "", "#123456"]


def test_the_articles_are_listed_with_their_citation(project):
    row = sheet(project, 3)[1]
    assert row[:4] == ["让绿道连成网", "经济日报", "徐小明", "2023-04-12 09:51"]
    assert (row[5], row[-2].startswith("徐小明. 让绿道连成网[N/OL]")) == (4, True)


def test_memos_stand_beside_what_they_are_on(remembered):
    assert sheet(remembered, 2)[1][7] == "与蓝道分开编。"
    assert sheet(remembered, 3)[1][-1] == "此文可作总纲。\n第二行。"


def test_counts_are_by_theme_article_and_person(project):
    heading, *rows = sheet(project, 4)
    assert heading[3:] == ["圈点数", "文章数", "李编码", "王审校"]
    assert [row[3:] for row in rows] == [[0, 0, 0, 0], [2, 1, 1, 1], [1, 1, 0, 1], [2, 2, 2, 0]]


def test_the_shares_of_who_is_gone_are_headed(build):
    article = build.article()
    gone = replace(article, highlights=(build.mark(article, "林荫", 1, author="", themes=(4,)),))
    assert sheet(build.single(gone), 4)[0][5:] == ["未署名"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@x", "{=1}", "http://x.cn", "12", "00123"])
def test_text_stays_text(text, build):
    article = build.article((("paragraph", text, 0),), title=text)
    document = build.single(replace(article, highlights=(build.mark(article, text, 1, text),)))
    row = sheet(document, 1)[1]
    assert (row[0], row[4], row[5]) == (text, text, text)
    assert b"<f>" not in book(document).read("xl/worksheets/sheet1.xml")


def test_the_heading_is_frozen_and_filters(project):
    root = etree.fromstring(book(project).read("xl/worksheets/sheet1.xml"))
    assert root.find(".//m:pane", M).get("state") == "frozen"
    assert root.find("m:autoFilter", M).get("ref") == "A1:T7"


def test_a_row_is_as_high_as_its_longest_text_needs(build):
    article = build.article((("paragraph", "短句。", 0), ("paragraph", "长句" * 60, 0)))
    marks = (build.mark(article, "短句。", 1), build.mark(article, "长句" * 60, 2, note="一\n二"))
    rows = etree.fromstring(book(build.single(replace(article, highlights=marks))).read("xl/worksheets/sheet1.xml"))
    short, long = [float(row.get("ht")) / xlsx.LINE for row in rows.findall(".//m:row", M)[1:]]
    assert (short < 4, long) == (True, 5)


def test_a_text_too_long_for_a_cell_is_cut_between_characters(build):
    article = build.article((("paragraph", "𠮷" * 20_000, 0),))
    document = build.single(replace(article, highlights=(build.mark(article, "𠮷" * 20_000, 1),)))
    quote = sheet(document, 1)[1][0]
    assert (len(quote.encode("utf-16-le")) // 2, quote[-2:]) == (32_767, "𠮷…")
    assert "".join(row[4] for row in sheet(document, 5) if row[2] == "引文") == "𠮷" * 20_000


def test_characters_xml_cannot_hold_are_dropped(build):
    article = build.article((("paragraph", "甲\x00\ud800乙", 0),))
    document = build.single(replace(article, highlights=(build.mark(article, "甲\x00\ud800乙", 1),)))
    assert sheet(document, 1)[1][0] == "甲乙"


@pytest.mark.skipif(not CALC, reason="LibreOffice Calc is not installed")
def test_libreoffice_reads_the_quotes(project, tmp_path):
    with (tmp_path / "quotes.xlsx").open("wb") as file:
        xlsx.write(project, file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "quotes.xlsx"], check=True, timeout=120)
    shown = (tmp_path / "quotes.csv").read_text()
    assert all(mark.exact in shown for article in project.articles for mark in article.highlights)


def printed(files, number):
    """How the sheet is printed: its page's setup, and its share of full size where its columns have A4's width."""
    root = etree.fromstring(files.read(f"xl/worksheets/sheet{number}.xml"))
    area = files.read("xl/workbook.xml").decode().split(f'_xlnm.Print_Area" localSheetId="{number - 1}"')[1]
    last = re.search(r":\$([A-Z])\$", area)[1]
    columns = [column for column in root.iterfind(".//m:col", M) if int(column.get("min")) <= ord(last) - 64]
    # Excel's columns have 7 pixels a character, 0.75 points each; the paper is 297 mm wide.
    points = sum(float(column.get("width")) * 7 * 0.75 for column in columns)
    margins = root.find("m:pageMargins", M)
    return root, (297 / 25.4 - float(margins.get("left")) - float(margins.get("right"))) * 72 / points


def test_every_sheet_is_printed_on_the_width_of_one_a4_page_in_letters_one_can_read(project):
    for number in range(1, 5):
        root, share = printed(book(project), number)
        setup = root.find("m:pageSetup", M)
        assert (setup.get("orientation"), setup.get("paperSize"), setup.get("fitToHeight")) == ("landscape", "9", "0")
        assert root.find("m:sheetPr/m:pageSetUpPr", M).get("fitToPage") == "1"
        assert xlsx.FONT["font_size"] * share >= 7


def test_every_printed_page_repeats_the_heading(project):
    names = etree.fromstring(book(project).read("xl/workbook.xml")).iterfind(".//m:definedName", M)
    titles = [name.text for name in names if name.get("name") == "_xlnm.Print_Titles"]
    assert sorted(titles) == sorted(["引文!$1:$1", "主题!$1:$1", "文章!$1:$1", "统计!$1:$1"])


def test_the_quote_and_its_themes_are_printed_and_addresses_with_their_articles(project):
    area = book(project).read("xl/workbook.xml").decode()
    assert "引文!$A$1:$J$7<" in area
    assert sheet(project, 1)[0][:10] == [title for title, _width in xlsx.PRINTED]
    assert "文章!$A$1:$I$3<" in area
    assert sheet(project, 3)[0][6] == "原文地址"


LONG = "长句一二三四五六七八九。" * 90


def test_what_no_row_can_show_whole_is_whole_on_a_sheet_of_its_own(build):
    article = build.article((("paragraph", "短句。", 0), ("paragraph", LONG, 0)))
    marks = (build.mark(article, "短句。", 1), build.mark(article, LONG, 2, "批", themes=(1, 4)))
    document = build.single(replace(article, highlights=marks))
    heading, *rows = sheet(document, 5)
    assert heading == ["在哪张表", "哪一行", "哪一栏", "第几截", "全文"]
    quotes = [row for row in rows if row[2] == "引文"]
    assert {(row[0], row[1]) for row in quotes} == {("引文", "让绿道连成网 · 第 2 段")}
    assert "".join(row[4] for row in quotes) == LONG
    files = book(document)
    heights = [
        float(row.get("ht") or 0) for number in (1, 5) for row in printed(files, number)[0].iterfind(".//m:row", M)
    ]
    assert max(heights) <= xlsx.HIGHEST


def test_a_cell_that_is_not_shown_whole_is_coloured_and_the_foot_says_why(build):
    article = build.article((("paragraph", LONG, 0),))
    files = book(build.single(replace(article, highlights=(build.mark(article, LONG, 1),))))
    root = etree.fromstring(files.read("xl/worksheets/sheet1.xml"))
    looks = {cell.get("r"): cell.get("s") for cell in root.iter(f"{{{M['m']}}}c")}
    assert looks["A2"] != looks["F2"]
    assert xlsx.CUT in root.findtext("m:headerFooter/m:oddFooter", namespaces=M)
    assert xlsx.CUT not in files.read("xl/worksheets/sheet3.xml").decode()


def test_where_all_is_shown_there_is_no_such_sheet(project):
    assert "xl/worksheets/sheet5.xml" not in book(project).namelist()


def test_a_memo_too_long_for_its_row_is_whole_there_too(project):
    remembered = replace(
        project, themes=(replace(project.themes[1], memo=LONG), *project.themes[2:], project.themes[0])
    )
    rows = sheet(remembered, 5)[1:]
    assert {tuple(row[:3]) for row in rows} == {("主题", "绿道建设 · 规划连片", "备忘")}
    assert "".join(row[4] for row in rows) == LONG


@given(some.text(some.characters(exclude_categories=["Cs"]), max_size=9).map(lambda text: text * 700))
def test_pieces_joined_are_the_text(text):
    found = list(xlsx.pieces(text))
    assert "".join(found) == text
    assert all(xlsx._shown(piece, xlsx.WIDE) for piece in found)
