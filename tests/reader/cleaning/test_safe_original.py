import pytest

from reader.cleaning.safe_original import safe_original
from reader.extraction import ExtractionError

HOSTILE = """<!doctype html><html><head><title>题</title><script>alert(1)</script><style>p{}</style>
<meta http-equiv=refresh content="0;url=http://evil.example"><base href="http://evil.example/"></head>
<body onload="alert(1)"><p style="position:fixed" onclick="alert(1)">一条<b>绿道</b>修到家门口。</p>
<img src="http://evil.example/p.gif" onerror="alert(1)"><a href="javascript:alert(1)">链接</a>
<iframe src="http://evil.example"></iframe><form action="http://evil.example"><input name=x><button>送出</button></form>
<svg><script>alert(1)</script></svg><math><mtext></mtext></math><object data=x></object><video src=x></video>
<noscript><img src=x></noscript><template><img src=x></template><p class="a" id="b">第二段<script>x</script></p>
<table><tr><td colspan="2" background="http://evil.example">格</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def shown():
    return safe_original(HOSTILE.encode())


def test_the_words_and_their_order_are_kept(shown):
    assert "一条<b>绿道</b>修到家门口。" in shown
    assert shown.index("家门口") < shown.index("链接") < shown.index("第二段") < shown.index("格")


@pytest.mark.parametrize(
    "evil",
    "script alert style onclick onload onerror src= href evil.example <iframe <form <input <svg <object <video <img"
    " <meta <base class= id= background".split(),
)
def test_nothing_that_acts_or_loads_is_left(shown, evil):
    assert evil not in shown


def test_tables_keep_their_shape(shown):
    assert '<td colspan="2">' in shown


def test_a_text_is_shown_as_text():
    assert (
        safe_original("一行 <b>不是</b>\n\n\n\n\n下一行𠮷".encode())
        == "<pre>一行 &lt;b&gt;不是&lt;/b&gt;\n\n下一行𠮷</pre>"
    )


def test_the_charset_is_found():
    assert "绿道" in safe_original("<html><meta charset=gbk><body><p>绿道</p></body></html>".encode("gbk"))


def test_what_nests_without_end_is_shown_as_its_source():
    shown = safe_original(b"<html><body>" + b"<div>" * 200_000 + "底".encode())
    assert shown.startswith("<pre>&lt;html&gt;")
    assert shown.endswith("底</pre>")


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ExtractionError):
        safe_original(data)
