"""Bytes in whatever charset they came, declared, undeclared or twice over."""

import pytest

from reader.extraction import ExtractionError, extract
from reader.extraction.decoding import decode

FIRST = "渡口改成了码头公园，摆渡的老人当起了讲解员，孩子们坐在石阶上听他说从前的水位。"
SECOND = "公园的灯是用旧船灯改的，夜里一盏一盏地亮起来，对岸的人说，这才像一个有水的地方。"
PAGE = (
    f"<html><head><title>渡口的公园</title></head><body><h1>渡口的公园</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
)


def texts(data):
    return [block.text for block in extract(data).blocks]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "hz", "utf-8", "gb18030"])
def test_a_page_that_does_not_say_its_charset(encoding):
    assert texts(PAGE.encode(encoding)) == [FIRST, SECOND]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "hz"])
def test_a_plain_text_that_does_not_say_its_charset(encoding):
    assert decode(f"{FIRST}{SECOND}".encode(encoding)) == FIRST + SECOND


def test_a_latin_page_in_utf_16():
    assert decode("<p>Riverside lamps</p>".encode("utf-16-le")) == "<p>Riverside lamps</p>"


def test_utf_16_with_half_a_character_at_its_end():
    assert texts(PAGE.encode("utf-16-le") + b"\x2f") == [FIRST, SECOND]


def test_a_tilde_and_brace_are_no_hz():
    assert decode(b"a ~{hello} world~} b") == "a ~{hello} world~} b"


@pytest.mark.parametrize("shown_as", ["latin-1", "cp1252"])
def test_utf_8_taken_for_western_text_and_saved_again(shown_as):
    data = PAGE.encode()
    shown = "".join(bytes([byte]).decode(shown_as, "ignore") or chr(byte) for byte in data)
    assert texts(shown.encode()) == [FIRST, SECOND]


def test_gbk_taken_for_western_text_and_saved_again():
    assert texts(PAGE.encode("gb18030").decode("latin-1").encode()) == [FIRST, SECOND]


def test_only_the_part_that_was_encoded_twice_is_undone():
    twice = FIRST.encode().decode("latin-1")
    assert decode(f"<h1>渡口的公园 café</h1><p>{twice}</p>".encode()) == f"<h1>渡口的公园 café</h1><p>{FIRST}</p>"


def test_western_text_with_accents_stays():
    text = "<p>Où sont les dîners d’été ? À côté — déjà.</p>"
    assert decode(text.encode()) == text


def test_utf_8_taken_for_gbk_and_saved_again():
    text = "<p>" + "的水位不会再变了" * 20 + "</p>"
    assert decode(text.encode().decode("gb18030").encode()) == text


def test_what_cannot_be_undone_is_refused_as_garbled():
    with pytest.raises(ExtractionError) as caught:
        decode(PAGE.encode().decode("gbk", "replace").encode())
    assert caught.value.code == "garbled"
    assert "乱码" in str(caught.value)


def test_the_footer_in_gbk_of_a_page_in_utf_8():
    footer = "<div>版权所有：河湾日报社　地址：河湾市江边路一号</div></body>".encode("gb18030")
    page = extract(PAGE.replace("</body>", "").replace("</html>", "").encode() + footer)
    assert [block.text for block in page.blocks] == [FIRST, SECOND]
    assert "河湾日报社" in page.removed[-1].text


def test_the_footer_in_utf_8_of_a_page_in_gbk():
    footer = "<div>版权所有：河湾日报社　地址：河湾市江边路一号</div></body>".encode()
    page = extract(PAGE.replace("</body></html>", "").encode("gb18030") + footer)
    assert [block.text for block in page.blocks] == [FIRST, SECOND]
    assert "河湾日报社" in page.removed[-1].text


def test_a_footer_that_is_damaged_besides_damages_nothing_else():
    footer = b"<div>" + "版权所有：河湾日报社".encode("gb18030")[:-1] + b"</div>"
    assert texts(PAGE.replace("</body></html>", "").encode() + footer) == [FIRST, SECOND]


def test_one_damaged_byte_in_a_long_line_costs_one_character():
    data = bytearray((f"<p>{FIRST}{SECOND}</p>" * 3).encode())
    data[40] = 0xFF
    assert decode(bytes(data)).count("\ufffd") <= 3
    assert decode(bytes(data)).count(SECOND) == 3


@pytest.mark.parametrize("text", ["Dé¬¬MĹ", "é¬¬ é¬¬", "绿道é¬¬连起城市", "café–crème"])
def test_signs_that_happen_to_be_bytes_of_a_character_stay(text):
    assert decode(text.encode()) == text


def test_utf_8_shown_as_windows_1252_that_lost_bytes_is_refused():
    page = f"<html><body><h1>渡口</h1><p>{'渡口停航以后，对岸的菜农绕远路进城，天不亮就得出门。' * 5}</p></body></html>"
    with pytest.raises(ExtractionError) as caught:
        extract(page.encode().decode("cp1252", "replace").encode())
    assert caught.value.code == "garbled"
