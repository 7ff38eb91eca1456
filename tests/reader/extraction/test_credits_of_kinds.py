"""Sources, editors and authors as labels of many kinds tell them."""

import pytest

from reader.extraction import Author
from reader.extraction.bylines import authors_in
from reader.extraction.editors import editor_in, is_editor_line
from reader.extraction.metadata import tell
from reader.extraction.sources import bare_source, is_medium, sender_in, source_in


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("來源：河灣日報　作者：陳志明", "河灣日報"),
        ("稿源：河湾新闻网", "河湾新闻网"),
        ("出处：河湾新闻网", "河湾新闻网"),
        ("来源 | 河湾日报", "河湾日报"),
        ("来源丨河湾日报", "河湾日报"),
        ("来源： 河湾 日报 2025-04-10", "河湾日报"),
        ("来源：河湾通讯社 东山分社 2025-04-10", "河湾通讯社 东山分社"),
        ("来源：河湾发布", "河湾发布"),
        ("来源：东山评论", "东山评论"),
        ("来源：河湾日报作者：林晓", "河湾日报"),
        ("来源：河湾日报作者", "河湾日报"),
        ("作者：林晓来源：河湾日报", "河湾日报"),
        ("2025年04月10日09:25来源：河湾日报", "河湾日报"),
        ("来源：Riverbend Daily 2025-04-10", "Riverbend Daily"),
        ("来源：《河湾》2025/10", "《河湾》"),
        ("来 源 ： 河湾日报", "河湾日报"),
        ("来源于：河湾日报", "河湾日报"),
        ("Source: 河湾日报 2025-04-10", "河湾日报"),
    ],
)
def test_sources(text, source):
    assert source_in(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "",
        "来源：",
        "来源： 作者：林晓",
        "来源：2025-04-10",
        "资金来源：财政拨款",
        "图片来源：河湾日报",
        "来源可查去向可追",
        "水的来源：地下河",
        "来自河湾市",
        "来源于河湾的水",
        "DataSource: table",
    ],
)
def test_what_is_no_source(text):
    assert source_in(text) == ""


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("供稿单位：河湾市交通运输局 2025-04-10", "河湾市交通运输局"),
        ("供稿：河湾日报", "河湾日报"),
        ("发布单位：河湾市水务局　发布时间：2025-04-10", "河湾市水务局"),
        ("媒体：河湾晚报", "河湾晚报"),
        ("供稿：林晓", ""),
        ("全媒体：一种新的办法", ""),
        ("发布单位要把好关", ""),
    ],
)
def test_who_sent_it_in(text, sender):
    assert sender_in(text) == sender


@pytest.mark.parametrize("name", ["河湾日报", "河湾市水务局", "河湾省教育厅", "水利部", "河湾法院"])
def test_what_may_publish(name):
    assert is_medium(name)


@pytest.mark.parametrize("title", ["街道的客厅", "打开工作新格局", "为大局添彩也谋全局", "上游的东部与西部之外的内部"])
def test_a_title_that_ends_like_an_office_is_none(title):
    assert not is_medium(title)


def test_the_label_alone_is_no_source():
    assert bare_source("来源:") == ""
    assert bare_source("河湾日报 2025-04-10") == "河湾日报"


@pytest.mark.parametrize(
    ("text", "editor"),
    [
        ("【纠错】 【责任编辑:林晓 】", "林晓"),
        ("责任编辑 林晓", "林晓"),
        ("责任编辑林晓", "林晓"),
        ("責任編輯：黃麗", "黃麗"),
        ("责任编辑：林晓 何远", "林晓 何远"),
        ("责任编辑：林晓/何远", "林晓/何远"),
        ("责 编：林　晓", "林晓"),
        ("责任编辑：林晓 校对：何远", "林晓"),
        ("文编：林晓", "林晓"),
    ],
)
def test_editors(text, editor):
    assert editor_in(text) == editor
    assert is_editor_line(text)


@pytest.mark.parametrize(
    "text", ["", "责任编辑制度", "编辑推荐", "总编辑：何远", "编辑林晓认为这样不行", "（责任编辑：）"]
)
def test_what_tells_no_editor(text):
    assert editor_in(text) == ""


@pytest.mark.parametrize("text", ["编辑：林晓 分享 打印", "编辑：林晓 关闭"])
def test_buttons_are_no_editors(text):
    assert editor_in(text) == "林晓"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("記者：陳志明、林小華", [("陳志明", ""), ("林小華", "")]),
        ("作者：林　晓", [("林晓", "")]),
        ("作者：林晓 来源：河湾日报 2025-04-10", [("林晓", "")]),
        ("作者：林晓、周问 分别系河湾大学教授、河湾学院院长", [("林晓", "河湾大学教授"), ("周问", "河湾学院院长")]),
        ("作者：林晓 系河湾大学教授；周问 系河湾学院院长", [("林晓", "河湾大学教授"), ("周问", "河湾学院院长")]),
        ("作者系河湾大学教授 林晓", [("林晓", "河湾大学教授")]),
        ("作者：Ada Byron", [("Ada Byron", "")]),
        ("作者：", []),
    ],
)
def test_authors(line, authors):
    assert authors_in(line) == tuple(Author(*one) for one in authors)


@pytest.mark.parametrize(
    "line",
    [
        "2025年4月10日河湾市召开会议",
        "（2025年4月10日河湾市人民政府令第6号公布）",
        "（2025年4月10日）",
        "来源可查、去向可追的河湾",
    ],
)
def test_a_line_of_the_text_tells_nothing(line):
    assert tell({}, line, strictly=True) is False


def test_a_labelled_time_counts_before_a_bare_one_above_it():
    told = {}
    tell(told, "2025年6月20日 星期五")
    tell(told, "发布时间：2025-04-10")
    assert told["published"].isoformat()[:10] == "2025-04-10"
