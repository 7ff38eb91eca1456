"""Pages that scripts draw: the article is in their data, in whatever notation."""

import json
from base64 import b64encode
from html import escape
from urllib.parse import quote

import pytest

from reader.extraction import ExtractionError, extract
from reader.extraction.script_strings import said_in, unescaped

FIRST = "旧粮仓的屋顶换了新瓦，墙上的标语还留着，里面改成了镇上的图书室，门口摆着两排长椅。"
SECOND = "管钥匙的是退休的粮站站长，他说从前这里怕火怕潮，如今也一样，只是守的东西换了一种。"
THIRD = "孩子们放学以后先来这里写作业，“天黑了再回家”，灯一直亮到八点，电费由镇里出。"
ARTICLE = f'<p>{FIRST}</p><p class="a">{SECOND}</p><p>{THIRD}</p>'
WHOLE = [FIRST, SECOND, THIRD]
LINES = "\n\n".join(WHOLE)
HEX = ARTICLE.replace("<", r"\x3c").replace(">", r"\x3e").replace('"', r"\x22")


def read(script, title="旧粮仓的灯_河湾网", **known):
    html = f"<html><head><title>{title}</title></head><body><div id='app'></div><script>{script}</script></body></html>"
    return extract(html.encode(), **known)


def texts(page):
    return [block.text for block in page.blocks]


@pytest.mark.parametrize(
    "script",
    [
        json.dumps({"article": {"content": ARTICLE}}),
        json.dumps({"article": {"content": ARTICLE}}, ensure_ascii=False).replace("</", "<\\/"),
        f"var detail = {{ content: '{HEX}' }};",
        f"var detail = {{'content' : \"{HEX}\"}}",
        f"var content = '{HEX}';",
        f"page.init({{ html: `{ARTICLE}` }})",
        f"window.d = {{ content_noencode: JsDecode('{LINES}') }}".replace("\n", r"\x0a"),
        f"var o = {{body: '{LINES}'}}".replace("\n", r"\n"),
        json.dumps({"@type": "NewsArticle", "articleBody": LINES}),
        json.dumps({"content": ARTICLE.replace("<", "&lt;").replace(">", "&gt;")}),
        f"var state = JSON.parse({json.dumps(json.dumps({'content': ARTICLE}))})",
        json.dumps({"data": json.dumps({"content": ARTICLE})}),
        json.dumps({"paragraphs": WHOLE}, ensure_ascii=False),
        json.dumps({"blocks": [{"type": "p", "text": one} for one in WHOLE]}),
        f"var content = decodeURIComponent('{quote(ARTICLE)}')",
        f"document.write('{HEX}')",
        f"window.__NUXT__=(function(a,b){{return {{news:{{body:a}}}}}}('{HEX}', 1))",
        f"$('#app').html(`{ARTICLE}`)",
    ],
)
def test_the_article_in_a_scripts_data(script):
    assert texts(read(script)) == WHOLE


def test_what_the_data_says_beside_it():
    page = read(f"var d = {{ title: '旧粮仓的灯', content: '{HEX}', time: '2024-05-13 09:30', source: '河湾日报' }};")
    moment = page.published.isoformat(timespec="minutes")
    assert (page.title, page.source, moment) == ("旧粮仓的灯", "河湾日报", "2024-05-13T09:30+08:00")


def test_seconds_since_1970_are_a_time():
    page = read(f"var d = {{ content: '{HEX}', publish_time: '1715563800' }};")
    assert page.published.isoformat() == "2024-05-13T09:30:00+08:00"


def test_the_sites_name_is_no_title_beside_the_datas_own():
    assert read(f"var d = {{ title: '旧粮仓的灯', content: '{HEX}' }};", title="河湾网").title == "旧粮仓的灯"


def test_a_text_without_a_title_is_named_by_its_first_clause():
    page = read(f"var d = {{ content_noencode: JsDecode('{LINES}') }}".replace("\n", r"\x0a"), title="")
    assert page.title == "旧粮仓的屋顶换了新瓦"


def test_a_list_of_headlines_is_no_article():
    script = json.dumps({"list": [{"title": f"镇上的第{number}件小事", "content": "详情"} for number in range(40)]})
    with pytest.raises(ExtractionError):
        read(script)


def test_a_page_that_shows_its_article_is_read_as_it_is_shown():
    script = f"<script>var a = {{content: '{HEX * 20}'}}</script>"
    html = f"<html><body><h1>旧粮仓的灯</h1><div>{ARTICLE * 4}</div>{script}</body></html>"
    assert len(extract(html.encode()).blocks) == 12


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"a\x3cb", "a<b"),
        (r"\u6cb3\u6e7e", "河湾"),
        (r"\ud842\udfb7", "𠮷"),
        (r"\u{20bb7}", "𠮷"),
        (r"<\/p>", "</p>"),
        ("a\\\nb", "ab"),
        (r"\'\"\\", "'\"\\"),
        (r"\ud842", "\ufffd"),
    ],
)
def test_strings_of_scripts(written, meant):
    assert unescaped(written) == meant


def test_a_broken_string_takes_linear_time():
    assert list(said_in('{"content":"' + "\\" * 400_001)) == []
    assert list(said_in("content:'" * 20_000)) is not None


def test_a_page_of_scripts_alone_is_not_called_empty():
    with pytest.raises(ExtractionError) as caught:
        read("load('/article.json')")
    assert caught.value.code == "unshown"
    assert "脚本" in str(caught.value)


@pytest.mark.parametrize("kind", ["text/template", "text/html", "text/x-template"])
def test_the_article_in_a_script_of_no_language(kind):
    held = f"<script type='{kind}'><div>{ARTICLE}</div></script>"
    html = f"<html><head><title>旧粮仓的灯</title></head><body>{held}</body></html>"
    assert texts(extract(html.encode())) == WHOLE


SPLIT = [f"<p>{text}</p>" for text in WHOLE]


@pytest.mark.parametrize(
    "script",
    [
        "".join(f"document.write('{text}');" for text in SPLIT),
        "var c = '';" + "".join(f"c += '{text}';" for text in SPLIT) + "node.innerHTML = c;",
        "var c = " + " + ".join(f"'{text}'" for text in SPLIT) + ";",
        json.dumps([{"data": 1}, {"title": 2, "lines": [3, 4, 5]}, "旧粮仓", *WHOLE], ensure_ascii=False),
        f"var content = Base64.decode('{b64encode(ARTICLE.encode()).decode()}');",
    ],
)
def test_an_article_in_pieces_or_in_code(script):
    assert texts(read(script)) == WHOLE


@pytest.mark.parametrize(
    "held", [f'<div data-content="{escape(ARTICLE)}"></div>', f'<input type="hidden" value="{escape(ARTICLE)}">']
)
def test_an_article_in_an_attribute(held):
    html = f"<html><head><title>旧粮仓的灯_河湾网</title></head><body><h1>旧粮仓的灯</h1>{held}</body></html>"
    assert texts(extract(html.encode())) == WHOLE


def test_a_time_that_is_a_number():
    page = read(json.dumps({"detail": {"pubTime": 1715563800000, "content": ARTICLE}}))
    assert page.published.isoformat() == "2024-05-13T09:30:00+08:00"


def test_summaries_in_a_script_beside_a_short_article_are_not_it():
    summary = "list.push('<p><a href=/1>另一件事的头几句话，点开才有后面的，长得像正文。</a></p>');"
    shown = f"<h1>旧粮仓的灯</h1><p>{FIRST}</p><p>{SECOND}</p>"
    html = f"<html><head><title>旧粮仓的灯</title></head><body>{shown}<script>{summary * 9}</script></body></html>"
    assert texts(extract(html.encode())) == [FIRST, SECOND]
