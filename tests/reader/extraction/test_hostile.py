"""Hostile and broken input: a page, or an ExtractionError that says why; soon, and nothing else."""

import contextlib
import time

import pytest

from reader.extraction import ExtractionError, extract

SENTENCE = "绿道沿河而建，把旧厂房、菜市场和小学连成一条可以步行的路，居民出门十分钟就能走到水边。"
PARAGRAPHS = "".join(f"<p>{SENTENCE}这是第{number}段。</p>" for number in range(6))


def document(body=PARAGRAPHS, head="", title="让绿道连起城市生活"):
    return f"<html><head>{head}<title>{title}</title></head><body><h1>{title}</h1><div>{body}</div></body></html>"


def texts(data, **known):
    return [block.text for block in extract(data, **known).blocks]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_nothing_is_empty(data):
    with pytest.raises(ExtractionError) as caught:
        extract(data)
    assert caught.value.code == "empty"


@pytest.mark.parametrize("character", ["绿", "a", "𠮷", "。", "<", "…"])
def test_one_character_is_a_text(character):
    assert texts(character.encode()) == [character]


def test_ten_megabytes_of_one_line():
    text = SENTENCE * (10 * 2**20 // len(SENTENCE.encode()))
    assert sum(map(len, texts(document(f"<p>{text}</p>").encode()))) == len(text)


@pytest.mark.parametrize("tag", ["div", "span", "font", "td", "blockquote"])
@pytest.mark.parametrize("levels", [500, 2_100, 20_000, 200_000])
def test_what_is_nested_too_deep_is_refused_and_never_left_out(tag, levels):
    nested = PARAGRAPHS + f"<{tag}>" * levels + "深处的一句。" + f"</{tag}>" * levels + "<p>末尾的一段。</p>"
    try:
        page = extract(document(nested).encode())
    except ExtractionError as error:
        assert (error.code, levels > 2_000) == ("deep", True)
    else:
        said = "".join(one.text for one in (*page.blocks, *page.removed))
        assert "深处的一句。" in said
        assert "末尾的一段。" in said


def test_nul_bytes_are_left_out():
    data = document().replace("菜市场", "菜\0市\0场").encode()
    assert any("菜市场" in text for text in texts(data))


def test_gbk_cut_inside_a_character():
    data = document().encode("gb18030")
    cut = data[: data.rindex("这是第5段".encode("gb18030")) + 1]
    assert sum(SENTENCE in text for text in texts(cut)) == 6


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "utf-8"), ("utf-8", "gb18030")])
def test_a_wrong_declaration_is_seen_through(declared, encoding):
    data = document(head=f'<meta charset="{declared}">').encode(encoding)
    assert texts(data)[0] == SENTENCE + "这是第0段。"


def test_big5_as_declared():
    data = document(
        "<p>綠道沿河而建，把舊廠房和小學連成一條路。</p>" * 3, head='<meta charset="big5">', title="綠道"
    ).encode("big5")
    assert texts(data)[0] == "綠道沿河而建，把舊廠房和小學連成一條路。"


@pytest.mark.parametrize(
    "declared", ["idna", "punycode", "undefined", "unicode_escape", "utf-7", "rot13", "zip", "a:b"]
)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_what_is_no_charset_is_not_believed(declared, encoding):
    data = document(head=f'<meta charset="{declared}">').encode(encoding) + b"\xff"
    assert texts(data)[0] == SENTENCE + "这是第0段。"


@pytest.mark.parametrize("reference", ["&#1;", "&#x1f;", "&#0;", "&#8", "&#x0B;"])
def test_references_to_control_characters_are_left_out(reference):
    body = f"<p class='a{reference}b'>{SENTENCE}{reference}甲</p>" + PARAGRAPHS
    assert texts(document(body).encode())[0] == SENTENCE + "甲"


def test_other_references_stay():
    assert texts(document(f"<p>{SENTENCE}&#30002;&#x4e59;&#9;&lt;</p>" + PARAGRAPHS).encode())[0] == SENTENCE + "甲乙 <"


def test_a_tag_of_forty_thousand_attributes_keeps_its_text():
    named = " ".join(f'a{number}="1"' for number in range(40_000))
    began = time.process_time()
    assert SENTENCE in "".join(texts(document(f"<div {named}>{PARAGRAPHS}</div>").encode()))
    assert time.process_time() - began < 2


@pytest.mark.parametrize("tag", ["div", "p", "span"])
def test_a_class_of_ten_thousand_words_is_read(tag):
    words = " ".join(f"c{number}" for number in range(10_000))
    began = time.process_time()
    assert SENTENCE in "".join(texts(document(f'<{tag} class="{words}">{PARAGRAPHS}</{tag}>').encode()))
    assert time.process_time() - began < 2


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5"])
def test_big5_declared_as_something_else(declared):
    text = "綠道沿河而建，把舊廠房和小學連成一條路，在河邊的人多了起來，大家都說這是一個好的開始。"
    data = document(f"<p>{text}</p>" * 3, head=f'<meta charset="{declared}">', title="綠道").encode("big5")
    assert texts(data)[0] == text


def test_gbk_declared_as_big5():
    data = document(head='<meta charset="big5">').encode("gb18030")
    assert texts(data)[0].startswith(SENTENCE)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_with_its_mark(encoding):
    mark = b"" if encoding == "utf-16" else b"\xfe\xff"
    assert texts(mark + document().encode(encoding))[0].startswith(SENTENCE)


@pytest.mark.parametrize(
    "body",
    [
        "<script>var a = '绿道';</script>" * 3,
        "",
        "<style>p{}</style>",
        "<noscript></noscript><template><p>绿</p></template>",
    ],
)
def test_a_page_of_scripts_has_no_article(body):
    with pytest.raises(ExtractionError) as caught:
        extract(f"<html><head><title>绿道</title></head><body>{body}</body></html>".encode())
    assert caught.value.code in ("empty", "no_article", "unshown")


def test_a_frameset_has_no_article():
    with pytest.raises(ExtractionError):
        extract(b'<html><frameset cols="20%,*"><frame src="a.htm"><frame src="b.htm"></frameset></html>')


def test_base_and_script_addresses_lead_nowhere():
    links = '<base href="javascript:alert(1)"><a href="javascript:alert(2)">2</a><a href="https://evil.example/a_2.htm">2</a>'
    page = extract(document(PARAGRAPHS + links).encode(), url="https://paper.example/a.htm")
    assert page.following == ()
    assert "javascript" not in "".join(block.text for block in page.blocks)


@pytest.mark.parametrize(
    "url", ["http://[", "javascript:alert(1)", "//", "http://\ud800", "x" * 5000, "http://a:b@:99999/"]
)
def test_a_broken_address_does_no_harm(url):
    assert len(texts(document().encode(), url=url)) == 6


@pytest.mark.parametrize("head", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\0\x10JFIF", b"GIF89a", b"PK\x03\x04"])
def test_a_picture_with_a_page_s_name_is_no_text(head):
    with pytest.raises(ExtractionError) as caught:
        extract(head + bytes(range(256)) * 40)
    assert caught.value.code == "not_text"


@pytest.mark.parametrize(
    "body",
    [
        '<p>"content":"' + "\\" * 100_000,
        "<table><tr><td>" * 2_000 + SENTENCE,
        "<a href=x>" * 5_000 + SENTENCE,
        '<div class="' + "a " * 50_000 + '">' + SENTENCE,
        "来源：" * 30_000,
        "（" * 50_000 + "作者：" + "甲、" * 20_000,
        "2024年" * 30_000,
        "[1] " * 30_000,
        "<br>" * 100_000,
        "<h1>" + "题" * 50_000 + "</h1>",
        "<style>" + ".a{white-space:pre}" * 20_000 + "</style>" + "<p class=a>甲</p>" * 5_000,
        '<span style="white-space:pre">' * 3_000 + SENTENCE,
        '<p style="font-size:0">' * 3_000 + SENTENCE,
        "<p>" + "-" * 200_000 + "甲</p>",
        "<div style='display:none'>" + PARAGRAPHS * 2_000 + "</div><a>展开全文</a>",
        "<script>" + "var content = '" * 30_000 + "</script>",
        "<iframe srcdoc='" * 5_000,
    ],
)
def test_what_could_take_for_ever_ends(body):
    with contextlib.suppress(ExtractionError):
        extract(document(body + PARAGRAPHS).encode())


def test_a_saved_message_full_of_frames_that_never_close_ends():
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    with contextlib.suppress(ExtractionError):
        extract(head + document("<iframe " * 100_000 + PARAGRAPHS).encode())


def test_letters_without_end_in_two_charsets_end():
    data = document("A" * 500_000).encode() + SENTENCE.encode("gb18030") * 5
    assert texts(data)
