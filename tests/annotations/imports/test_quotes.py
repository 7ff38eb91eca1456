"""CSV quote tables of all makes."""

import pytest

from annotations.imports import ImportFault, read


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
