import base64
import quopri

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


def single(html, encoding, charset="gb2312"):
    data = html.encode("gb18030")
    body = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    head = (
        'From: <Saved by Windows Internet Explorer 8>\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="'
        f'{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: http://www.hewan.gov.cn/a.htm\r\n\r\n'
    )
    return head.encode() + body


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_message_of_one_part(encoding):
    page = extract(single(HTML, encoding))
    assert ([block.text for block in page.blocks], page.url) == ([FIRST], "http://www.hewan.gov.cn/a.htm")


def test_a_page_that_begins_with_a_word_and_a_colon_is_no_message():
    assert extract(f"Note: 绿道\n\n{FIRST}{FIRST}\n".encode()).blocks


def parts(*held):
    """Each part's headers, and its markup."""
    made = "".join(
        f"--edge\r\nContent-Type: text/html; charset=utf-8\r\n{head}Content-Transfer-Encoding: 8bit\r\n\r\n{html}\r\n"
        for head, html in held
    )
    top = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="edge"\r\n\r\n'
    return f"{top}{made}--edge--\r\n".encode()


OUTER = "<html><body><h1>绿道</h1><p>2025-04-10　来源：河湾日报</p>{}<p>版权所有 河湾日报</p></body></html>"
INNER = f"<html><body><div><p>{FIRST}</p><p>{FIRST[::-1]}</p></div></body></html>"


@pytest.mark.parametrize(
    ("frame", "head"),
    [
        ('<iframe src="cid:frame-1@mhtml.blink"></iframe>', "Content-ID: <frame-1@mhtml.blink>\r\n"),
        ('<iframe src="http://a.cn/b.htm?x=1&amp;y=2">', "Content-Location: http://a.cn/b.htm?x=1&y=2\r\n"),
        ("<iframe src='/b.htm'></iframe>", "Content-Location: http://a.cn/b.htm\r\n"),
        ("", ""),
    ],
)
def test_the_article_in_a_frame_of_its_own_part(frame, head):
    page = extract(parts(("", OUTER.format(frame)), (head, INNER)))
    assert [block.text for block in page.blocks] == [FIRST, FIRST[::-1]]
    assert (page.title, page.source) == ("绿道", "河湾日报")


def test_a_part_that_many_frames_ask_for_goes_into_one():
    frames = '<iframe src="cid:f"></iframe>' * 5000
    page = extract(parts(("", OUTER.format(frames)), ("Content-ID: <f>\r\n", INNER)))
    assert len(page.blocks) == 2


def test_empty_lines_before_the_message_are_none_of_it():
    assert [block.text for block in extract(b"\xef\xbb\xbf\r\n\r\n" + saved(HTML)).blocks] == [FIRST]


def test_the_article_in_a_set_of_frames():
    frames = "<frameset rows='10,90'><frame src='top.htm'><frame src='text.htm'></frameset>"
    frames = f"<html><head><title>绿道</title></head>{frames}</html>"
    parts = [
        ("a.htm", frames),
        ("top.htm", "<a href='/'>首页</a>"),
        ("text.htm", f"<h1>绿道</h1><p>{FIRST}</p><p>{FIRST}</p>"),
    ]
    body = "".join(
        f"--edge\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://news.example.cn/{name}\r\n\r\n{html}\r\n"
        for name, html in parts
    )
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="edge"\r\n\r\n'
    assert [block.text for block in extract(f"{head}{body}--edge--\r\n".encode()).blocks] == [FIRST] * 2
