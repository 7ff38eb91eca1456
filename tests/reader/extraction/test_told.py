"""What a page says of its article, field by field, and where each was read."""

from datetime import date

import pytest

from reader.extraction import Author, PrintEdition, extract
from reader.extraction.credits import author_within, closing_credit, credit_line, credits_in
from reader.extraction.metadata import authors_in, editor_in, published_in, source_in
from reader.extraction.print_edition import edition_in
from reader.extraction.titles import original_title_in

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意跟着好了。"


def read(above="", below="", head="", last="", url=""):
    body = f'{above}<div class="article-content"><p>{PROSE}</p><p>{PROSE}{last}</p></div>{below}'
    html = f"<html><head><title>街道的客厅</title>{head}</head><body><h1>街道的客厅</h1>{body}</body></html>"
    return extract(html.encode(), url=url)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("作者：林晓", [("林晓", "")]),
        ("作者：林晓、周问", [("林晓", ""), ("周问", "")]),
        ("作者：林晓（河湾大学教授）、周问（作者单位：河湾日报）", [("林晓", "河湾大学教授"), ("周问", "河湾日报")]),
        ("署名：林晓", [("林晓", "")]),
        ("作者：记者林晓　编辑：周问", [("林晓", "记者")]),
        ("【文/河湾网专栏作者 林晓】", [("林晓", "河湾网专栏作者")]),
        ("作者：河湾评论员", [("河湾评论员", "")]),
        ("作者：2025-04-10 09:30", []),
        ("本报记者 林晓 周问", [("林晓", "本报记者"), ("周问", "本报记者")]),
        ("本报记者 林晓 通讯员 周问", [("林晓", "本报记者"), ("周问", "通讯员")]),
        ("文丨林晓", [("林晓", "")]),
        ("■本报记者　林晓", [("林晓", "本报记者")]),
        ("〔記者陳志明、林小華／河灣報導〕", [("陳志明", "記者"), ("林小華", "記者")]),
        ("本報記者陳志明／河灣報導", [("陳志明", "本報記者")]),
        ("记者走进了老街", []),
        ("作者在书里说，街道是城市的客厅，这一点大家都同意，可是谁也没有照着去做，直到去年夏天才有人动手修路。", []),
    ],
)
def test_a_line_of_credit(line, authors):
    assert credit_line(line) == tuple(Author(*one) for one in authors)


def test_an_essay_ends_with_its_author():
    assert closing_credit("（作者：林晓，系河湾大学教授）") == (Author("林晓", "河湾大学教授"),)
    assert closing_credit(PROSE) == ()


@pytest.mark.parametrize(
    ("paragraphs", "authors"),
    [
        ([f"河湾4月10日电（记者林晓、周问）{PROSE}", PROSE], [("林晓", "记者"), ("周问", "记者")]),
        ([f"河湾网4月10日消息（记者林晓）{PROSE}", PROSE], [("林晓", "记者")]),
        ([PROSE, f"{PROSE}（作者：林晓，系河湾大学教授）"], [("林晓", "河湾大学教授")]),
        ([PROSE, f"{PROSE}（林晓）"], [("林晓", "")]),
        ([f"〔記者陳志明／河灣報導〕{PROSE}", PROSE], [("陳志明", "記者")]),
        ([PROSE, f"{PROSE}（完）"], []),
        ([PROSE, f"{PROSE}（未完待续）"], []),
    ],
)
def test_credit_within_the_text(paragraphs, authors):
    assert credits_in(paragraphs) == tuple(Author(*one) for one in authors)


@pytest.mark.parametrize("line", ["作者：林晓 周问 责任编辑：何远", "来源：河湾军报作者：林晓 周问责任编辑：何远"])
def test_authors_among_other_statements(line):
    assert author_within(line) == (Author("林晓"), Author("周问"))


def test_a_paper_after_the_author_is_none():
    assert author_within("作者：林晓 河湾日报") == (Author("林晓"),)


def test_a_sentence_is_no_byline():
    assert authors_in("街道的作者是住在里面的人") == ()


@pytest.mark.parametrize(
    ("text", "moment", "precision"),
    [
        ("2025-04-10 09:25:16", "2025-04-10T09:25:16+08:00", "second"),
        ("2025年04月10日09:25", "2025-04-10T09:25:00+08:00", "minute"),
        ("2025.4.10 9:05", "2025-04-10T09:05:00+08:00", "minute"),
        ("2025/04/10", "2025-04-10T00:00:00+08:00", "day"),
        ("2025年4月10日 下午2:05", "2025-04-10T14:05:00+08:00", "minute"),
        ("2025-02-30 10:00，2025-03-01 11:00", "2025-03-01T11:00:00+08:00", "minute"),
    ],
)
def test_times(text, moment, precision):
    found = published_in(text)
    assert (found[0].isoformat(), found[1]) == (moment, precision)


@pytest.mark.parametrize("text", ["2025-13-40", "电话 2025-0410", "第2025号"])
def test_what_is_no_time(text):
    assert published_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "来源：河湾日报",
        "来源: 河湾日报 2025-04-10",
        "信息来源：河湾日报 浏览次数：3",
        "2025-04-10 来源：河湾日报|作者：林晓",
    ],
)
def test_sources(text):
    assert source_in(text) == "河湾日报"


@pytest.mark.parametrize(
    ("text", "editor"),
    [
        ("[ 责编：林晓 ]", "林晓"),
        ("(责任编辑：林晓、周问)", "林晓、周问"),
        ("编辑：林晓责任编辑：周问", "林晓"),
        ("责任编辑：林晓 SF099", "林晓 SF099"),
        ("【编辑:林晓】", "林晓"),
        ("编辑部的灯亮着", ""),
    ],
)
def test_editors(text, editor):
    assert editor_in(text) == editor


@pytest.mark.parametrize("line", ["原标题：街道与人", "（原题为《街道与人》）", "[原标题:街道与人]"])
def test_original_titles(line):
    assert original_title_in(line) == "街道与人"


@pytest.mark.parametrize(
    "text",
    ["《河湾日报》2025年4月10日 09版", "《 河湾日报 》（ 2025年04月10日 09 版）", "《河湾日报》（2025-04-10 第09版）"],
)
def test_print_editions(text):
    assert edition_in(text) == PrintEdition("河湾日报", date(2025, 4, 10), "09")


def test_an_edition_on_a_day_that_is_none_is_none():
    assert edition_in("《河湾日报》2025年2月30日 09版") is None


def test_the_source_is_told_apart_from_the_portal():
    page = read(above="<p>来源：河湾日报 2025-04-10 09:25</p>", head='<meta name="source" content="某某网">')
    assert (page.source, page.rules["source"]) == ("河湾日报", "line_above")


def test_seconds_are_taken_from_elsewhere_when_the_minute_agrees():
    page = read(
        "<p>2025-04-10 09:25</p>", head='<meta property="article:published_time" content="2025-04-10T09:25:16+08:00">'
    )
    assert page.published.second == 16
    assert page.published_precision == "second"


@pytest.mark.parametrize(
    ("field", "origin", "written"),
    [
        ("title", "heading", {}),
        ("published", "line_above", {"above": "<p>2025-04-10 09:25</p>"}),
        ("published", "meta", {"head": '<meta name="publishdate" content="2025-04-10">'}),
        ("published", "address", {"url": "https://paper.example/2025/0410/c1.htm"}),
        ("published", "page_data", {"head": '<script>var a = {"datePublished": "2025-04-10 09:25"}</script>'}),
        ("authors", "line_in_body", {"last": "（作者：林晓）"}),
        ("authors", "line_above", {"above": "<p>作者：林晓</p>"}),
        ("editor", "line_below", {"below": "<p>责任编辑：林晓</p>"}),
        ("channel", "breadcrumb", {"above": '<div class="crumbs">首页 &gt; 评论 &gt; 正文</div>'}),
        ("keywords", "meta", {"head": '<meta name="keywords" content="街道,客厅">'}),
        ("keywords", "publishing_system", {"head": "<!--enpproperty <keyword>街道 客厅</keyword>/enpproperty-->"}),
    ],
)
def test_each_field_says_where_it_was_read(field, origin, written):
    page = read(**written)
    assert getattr(page, field)
    assert page.rules[field] == origin


def test_what_nothing_tells_has_no_origin():
    assert set(read().rules) == {"title"}


def test_keywords_and_channel_are_lists():
    page = read(
        above='<div class="crumbs">首页 &gt; 评论 &gt; 正文</div>',
        head='<meta name="keywords" content="街道,客厅;街道">',
    )
    assert (page.channel, page.keywords) == (("首页", "评论"), ("街道", "客厅"))


@pytest.mark.parametrize(
    "line", ["2025-04-10 09:30 河湾日报", "河湾日报 2025-04-10 09:30", "河湾日报客户端 | 2025-04-10 09:30"]
)
def test_a_medium_beside_the_date_needs_no_label(line):
    page = read(f"<p>{line}</p>")
    assert page.source in ("河湾日报", "河湾日报客户端")
    assert page.published.isoformat() == "2025-04-10T09:30:00+08:00"


def test_a_medium_above_the_date_needs_no_label():
    assert read("<p>河湾日报</p><p>2025-04-10 09:30</p>").source == "河湾日报"


@pytest.mark.parametrize("line", ["林晓 2025-04-10 09:30", "2025-04-10 09:30 阅读 123"])
def test_what_is_no_medium_beside_the_date_is_no_source(line):
    assert read(f"<p>{line}</p>").source == ""


def test_a_source_that_closes_the_text_is_read_and_stays():
    page = read(last="</p><p>（来源：河湾日报）")
    assert (page.source, page.blocks[-1].text) == ("河湾日报", "（来源：河湾日报）")


@pytest.mark.parametrize("said", ["（作者系河湾大学教授）", "（作者单位：河湾大学教授）", "（本文作者为河湾大学教授）"])
def test_the_end_tells_the_authors_affiliation(said):
    assert read("<p>2025-04-10 作者：林晓</p>", last=f"</p><p>{said}").authors == (Author("林晓", "河湾大学教授"),)


def test_the_end_tells_nothing_of_one_author_among_several():
    page = read("<p>2025-04-10 作者：林晓、周问</p>", last="</p><p>（作者分别系河湾大学教授、讲师）")
    assert page.authors == (Author("林晓"), Author("周问"))


@pytest.mark.parametrize(("line", "editor"), [("网站编辑 - 周问", "周问"), ("责任编辑 — 周问", "周问")])
def test_an_editor_behind_a_dash(line, editor):
    assert editor_in(line) == editor


def test_a_source_in_quotation_marks_keeps_both():
    assert source_in("来源：“河湾发布”微信公众号") == "“河湾发布”微信公众号"


@pytest.mark.parametrize("shape", ["</p><p>责任编辑：</p><p>林晓", "</p></div><div>责任编辑：<br>林晓"])
def test_an_editors_name_may_stand_below_the_label(shape):
    page = read(last=shape)
    assert (page.editor, [block.text for block in page.blocks]) == ("林晓", [PROSE, PROSE])


def test_below_an_editors_label_a_sentence_is_no_name():
    page = read(last="</p><p>责任编辑：</p><p>林晓说，这条街往后还要修。")
    assert (page.editor, page.blocks[-1].text) == ("", "林晓说，这条街往后还要修。")


def test_who_sent_it_in_is_the_source_when_no_other_is_told():
    sent = "<p>供稿单位：河湾市交通运输局</p>"
    assert read(f"{sent}<p>2025-04-10</p>").source == "河湾市交通运输局"
    assert read(f"{sent}<p>2025-04-10 来源：河湾日报</p>").source == "河湾日报"


def test_a_plain_text_says_who_sent_it_in():
    prose = "\n".join(f"第{count}段。{PROSE * 3}" for count in "一二三四")
    text = f"街道的客厅\n供稿单位：河湾市交通运输局 2025-04-10\n{prose}\n"
    assert extract(text.encode()).source == "河湾市交通运输局"


@pytest.mark.parametrize(
    ("said", "authors"),
    [("2025-04-10 09:43/河湾社", ()), ("林晓/河湾社", (Author("林晓"),)), ("9:43 林晓/河湾社", (Author("林晓"),))],
)
def test_a_time_before_the_source_is_no_author(said, authors):
    page = read(f'<span id="source_baidu">{said}</span>')
    assert (page.source, page.authors) == ("河湾社", authors)
