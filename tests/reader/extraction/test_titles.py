"""Titles that break, follow a site's name, or have none of their own; the lines around them."""

import pytest

from reader.extraction import extract

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意跟着好了。"
TITLE = "河湾市把街道还给行人"
BODY = f"<div class='article'><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div>"


def read(title, above, body=BODY):
    return extract(f"<html><head><title>{title}</title></head><body>{above}{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("title", "above"),
    [
        (f"{TITLE}_河湾网", "<h1>河湾市<br>把街道还给行人</h1>"),
        (f"{TITLE}_河湾网", "<p>河湾市把街道</p><p>还给行人</p>"),
        (f"河湾新闻网_{TITLE}", f"<div>河湾新闻网</div><div>{TITLE}</div>"),
        ("通知公告", f"<div>首页 &gt; 通知公告</div><div>{TITLE}</div><div>2025-04-10 09:25 来源：河湾日报</div>"),
        ("河湾市人民政府门户网站", f"<p>{TITLE}</p><p>发布时间：2025-04-10</p>"),
        (f"【学与思】{TITLE}_河湾网", f"<h1>{TITLE}</h1>"),
        (f"{TITLE}_河湾网", f"<h1>【学与思】{TITLE}</h1>"),
    ],
)
def test_titles(title, above):
    assert read(title, above).title == TITLE


def test_a_column_stays_where_the_page_calls_itself_so():
    page = read(f"【学与思】{TITLE}_河湾网", f"<h1>【学与思】{TITLE}</h1>")
    assert page.title == f"【学与思】{TITLE}"


def test_a_broken_title_in_the_container_is_no_block():
    page = read(
        f"{TITLE}_河湾网",
        "",
        f"<div class='article'><h1>河湾市<br>把街道还给行人</h1><p>{PROSE}</p><p>{PROSE}</p></div>",
    )
    assert (page.title, [block.text for block in page.blocks]) == (TITLE, [PROSE, PROSE])


def test_the_lines_above_and_below_a_title_are_fields():
    page = read(f"{TITLE}_河湾网", f"<h3>老街改造进入第三年</h3><h1>{TITLE}</h1><h4>——五条街的故事</h4>")
    assert (page.overline, page.subtitle) == ("老街改造进入第三年", "——五条街的故事")
    assert page.removed == ()


def test_neighbouring_authors_are_told_apart():
    above = f"<h1>{TITLE}</h1><div><span>作者</span>：<span>林晓</span><span>周问</span><span>2025-04-10</span></div>"
    assert [author.name for author in read(TITLE, above).authors] == ["林晓", "周问"]


def test_a_source_in_a_link_behind_its_label():
    above = (
        f"<h1>{TITLE}</h1><p><span id='source_baidu'>来源:</span><a href='#'>河湾日报</a> <span>2025-04-10</span></p>"
    )
    assert read(TITLE, above).source == "河湾日报"


def test_a_date_in_pieces():
    above = f"<h1>{TITLE}</h1><div>2025</div><div>04/10</div><div>09:25</div>"
    assert read(TITLE, above).published.isoformat()[:16] == "2025-04-10T09:25"


@pytest.mark.parametrize(
    "script",
    [
        "var createTime = '2025-04-10 09:25';",
        'var ct = "1744248300";',
        "x = {create_time: JsDecode('2025-04-10 09:25')}",
    ],
)
def test_a_time_that_only_a_script_holds(script):
    page = read(TITLE, f"<h1>{TITLE}</h1>", f"{BODY}<script>{script}</script>")
    assert page.published.isoformat()[:16] == "2025-04-10T09:25"


def test_the_time_shown_counts_before_that_of_making_the_page():
    page = extract(
        f"<html><head><title>{TITLE}</title><meta name='apub:time' content='2025-4-11 02:57:42'></head>"
        f"<body><h1>{TITLE}</h1><p>2025-04-10 09:25</p>{BODY}</body></html>".encode()
    )
    assert page.published.isoformat()[:16] == "2025-04-10T09:25"


def test_a_date_inside_the_text_does_not_win():
    body = BODY.replace("<p>", "<p>（2024年1月1日）</p><p>", 1)
    page = read(TITLE, f"<h1>{TITLE}</h1><p>2025-04-10 09:25</p>", body)
    assert page.published.isoformat()[:10] == "2025-04-10"


def titled(stated, above):
    html = f"<html><head><title>{stated}</title></head><body>{above}<div>{BODY}</div></body></html>"
    return extract(html.encode()).title


@pytest.mark.parametrize(
    ("stated", "above", "title"),
    [
        ("水清了_河湾网", "<h1>水清了</h1>", "水清了"),
        ("“水清了” - 河湾日报 - 河湾网", "<h1>“水清了”</h1>", "“水清了”"),
        ("河湾镇的早市怎样…_河湾网", "<h1>河湾镇的早市怎样留住了年轻人</h1>", "河湾镇的早市怎样留住了年轻人"),
        ("河湾镇的早市怎样...", "<h1>河湾镇的早市怎样留住了年轻人</h1>", "河湾镇的早市怎样留住了年轻人"),
        ("河湾市人民政府门户网站 政务动态 早市留住了年轻人", "<p>早市留住了年轻人</p>", "早市留住了年轻人"),
    ],
)
def test_short_titles_titles_cut_short_and_titles_behind_a_sites_name(stated, above, title):
    assert titled(stated, above) == title
