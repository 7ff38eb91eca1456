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


def test_the_title_below_a_documents_table():
    table = ["索引号：123456-2025-0001", "发文机构：河湾市水务局", "成文日期：2025-04-08", "发布日期：2025-04-10"]
    title = "河湾市水务局关于加强渡口管理的通知"
    page = read(table, [title, "河水〔2025〕3号", "各镇人民政府："], BODY)
    assert (page.title, page.document_number) == (title, "河水〔2025〕3号")
    assert (str(page.published.date()), str(page.document_date)) == ("2025-04-10", "2025-04-08")
    assert texts(page)[-len(BODY) :] == BODY


def test_a_headline_of_a_list_that_stands_twice_is_no_title():
    headlines = [f"河湾镇今天的第{number}件事情" for number in range(30)]
    assert read(headlines, [TITLE, DATELINE], BODY, EDITOR, headlines).title == TITLE


def test_headlines_with_commas_below_the_text_are_no_text():
    headlines = [
        f"河湾镇的第{number}件事今天办完了，附近的人家都出来看热闹" if number % 5 == 0 else f"河湾镇的第{number}件事情"
        for number in range(60)
    ]
    assert texts(read([TITLE, DATELINE], BODY, headlines)) == BODY


@pytest.mark.parametrize("line", ["記者 林曉／河灣報導", "本报记者 林晓 周问"])
def test_a_reporters_line_below_the_date_is_a_byline(line):
    page = read([TITLE, DATELINE, line], BODY)
    assert texts(page) == BODY
    assert page.authors


def test_where_an_account_was_is_no_text():
    assert texts(read([TITLE, "河湾发布", "2025年04月10日 09:30", "浙江"], BODY)) == BODY


@pytest.mark.parametrize("medium", ["东方网", "方正网", "东方卫视网"])
def test_a_medium_that_begins_like_a_name_is_a_source(medium):
    assert read([TITLE, f"2025-04-10 09:30 {medium}"], BODY).source == medium


def test_a_name_beside_the_date_is_no_source():
    assert read([TITLE, "2025-04-10 09:30 林晓"], BODY).source == ""
