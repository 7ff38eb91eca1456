"""Plain-text dumps in the shapes of several portals, with text of the project's own."""

import pytest

from reader.extraction import Author, ExtractionError, extract

FIRST = "清晨六点，绿道上已经有人跑步，河水贴着堤岸慢慢流，城市在这里先醒了过来。"
SECOND = "把分散的公园连成一张网，靠的不是多修几座桥，而是让人走得通、停得下、愿意再来。"
THIRD = "规划部门说，今后三年还要补上十二处断点，让老城与新区之间步行不再绕路。"
BODY = [FIRST, SECOND, THIRD]
TITLE = "让绿道连起城市的早晨"
TEXT = "\n".join(BODY)

GMW = f"""点击右上角微信好友
朋友圈
全部导航
• 时政
• 国际
正在阅读：{TITLE}
首页> 理论频道> 城市 > 正文
{TITLE}
来源：测试日报2024-05-13 08:49
X
{TEXT}
[ 责编：林一 ]
阅读剩余全文()
您此时的心情
• 开心
0
视觉焦点
• 另一篇文章的题目
"""

PEOPLE = f"""• 首页
• 党政
人民网>>经济·科技
河道治理见成效
{TITLE}
本报记者 林一 周二
2024年05月10日06:58 | 来源：测试日报
小字号
{TEXT}
《 测试日报 》（ 2024年05月10日 04 版）
(责编：林一、周二)
分享让更多人看到
推荐阅读
另一篇文章的题目
另一篇文章的摘要写得也很长，也有标点，可是它不属于这一篇文章，不能混进来。
"""

SINA = f"""• 新浪首页
• 新闻
国内新闻>正文
{TITLE}
{TITLE}
2024年05月16日 17:02 测试日报
举报 缩小字体 放大字体 收藏 微博 微信 分享 3,930
腾讯QQ QQ空间
{TEXT}
责任编辑：林一 SF099
243条评论|3,930人参与网友评论
读者甲：
写得不错，我们这里也有这样的绿道，每天都有很多人去走。
5月16日18:14举报查看对话赞494回复
"""

NETEASE = f"""网易首页
应用
网易首页 > 财经频道 > 正文
{TITLE}
2019-09-07 13:43:45　来源: 测试日报 举报
326
分享到：
• 易信
• 微信
用微信扫码二维码
分享至好友和朋友圈
T + -
（原标题：{TITLE}？）
{TEXT}
本文来源：测试日报 责任编辑：林一_NF4425
跟贴31
参与326
"""

TOUTIAO = f"""• 关注
• 推荐
收藏
分享
• 转发到头条
微信扫码分享
{TITLE}
2024-05-20 14:33·测试日报
{TEXT}
举报
评论 0
今日头条推荐引擎有 8 条更新
"""

GOVERNMENT = f"""今天是2024年5月30日 星期四
设为首页 | 加入收藏 | 联系我们 | 网站地图
当前位置：首页 > 工作动态
{TITLE}
发布日期：2024-05-13 浏览次数：21 信息来源：测试日报
{TEXT}
打印 关闭
主办单位：某市政府 版权所有
"""

NEWS_AGENCY = f"""{TITLE}_某某频道首页_某某网
首页 头条 时政 人事 廉政 社会
新华网 正文
{TITLE}
2019-12-10 07:57:40 来源： 测试日报
关注新华网
微信
评论
{TEXT}
+1
【纠错】
责任编辑： 林一
新闻评论
热帖
• 另一篇文章的题目
2018-03-02 08:58:39
"""

SHAPES = {
    "gmw": GMW,
    "government": GOVERNMENT,
    "netease": NETEASE,
    "news_agency": NEWS_AGENCY,
    "people": PEOPLE,
    "sina": SINA,
    "toutiao": TOUTIAO,
}


def read(text):
    return extract(text.encode())


def texts(page):
    return [block.text for block in page.blocks]


@pytest.fixture(params=sorted(SHAPES))
def dump(request):
    return SHAPES[request.param]


def test_the_body_is_what_was_written(dump):
    assert texts(read(dump)) == BODY


def test_the_title_is_found(dump):
    assert read(dump).title == TITLE


def test_the_source_is_found(dump):
    assert read(dump).source == "测试日报"


def test_the_time_is_found(dump):
    assert read(dump).published is not None


def test_folded_punctuation_changes_nothing(dump):
    page = read(dump.replace("，", ",").replace("：", ":").replace("？", "?").replace("（", "(").replace("）", ")"))
    assert texts(page) == [text.replace("，", ",") for text in BODY]
    assert (page.title, page.source) == (TITLE, "测试日报")


def test_dumps_without_bullets_read_the_same(dump):
    page = read(dump.replace("• ", ""))
    assert (texts(page), page.title) == (BODY, TITLE)


def test_every_line_is_in_the_metadata_the_blocks_or_removed(dump):
    page = read(dump)
    told = {line for line in dump.split("\n") if "测试日报" in line or line == TITLE}
    kept = {*texts(page), *(row.text for row in page.removed), *told, ""}
    assert {line.strip() for line in dump.split("\n")} <= kept


@pytest.mark.parametrize(("name", "editor"), [("gmw", "林一"), ("people", "林一、周二"), ("sina", "林一 SF099")])
def test_the_editor_is_told_below(name, editor):
    assert read(SHAPES[name]).editor == editor


def test_the_dateline_with_more_to_say_is_kept_as_removed():
    assert ("dateline", "发布日期：2024-05-13 浏览次数：21 信息来源：测试日报 选稿：周二 某地") in [
        (row.rule, row.text)
        for row in read(GOVERNMENT.replace("信息来源：测试日报", "信息来源：测试日报 选稿：周二 某地")).removed
    ]


def test_the_buttons_below_the_title_have_a_rule():
    rules = {row.text: row.rule for row in read(NETEASE).removed}
    assert rules["T + -"] == "toolbar"
    assert rules["326"] == "toolbar"


def test_a_date_of_the_day_above_is_not_the_articles():
    assert read(GOVERNMENT).published.isoformat() == "2024-05-13T00:00:00+08:00"


def test_an_afternoon_is_told():
    page = read(TOUTIAO.replace("2024-05-20 14:33·测试日报", "2024年5月20日週一 下午2:05"))
    assert page.published.isoformat() == "2024-05-20T14:05:00+08:00"


def test_a_medium_on_its_own_line_is_the_source():
    page = read(TOUTIAO.replace("2024-05-20 14:33·测试日报", "林一/测试日报\n2024-05-20 14:33"))
    assert (page.title, page.source) == (TITLE, "测试日报")


def test_short_lines_with_a_comma_are_text():
    verse = "下周一，\n绿道就要开放了。\n"
    assert texts(read(TOUTIAO.replace(FIRST, verse + FIRST)))[:3] == ["下周一，", "绿道就要开放了。", FIRST]


def test_a_list_inside_the_text_stays_in_it():
    steps = [f"第{number}段步道" for number in "一二三四五"]
    lines = "\n".join(f"• {step}" for step in steps)
    more = [SECOND + FIRST, THIRD + FIRST]
    page = read(TOUTIAO.replace(TEXT, "\n".join([FIRST, lines, *more])))
    assert texts(page) == [FIRST, *steps, *more]
    assert [block.kind for block in page.blocks][1:6] == ["list"] * 5


def test_an_unknown_list_below_the_text_is_cut():
    links = "\n".join(f"• 第{number}条别处的新闻" for number in range(8))
    assert texts(read(TOUTIAO.replace("举报\n评论 0", links))) == BODY


def test_items_with_a_time_below_the_text_are_cut():
    items = "另一篇文章的题目\n2024-05-13 07:42\n又一篇文章的题目\n2024-05-12 08:14"
    assert texts(read(TOUTIAO.replace("举报\n评论 0", items))) == BODY


def test_an_advertisement_card_inside_is_removed():
    page = read(TOUTIAO.replace(SECOND, f"广告某某公司的好东西\n×\n{SECOND}"))
    assert texts(page) == BODY
    assert ("advertisement", "广告某某公司的好东西") in [(row.rule, row.text) for row in page.removed]


def test_no_title():
    page = read(f"2024-05-20 14:33 来源：测试日报\n{TEXT}\n责任编辑：林一\n")
    assert (page.title, texts(page)) == ("", BODY)


def test_no_date():
    page = read(f"首页 新闻 时政 财经 体育\n{TITLE}\n{TEXT}\n相关阅读\n• 另一篇文章的题目\n")
    assert (page.title, page.published, texts(page)) == (TITLE, None, BODY)


def test_only_boilerplate_is_no_article():
    with pytest.raises(ExtractionError) as raised:
        read("首页 新闻 时政 财经 体育\n版权所有 某某网\n联系我们\n")
    assert raised.value.code == "no_article"
    assert "版权所有 某某网" in raised.value.text


def test_a_written_text_loses_nothing():
    lines = ["我的笔记", "第一行", "第二行", "• 甲", "• 乙", "• 丙", "• 丁", "• 戊", "我的笔记", "完"]
    page = read("\n".join(lines))
    assert (page.title, page.removed) == ("我的笔记", ())
    assert texts(page) == ["第一行", "第二行", "甲", "乙", "丙", "丁", "戊", "我的笔记", "完"]


def test_a_written_text_with_a_byline():
    page = read(f"{TITLE}\n作者：林一（测试大学教授）\n{TEXT}")
    assert page.authors == (Author("林一", "测试大学教授"),)
    assert texts(page) == BODY


def test_markdown_headings_keep_their_level():
    page = read(f"# {TITLE}\n\n## 起点\n\n{FIRST}")
    assert page.title == TITLE
    assert (page.blocks[0].kind, page.blocks[0].level, page.blocks[0].text) == ("heading", 2, "起点")


@pytest.mark.parametrize("sign", ["𠮷", "😀", "ｶﾞ", "\u3000缩进"])
def test_odd_characters_stay(sign):
    assert texts(read(f"{TITLE}\n{FIRST}{sign}\n{SECOND}"))[0] == FIRST + sign


def test_zeros_between_characters_go():
    assert texts(extract(GMW.replace(FIRST, FIRST[:9] + "\x00" + FIRST[9:]).encode())) == BODY


def test_one_character():
    assert texts(read("一")) == ["一"]


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_is_empty(text):
    with pytest.raises(ExtractionError) as raised:
        read(text)
    assert raised.value.code == "empty"


def test_one_line_of_ten_megabytes():
    line = "城市发展要讲协同，" * 380_000
    assert texts(read(line)) == [line]
