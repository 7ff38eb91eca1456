"""A dump's title is a title, and its editor is read wherever it is told."""

import pytest

from reader.extraction import ExtractionError, extract
from tests.reader.extraction.dump_scene import BODY, DATELINE, EDITOR, HEADLINES, NAVIGATION, TITLE, read, texts


@pytest.mark.parametrize(
    "above",
    [
        [TITLE, "河湾网 分享 打印"],
        [TITLE, "分享到：", "【打印】", DATELINE],
        ["首页>新闻>要闻", "河湾网 > 新闻 > 要闻", TITLE, DATELINE],
        ["河湾网>>新闻", TITLE, DATELINE],
        ["当前位置：", "首页", "新闻", TITLE, DATELINE],
        [TITLE, "河湾发布", "微信号 hewanfabu", "功能介绍 河湾市官方发布。", "2024-05-13 08:49"],
        [
            TITLE,
            "微信号",
            "hewanfabu",
            "功能介绍",
            "河湾发布，讲河湾的路、河湾的桥、河湾的早市，每天早上七点和街坊们见面，从不缺席。",
            DATELINE,
        ],
        [TITLE, "https://www.example.cn  2024年05月13日08:49  河湾日报"],
    ],
)
def test_the_title_is_neither_a_button_nor_a_path_nor_an_account(above):
    page = read(NAVIGATION, above, BODY, EDITOR)
    assert (page.title, texts(page)) == (TITLE, BODY)


@pytest.mark.parametrize(
    "below",
    [
        "[编辑:林一]",
        "【编辑:林一】",
        "编辑：林一 分享 打印",
        "发布时间：2024年05月13日 19:43 来源：河湾日报 编辑：林一 分享 打印",
        "责任编辑：\n林一",
        "网站编辑 - 林一",
        "(责编：林一)",
    ],
)
def test_the_editor_below_is_read(below):
    page = read(NAVIGATION, TITLE, DATELINE, BODY, below.split("\n"))
    assert (page.editor, texts(page)) == ("林一", BODY)


@pytest.mark.parametrize(
    "dateline", ["2024-05-13 08:49 [来源:河湾日报] [作者:周二] [编辑:林一]", f"{DATELINE} 编辑：林一"]
)
def test_the_editor_in_the_dateline_is_read(dateline):
    page = read(NAVIGATION, TITLE, dateline, BODY)
    assert (page.editor, page.source, texts(page)) == ("林一", "河湾日报", BODY)


def test_a_dateline_below_the_text_tells_when_and_where():
    page = read(NAVIGATION, TITLE, "河湾网 分享 打印", BODY, "发布时间：2024年05月13日 19:43 来源：河湾日报 编辑：林一")
    assert (page.title, page.source, page.published.isoformat()) == (TITLE, "河湾日报", "2024-05-13T19:43:00+08:00")


def test_only_headlines_are_no_article():
    with pytest.raises(ExtractionError) as raised:
        read(NAVIGATION, HEADLINES)
    assert raised.value.code == "no_article"
    assert HEADLINES[-1] in raised.value.text


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n", "\t\n  "])
def test_whatever_ends_the_lines(ending):
    whole = ending.join([*NAVIGATION, TITLE, DATELINE, *BODY, EDITOR])
    page = extract(b"\xef\xbb\xbf" + whole.encode())
    assert (page.title, texts(page)) == (TITLE, BODY)


def test_a_paragraph_above_the_date_is_text():
    page = read(NAVIGATION, TITLE, BODY[0], DATELINE, BODY[1:], EDITOR)
    assert (page.title, page.source, texts(page)) == (TITLE, "河湾日报", BODY)


def test_an_author_in_the_dateline_is_read():
    page = read(NAVIGATION, TITLE, f"{DATELINE} 作者：周二", BODY, EDITOR)
    assert [author.name for author in page.authors] == ["周二"]


def test_the_title_of_a_documents_index_is_its_title():
    index = [
        "索 引 号：000014349/2024-00001",
        f"标　　题：{TITLE}",
        "发文字号：河政办发〔2024〕1号",
        "发布日期：2024年05月13日",
    ]
    number = "河政办发〔2024〕1号"
    page = read("首页 > 政务公开 > 政策", index, TITLE, number, BODY, "版权所有：河湾市政府")
    assert (page.title, texts(page)) == (TITLE, [number, *BODY])
