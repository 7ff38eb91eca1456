"""GB/T 7714: the standards' own examples, and what happens when fields are missing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from annotations.exports.citation import entries, entry
from annotations.exports.document import SHANGHAI, Article, Author, CitationStyle, Edition

NUMERIC_2025 = CitationStyle()
NUMERIC_2015 = CitationStyle(edition=2015)
BY_YEAR_2025 = CitationStyle(form="author-year")
BY_YEAR_2015 = CitationStyle(2015, "author-year")


def day(year, month, number):
    return datetime(year, month, number, tzinfo=SHANGHAI)


def authors(*names):
    return tuple(Author(name) for name in names)


DING = Article(
    1,
    "数字革命与竞争国际化",
    source="中国青年报",
    authors=authors("丁文详"),
    edition=Edition(date(2000, 11, 20), page="15"),
)
CHEN_ZHEN = Article(
    2,
    "探索微观世界的无穷奥秘（科技大观）",
    source="人民日报",
    authors=authors("陈缮真"),
    edition=Edition(date(2022, 8, 16), page="17"),
    url="http://paper.people.com.cn/rmrb/html/2022-08/16/nw.D110000renmrb_20220816_3-17.htm",
)
LIU = Article(
    3,
    "雾霾来袭, 如何突围?",
    source="人民日报",
    published=day(2013, 1, 12),
    authors=authors("刘裕国", "杨柳", "张洋", "第四人"),
    accessed=date(2013, 11, 6),
    url="http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm",
)
XU = Article(
    4,
    "“好好干，当一个好工人”",
    source="中国共产党新闻网",
    published=day(2025, 2, 17),
    authors=authors("许振超"),
    accessed=date(2025, 6, 22),
    url="https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html",
)
XIAO = Article(
    5,
    "出版业信息化迈入快车道",
    published=day(2001, 12, 19),
    authors=authors("萧钰"),
    accessed=date(2002, 4, 15),
    url="http://www.creader.com/news/20011219/200112190019.html",
)
CAICT = Article(
    6,
    "电信业发展白皮书：2023：新时代高质量发展探索",
    published=day(2023, 12, 28),
    authors=authors("中国信息通信研究院", "中国电信股份有限公司研究院", "中国移动通信研究院", "另一院"),
    accessed=date(2024, 1, 1),
    url="http://www.caict.ac.cn/kxyj/qwfb/bps/202312/P020240326615399026294.pdf",
    citation_kind="R/OL",
)
CNNIC = Article(
    7,
    "第29次中国互联网络发展状况统计报告",
    published=day(2012, 1, 16),
    authors=authors("中国互联网络信息中心"),
    accessed=date(2013, 3, 26),
    url="http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680",
    citation_kind="R/OL",
)
CHEN_JIANJUN = Article(
    8,
    "从数字地球到智慧地球",
    source="国土资源导刊",
    published=day(2010, 10, 1),
    authors=authors("陈建军"),
    accessed=date(2013, 3, 20),
    url="http://d.g.wanfangdata.com.cn/Periodical_hunandz201010038.aspx",
    citation_kind="J/OL",
    edition=Edition(volume="7", issue="10", pages="93", doi="10.3969/j.issn.1672-5603.2010.10.038"),
)
LI = Article(
    9,
    "韩国图书馆法",
    source="图书情报工作",
    published=day(2008, 6, 1),
    authors=authors("李炳穆"),
    accessed=date(2013, 10, 25),
    url="http://www.docin.com/p-400265742.html",
    citation_kind="J/OL",
    edition=Edition(volume="52", issue="6", pages="6-21"),
)

STANDARDS = [
    (DING, NUMERIC_2025, "丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）."),
    (DING, NUMERIC_2015, "丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
    (
        CHEN_ZHEN,
        NUMERIC_2025,
        "陈缮真. 探索微观世界的无穷奥秘（科技大观）[N/OL]. 人民日报，2022-08-16（17）. "
        "http://paper.people.com.cn/rmrb/html/2022-08/16/nw.D110000renmrb_20220816_3-17.htm.",
    ),
    (
        LIU,
        NUMERIC_2015,
        "刘裕国, 杨柳, 张洋, 等. 雾霾来袭, 如何突围?[N/OL]. 人民日报, 2013-01-12[2013-11-06]. "
        "http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm.",
    ),
    (
        XU,
        NUMERIC_2025,
        "许振超. “好好干，当一个好工人”[EB/OL].（2025-02-17）[2025-06-22]. "
        "https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.",
    ),
    (
        XIAO,
        NUMERIC_2015,
        "萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. "
        "http://www.creader.com/news/20011219/200112190019.html.",
    ),
    (
        CAICT,
        NUMERIC_2025,
        "中国信息通信研究院，中国电信股份有限公司研究院，中国移动通信研究院，等. "
        "电信业发展白皮书：2023：新时代高质量发展探索[R/OL]. 2023-12-28. "
        "http://www.caict.ac.cn/kxyj/qwfb/bps/202312/P020240326615399026294.pdf.",
    ),
    (
        CNNIC,
        NUMERIC_2015,
        "中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. (2012-01-16)[2013-03-26]. "
        "http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680.",
    ),
    (
        CHEN_JIANJUN,
        NUMERIC_2025,
        "陈建军. 从数字地球到智慧地球[J/OL]. 国土资源导刊，2010，7（10）：93. "
        "http://d.g.wanfangdata.com.cn/Periodical_hunandz201010038.aspx. DOI:10.3969/j.issn.1672-5603.2010.10.038.",
    ),
    (
        LI,
        NUMERIC_2015,
        "李炳穆. 韩国图书馆法[J/OL]. 图书情报工作, 2008, 52(6): 6-21[2013-10-25]. http://www.docin.com/p-400265742.html.",
    ),
    (DING, BY_YEAR_2025, "丁文详，2000. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）."),
    (
        XU,
        BY_YEAR_2025,
        "许振超，2025. “好好干，当一个好工人”[EB/OL].（2025-02-17）[2025-06-22]. "
        "https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.",
    ),
    (
        LIU,
        BY_YEAR_2015,
        "刘裕国, 杨柳, 张洋, 等, 2013. 雾霾来袭, 如何突围?[N/OL]. 人民日报, 2013-01-12[2013-11-06]. "
        "http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm.",
    ),
]


@pytest.mark.parametrize(("article", "style", "expected"), STANDARDS)
def test_the_standards_own_examples(article, style, expected):
    assert entry(article, style) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"authors": ()}, "“好好干，当一个好工人”[EB/OL].（2025-02-17）[2025-06-22]. https://x.cn/a."),
        ({"published": None}, "许振超. “好好干，当一个好工人”[EB/OL]. [2025-06-22]. https://x.cn/a."),
        ({"accessed": None}, "许振超. “好好干，当一个好工人”[EB/OL].（2025-02-17）. https://x.cn/a."),
        ({"url": ""}, "许振超. “好好干，当一个好工人”[Z].（2025-02-17）."),
        ({"url": "", "published": None, "authors": ()}, "“好好干，当一个好工人”[Z]."),
        ({"authors": authors("", "  ")}, "“好好干，当一个好工人”[EB/OL].（2025-02-17）[2025-06-22]. https://x.cn/a."),
    ],
)
def test_a_missing_field_goes_with_its_punctuation(changes, expected):
    assert entry(replace(XU, **{"url": "https://x.cn/a", **changes}), NUMERIC_2025) == expected


def test_three_authors_are_all_named():
    assert entry(replace(DING, authors=authors("甲", "乙", "丙")), NUMERIC_2025).startswith("甲，乙，丙. ")


def test_a_newspaper_piece_without_a_page_has_no_empty_brackets():
    article = replace(DING, edition=Edition(date(2000, 11, 20)))
    assert entry(article, NUMERIC_2025) == "丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20."


def test_a_journal_without_a_volume_has_its_issue_at_the_year():
    article = replace(LI, edition=Edition(issue="第6期"), url="", citation_kind="J")
    assert entry(article, NUMERIC_2025) == "李炳穆. 韩国图书馆法[J]. 图书情报工作，2008（6）."


def test_author_year_does_not_repeat_a_journals_year():
    assert entry(replace(LI, url="", citation_kind="J"), BY_YEAR_2015) == (
        "李炳穆, 2008. 韩国图书馆法[J]. 图书情报工作, 52(6): 6-21."
    )


def test_author_year_names_an_unknown_author():
    assert entry(replace(DING, authors=()), BY_YEAR_2025).startswith("佚名，2000. 数字革命")


def test_an_entry_in_english_keeps_half_width_signs():
    article = replace(XU, title="Green Cities", authors=authors("Li W.", "Smith J", "Doe A", "Roe B"))
    assert entry(article, NUMERIC_2025).startswith(
        "Li W, Smith J, Doe A, et al. Green Cities[EB/OL]. (2025-02-17)[2025"
    )


def test_the_day_is_the_one_in_china():
    article = replace(XU, published=datetime(2025, 2, 16, 16, 0, tzinfo=UTC))
    assert "（2025-02-17）" in entry(article, NUMERIC_2025)


def test_line_breaks_and_control_characters_do_not_enter_an_entry():
    article = replace(DING, title="数字\n革命\x00与\u2028竞争", authors=authors("丁\r\n文详"))
    assert entry(article, NUMERIC_2025).startswith("丁 文详. 数字 革命 与 竞争[N]. ")


def test_what_cannot_be_seen_leaves_no_gap():
    article = replace(DING, title="数字\u200b革命\ufeff👩\u200d💻\ud800", authors=authors("丁\u202e文详"))
    assert entry(article, NUMERIC_2025).startswith("丁文详. 数字革命👩\u200d💻[N]. ")


def test_a_title_in_brackets_does_not_swallow_the_gap_before_it():
    article = replace(XU, title="（受权发布）公报")
    assert entry(article, NUMERIC_2025).startswith("许振超. （受权发布）公报[EB/OL].（2025")


def test_several_of_one_author_and_year_are_told_apart_by_letters():
    second = replace(DING, id=10, title="又一篇", edition=Edition(date(2000, 12, 1), page="2"))
    listed = entries([second, DING, XU], BY_YEAR_2025)
    assert [text.split(".")[0] for text in listed.values()] == ["丁文详，2000a", "丁文详，2000b", "许振超，2025"]


def test_numeric_entries_keep_the_order_given():
    assert list(entries([XU, DING], NUMERIC_2025)) == [XU.id, DING.id]


def test_author_year_entries_are_in_pinyin_order_with_chinese_first():
    english = replace(XU, id=11, title="Green Cities", authors=authors("Abe"))
    assert list(entries([XU, english, DING, LI], BY_YEAR_2025)) == [DING.id, LI.id, XU.id, english.id]


def test_more_than_26_of_one_author_and_year_still_differ():
    articles = [replace(DING, id=number) for number in range(30)]
    assert len(set(entries(articles, BY_YEAR_2025).values())) == 30


def test_the_readers_kind_is_kept():
    expected = "许振超. “好好干，当一个好工人”[N/OL]. 中国共产党新闻网，2025-02-17."
    assert entry(replace(XU, citation_kind="N/OL"), NUMERIC_2025).startswith(expected)
