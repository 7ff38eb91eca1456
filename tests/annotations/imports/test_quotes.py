"""CSV quote tables of all makes."""

import csv as standard
import io
from datetime import timedelta

import pytest

from annotations.exports.table import COLUMNS, rows
from annotations.imports import ImportFault, read
from tests.annotations.exports.conftest import make_project


@pytest.fixture
def project():
    return make_project()


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_table_however_it_is_parted_and_encoded(delimiter, encoding):
    rows = [("引文", "文章", "批注"), ("以慢行优先促畅通，是这一段的话", "让街巷慢下来", "先慢行，后畅通")]
    table = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (passage,) = read(table.encode(encoding)).passages
    assert (passage.exact, passage.source.title, passage.note) == (rows[1][0], rows[1][1], rows[1][2])


@pytest.mark.parametrize("shift", ["", "a", "ab"])
def test_a_table_of_one_long_column(shift):
    assert len(read(("引文\n" + f"{shift}慢行优先\n" * 1000 + "收尾\n").encode()).passages) == 2


@pytest.mark.parametrize("data", [b'{"a": 1, "b": 2}', b"[1, 2]", b"<p>a, b</p>", b"PK\x03\x04,xl/workbook"])
def test_what_has_commas_is_not_yet_a_table(data):
    with pytest.raises(ImportFault) as caught:
        read(data)
    assert caught.value.code == "unknown_format"


def test_more_themes_than_a_codebook_holds_are_refused():
    with pytest.raises(ImportFault) as caught:
        read(("引文,主题\n" + "".join(f"慢行,主题{number}\n" for number in range(2001))).encode())
    assert caught.value.code == "many_codes"


def test_the_sentence_round_a_quote_tells_its_neighbours():
    first, second = read("引文,所在句\n慢行,先慢行后畅通。\n慢行,慢行又慢行。\n".encode()).passages
    assert (first.prefix, first.suffix) == ("先", "后畅通。")
    assert (second.prefix, second.suffix) == ("", "")


def _one(table):
    notes = read(table.encode())
    (passage,) = notes.passages
    return passage, [(one.name, one.reason) for one in notes.unread]


@pytest.mark.parametrize(
    "heading",
    [
        "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags",
        "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags",
    ],
)
@pytest.mark.parametrize("sign", [",", "\t"])
def test_hypothesis_as_a_table(heading, sign):
    rows = [
        heading.replace(",", sign),
        sign.join(
            ["2024-05-06 07:08", "chen", "", "https://x.example/a", "", "Annotation", "慢行", "想法", '"路, 灯"']
        ),
        sign.join(["2024-05-06 07:09", "chen", "", "https://x.example/a", "", "Page note", "", "整页", ""]),
        sign.join(["2024-05-06 07:10", "chen", "", "https://x.example/a", "", "Image", "一张图", "看图", ""]),
    ]
    passage, unread = _one("\n".join(rows))
    assert (passage.exact, passage.note, passage.author) == ("慢行", "想法", "chen")
    assert (passage.themes, passage.source.url) == ((("路",), ("灯",)), "https://x.example/a")
    assert (passage.created.hour, passage.created.utcoffset()) == (7, timedelta(hours=8))
    assert unread == [("整页", "no_quote"), ("看图", "no_quote")]


@pytest.mark.parametrize("line", ["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n', "\ufeffsep=;\r\n"])
def test_the_line_that_tells_excel_the_sign_between(line):
    assert _one(f"{line}引文;批注\r\n慢行;甲,乙\r\n")[0].note == "甲,乙"


def test_taguette():
    passage, unread = _one("id,document,tag,content\n1,访谈,路,慢行\n1,访谈,灯.夜,慢行\n")
    assert (passage.source.title, passage.exact, passage.themes) == ("访谈", "慢行", (("路",), ("灯.夜",)))
    assert unread == []


def test_qualcoder():
    heading = "Id,Codename,Owner,Date,Filename,Pos0,Seltext,Memo"
    passage, unread = _one(f"{heading}\n7,路,林,2024-05-06 07:08:09,访谈.txt,3,慢行,想法\n")
    assert (passage.exact, passage.note, passage.author, passage.themes) == ("慢行", "想法", "林", (("路",),))
    assert (passage.source.title, passage.created.second) == ("访谈.txt", 9)
    assert unread == [("Pos0", "detail")]


@pytest.mark.parametrize("time", ["2024-05-06 07:08:09", "2024/5/6 7:08:09", "2024-05-06T07:08:09+08:00"])
def test_a_time_as_excel_keeps_it(time):
    assert _one(f"引文,圈点时间\n慢行,{time}\n")[0].created.isoformat() == "2024-05-06T07:08:09+08:00"


def test_a_summer_that_was_an_hour_ahead():
    """From 1986 to 1991 clocks in China were put forward, and an export says what they showed."""
    assert _one("引文,圈点时间\n慢行,1990-07-01 08:00:00\n")[0].created.utcoffset() == timedelta(hours=9)


def test_columns_that_nobody_knows_are_named():
    passage, unread = _one("引文,Color,空的,引用格式\n慢行,红,,林一. 慢行记\n")
    assert (passage.exact, unread) == ("慢行", [("Color", "detail")])


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_our_own_sheet_kept_as_a_table(sign, project):
    """As Excel writes it: cells quoted where they must be, no quotation marks of ours, the numbers as they are."""
    file = io.StringIO()
    standard.writer(file, delimiter=sign).writerows([COLUMNS, *rows(project)])
    found = {passage.id: passage for passage in read(file.getvalue().encode("utf-8-sig")).passages}
    for article in project.articles:
        for mark in article.highlights:
            passage, block = found[mark.id], article.block_at(mark.start)
            assert (passage.exact, passage.note, passage.author) == (mark.exact, mark.note, mark.author)
            assert (passage.paragraph, passage.offset) == (block.number, mark.start - block.start)
            assert set(passage.themes) == {theme.path for theme in project.themes_of(mark)}
            assert (passage.source.url, passage.source.page) == (article.url, article.address)
