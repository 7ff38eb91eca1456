import base64

import pytest

from reader.extraction import ExtractionError, extract

FIRST = "清晨六点，绿道上已经有人跑步，河水贴着堤岸慢慢流，城市在这里先醒了过来，人们说这是一天里最好的时候。"
HTML = (
    f'<html><head><meta charset="gb2312"></head><body><h1>绿道</h1><div class="u-mainText"><p>{FIRST}</p></div>'
    "</body></html>"
)


def saved(html, charset="gb18030", kind="text/html"):
    body = base64.encodebytes(html.encode(charset)).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://theory.gmw.cn/a.htm\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n'
        f"--edge\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n--edge--\r\n"
    ).encode()


def test_the_page_inside_is_read_in_its_own_charset():
    assert [block.text for block in extract(saved(HTML)).blocks] == [FIRST]


def test_the_pictures_beside_it_are_not():
    with pytest.raises(ExtractionError) as raised:
        extract(saved(HTML, kind="image/png"))
    assert raised.value.code == "not_text"


def test_parts_nested_without_end_are_refused():
    levels = "".join(f'Content-Type: multipart/related; boundary="e{n}"\r\n\r\n--e{n}\r\n' for n in range(5000))
    with pytest.raises(ExtractionError):
        extract(f"MIME-Version: 1.0\r\n{levels}".encode())
