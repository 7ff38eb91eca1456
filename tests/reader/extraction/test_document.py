"""Documents somebody wrote: title and byline found, nothing of the text taken; a pasted portal's page is cleaned."""

from reader.extraction import extract
from reader.extraction.document import read_document
from reader.extraction.page import Block
from tests.reader.extraction.formats.pdf_pages import pdf_of
from tests.reader.extraction.formats.word.files import paragraph, word_file

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意也跟着好了。"


def page_of(*lines, title=()):
    return read_document([Block("paragraph", line) for line in lines], title)


def texts(page):
    return [block.text for block in page.blocks]


def test_the_first_line_is_the_title_and_bylines_below_it_are_read():
    page = page_of("论绿道的管护", "作者：林晓舟", "2023-06-08 09:30　来源：云溪日报", PROSE)
    assert (page.title, page.source, [one.name for one in page.authors]) == ("论绿道的管护", "云溪日报", ["林晓舟"])
    assert page.published.isoformat() == "2023-06-08T09:30:00+08:00"
    assert texts(page) == [PROSE]
    assert [cut.rule for cut in page.removed] == ["byline", "byline"]


def test_what_the_format_calls_the_title_is_it_over_lines():
    page = page_of("内部参考", "绿道的", "管护", PROSE, title=("绿道的", "管护"))
    assert (page.title, texts(page)) == ("绿道的管护", ["内部参考", PROSE])


def test_a_mark_of_an_attachment_is_no_title():
    assert page_of("附件2", "绿道名录", PROSE).title == "绿道名录"


def test_lines_that_look_like_a_portals_stay_where_there_is_one_alone():
    lines = [PROSE, "审核：林晓舟　统筹：街道办", "更多", "姓名 性别 年龄 单位", "编辑：甲", PROSE]
    page = page_of("绿道笔记", *lines)
    assert (texts(page), page.removed) == (lines, ())


def test_a_portals_page_pasted_into_a_document_is_cleaned_and_keeps_its_spans():
    lines = [
        "当前位置：首页 > 新闻 > 正文",
        "绿道通了",
        "2023-06-08 09:30　来源：云溪日报",
        PROSE,
        PROSE[::-1],
        "分享到：",
    ]
    page = extract(word_file("".join(map(paragraph, [*lines, "相关阅读", "旧闻一则"]))))
    assert (page.title, texts(page)) == ("绿道通了", [PROSE, PROSE[::-1]])
    assert {"breadcrumb", "share_prompt", "recommendation_list"} <= {cut.rule for cut in page.removed}


def test_a_letterhead_in_bold_is_no_heading():
    head = [Block("paragraph", text, lead=len(text)) for text in ("云溪镇人民政府文件", "云政发〔2023〕7号")]
    page = read_document([*head, Block("paragraph", "关于管护绿道的通知"), Block("paragraph", PROSE)])
    assert [block.kind for block in page.blocks] == ["paragraph"] * 3


def test_only_a_title_is_a_text_of_its_own():
    assert texts(page_of("独此一行")) == ["独此一行"]


def test_an_official_document_as_pdf_keeps_every_line():
    lines = [
        "云溪镇⼈⺠政府⽂件",
        "云政发〔2023〕7号",
        "关于管护绿道的通知",
        "各村委会：",
        PROSE,
        "云溪镇⼈⺠政府",
        "2023年6⽉8⽇",
    ]
    page = extract(pdf_of([lines]))
    assert (page.title, page.source) == ("关于管护绿道的通知", "云溪镇人民政府")
    assert (
        "".join(texts(page)) == "云溪镇人民政府文件云政发〔2023〕7号各村委会：" + PROSE + "云溪镇人民政府2023年6月8日"
    )
