"""What goes and what stays inside the container: in doubt the line stays."""

import pytest

from reader.extraction import extract

ONE = "老茶厂的烟囱留了下来，厂房改成了工坊，做茶的、做陶的、做木工的都搬了进来，院子里又有了声响。"
TWO = "工坊不收门票，只收一点电费，学徒从隔壁镇上来，周末的时候还有城里的孩子跟着父母来揉泥巴。"
THREE = "管院子的老厂长说，厂子关门那年他以为这里要长草了，没想到草没长起来，倒是人又多了起来。"


def page(*rows, title="老茶厂的新声响", around=""):
    body = "".join(row if row.startswith("<") else f"<p>{row}</p>" for row in rows)
    html = f"<h1>{title}</h1>{around}<div class='article-content'>{body}</div>"
    return extract(f"<html><head><title>{title}</title></head><body>{html}</body></html>".encode())


def texts(*rows, **known):
    return [block.text for block in page(*rows, **known).blocks]


@pytest.mark.parametrize(
    "line",
    [
        "审核：由县住建局会同镇里在十个工作日内审完。",
        "统筹：县里每季度开一次会，通报进度",
        "校对：核对面积和户数，两人签字",
        "编辑：先把稿子通读一遍，再动笔改。",
        "监制：街道办",
        "打印",
        "收藏",
        "推荐",
        "扫码",
        "更多",
        "评论",
        "下载“河湾通”客户端",
        "扫描二维码进入小程序",
        "长按识别二维码，填写申请表",
        "打开微信扫一扫",
        "回复“1”确认预约",
        "联系我们：县政务大厅三号窗口",
        "相关链接怎么用",
        "声明：本办法由县住建局负责解释",
        "版权所有人应当在三十日内登记",
        "分享会怎么开",
        "标签：陶器、木器、竹器",
        "办理许可证（副本）",
        "视频监控全覆盖",
        "更多人选择留下来",
        "热点问题",
        "第一步 扫一扫门口的二维码",
        "文明上网从我做起",
    ],
)
def test_a_step_or_subhead_between_paragraphs_stays(line):
    assert texts(ONE, line, TWO, THREE) == [ONE, line, TWO, THREE]


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：林晓",
        "（责编：林晓、周问）",
        "【纠错】 【责任编辑:林晓 】",
        "责任编辑 林晓",
        "責任編輯：林曉",
        "编辑|林晓",
        "编辑：林晓 校对：周问",
    ],
)
@pytest.mark.parametrize("place", [1, 3])
def test_an_editors_line_goes_wherever_it_stands(line, place):
    rows = [ONE, TWO, THREE]
    rows.insert(place, line)
    assert texts(*rows) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "line",
    [
        "点击上方蓝字关注我们",
        "▼▼▼ 点击上方蓝字关注我们 ▼▼▼",
        "👇👇长按识别二维码关注👇👇",
        "欢迎关注“河湾发布”公众号",
        "后台回复【茶】，领取导览图",
        "1、回复【茶厂】查看开放时间",
        "看完点个“在看”",
        "喜欢就点个赞再走吧",
        "分享、点赞、在看",
        "—— END ——",
        "- The End -",
        "#老茶厂# #手艺#",
        "点击查看大图",
        "下一张",
        "3/12",
        "点击收听",
        "音频加载中...",
        "隐私政策",
        "更多精彩内容请下载河湾新闻客户端",
        "下载河湾新闻APP，随时看新闻",
        "违法和不良信息举报电话：010-00000000",
        "责编：林晓",
        "审核：林晓",
        "未经授权不得转载",
    ],
)
def test_what_portals_put_below_the_text_goes(line):
    assert texts(ONE, TWO, THREE, line) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "line", ["点击上方蓝字关注我们", "—— END ——", "#老茶厂# #手艺#", "点击查看大图", "原标题：茶厂", "正在阅读：老茶厂"]
)
def test_what_is_nothing_but_a_portals_goes_between_paragraphs_too(line):
    assert texts(ONE, line, TWO, THREE) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "line", ["河湾县人民政府", "2024年5月13日", "（此件公开发布）", "（完）", "联系人：林晓　电话：0000-000000"]
)
def test_what_a_document_ends_with_stays(line):
    assert texts(ONE, TWO, THREE, line) == [ONE, TWO, THREE, line]


HEADLINES = ("渡口来了新船", "粮仓亮起了灯", "小站迎来列车")
LINKS = "<ul>" + "".join(f"<li><a href='/{line}'>{line}</a></li>" for line in HEADLINES) + "</ul>"


@pytest.mark.parametrize("heading", ["相关阅读", "热门评论", "猜你喜欢", "往期回顾："])
def test_a_heading_of_links_takes_them_along_but_no_paragraph_after_them(heading):
    assert texts(ONE, heading, LINKS, "短短一句，也是正文。", TWO, THREE) == [ONE, "短短一句，也是正文。", TWO, THREE]


def test_a_summary_goes_with_its_headline():
    entry = f"<div><a href='/1'>渡口来了新船</a><p>{ONE[:40]}。</p></div>"
    assert texts(ONE, TWO, THREE, "相关阅读", entry, entry.replace("渡口", "粮仓")) == [ONE, TWO, THREE]


@pytest.mark.parametrize("announced", ["附件：", "附件", "相关附件：", "依据：", "参考文献"])
def test_a_documents_own_list_of_links_stays(announced):
    kept = texts(ONE, TWO, announced, LINKS, THREE)
    assert kept == [ONE, TWO, announced, *HEADLINES, THREE]


def test_links_to_files_stay_without_being_announced():
    files = "".join(f'<li><a href="/f{number}.doc">{number}.申请表</a></li>' for number in range(1, 4))
    assert texts(ONE, TWO, f"<ul class='fj'>{files}</ul>")[2:] == ["1.申请表", "2.申请表", "3.申请表"]


def test_a_list_of_laws_stays():
    laws = "".join(f'<li><a href="/l{number}">《河湾县第{number}号条例》</a></li>' for number in range(1, 5))
    assert len(texts(ONE, TWO, f"<ul>{laws}</ul>")) == 6


def test_a_list_of_other_articles_goes_without_being_announced():
    assert texts(ONE, TWO, THREE, LINKS) == [ONE, TWO, THREE]


def test_another_articles_headline_between_paragraphs_goes():
    assert texts(ONE, '<h3><a href="/1">渡口来了新船</a></h3>', TWO, THREE) == [ONE, TWO, THREE]


def test_a_subhead_between_paragraphs_stays():
    assert texts(ONE, "<h3>新声响</h3>", TWO, THREE) == [ONE, "新声响", TWO, THREE]


def test_a_row_that_promotes_the_portal_below_the_text_goes():
    row = '<a href="/a">河湾网手机客户端</a> <a href="/b">更多精彩请点击</a>'
    assert texts(ONE, TWO, THREE, f"<p>{row}</p>") == [ONE, TWO, THREE]


def test_a_linked_source_document_below_the_text_stays():
    assert texts(ONE, TWO, THREE, '<p><a href="/a">《河湾县老厂房利用办法》</a></p>')[-1] == "《河湾县老厂房利用办法》"


NUMBER, NOTE = "河政办发〔2024〕12号", "（2024年5月10日河湾县第三次常务会议通过）"


def test_a_documents_number_and_note_stay():
    assert texts(NUMBER, NOTE, ONE, TWO) == [NUMBER, NOTE, ONE, TWO]


def test_a_documents_number_above_the_title_in_the_container_stays():
    html = f"<div class='article-content'><p>{NUMBER}</p><h1>老厂房利用办法</h1><p>{ONE}</p><p>{TWO}</p></div>"
    made = extract(f"<html><head><title>老厂房利用办法</title></head><body>{html}</body></html>".encode())
    assert [block.text for block in made.blocks] == [NUMBER, ONE, TWO]


def test_a_short_first_sentence_with_a_date_is_no_byline():
    first = "2024年5月13日，河湾县召开现场会，部署老厂房利用"
    assert texts(first, ONE, TWO) == [first, ONE, TWO]


@pytest.mark.parametrize("line", ["时间：2024年5月13日上午9时", "活动时间：2024年5月13日至15日"])
def test_when_something_takes_place_is_no_byline(line):
    assert texts(line, "地点：老茶厂一号厂房", ONE, TWO) == [line, "地点：老茶厂一号厂房", ONE, TWO]


def test_links_to_files_stay_whatever_their_element_is_called():
    files = "".join(f'<li><a href="/f{number}.pdf">{number}.流程图</a></li>' for number in range(1, 4))
    assert texts(ONE, TWO, f"<div class='related'><ul>{files}</ul></div>")[2:] == ["1.流程图", "2.流程图", "3.流程图"]


@pytest.mark.parametrize(
    "line",
    [
        "老茶厂的烟囱。河湾日报记者林晓摄",
        "（图／記者林曉攝）",
        "圖／河灣社提供",
        "（資料照，記者林曉攝）",
        "▲老茶厂的烟囱",
        "图源：河湾发布",
        "◎ 图：河湾发布截图",
        "老茶厂的院子 /图：河湾发布",
        "（图片来源：河湾发布）",
    ],
)
def test_a_photographs_credit_is_a_caption(line):
    found = {block.text: block.kind for block in page(ONE, line, TWO).blocks}
    assert found[line] == "caption"


@pytest.mark.parametrize("line", ["他拍摄了一部关于茶厂的片子。", "照片由老厂长提供给县里的档案馆，一共三百多张。"])
def test_a_sentence_about_pictures_is_none(line):
    found = {block.text: block.kind for block in page(ONE, line, TWO).blocks}
    assert found[line] == "paragraph"


@pytest.mark.parametrize("summary", [f"{ONE[:30]}……", f"{ONE[:30]}..."])
def test_a_summary_broken_off_goes(summary):
    assert texts(summary, "<h3>新声响</h3>", ONE, TWO, THREE) == ["新声响", ONE, TWO, THREE]


@pytest.mark.parametrize("first", [ONE, "他说……", f"{TWO[:20]}，还有……"])
def test_a_quote_for_show_and_an_unfinished_sentence_stay(first):
    assert texts(first, TWO, ONE, THREE)[0] == first


def test_a_refrain_stays():
    assert texts(ONE, TWO, "又一天。", THREE, "又一天。") == [ONE, TWO, "又一天。", THREE, "又一天。"]


def test_paragraphs_set_apart_by_full_width_spaces_alone():
    assert texts(f"<div>　　{ONE}　　{TWO}\n　　{THREE}</div>") == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "opened", ["<pre>{}</pre>", "<div style='white-space: pre-wrap'>{}</div>", "<p style='white-space:pre-line'>{}</p>"]
)
def test_lines_kept_as_they_are_written_are_paragraphs(opened):
    assert texts(opened.format(f"{ONE}\n\n{TWO}\n{THREE}")) == [ONE, TWO, THREE]


def test_lines_kept_by_the_pages_own_style():
    sheet = "<style>.text { color: #333; white-space: pre-wrap; }</style>"
    assert texts(f"<div class='text'>{ONE}\n{TWO}</div>", around=sheet) == [ONE, TWO]


def test_lines_in_the_source_of_a_paragraph_are_one():
    assert texts(f"<p>{ONE[:20]}\n{ONE[20:]}</p>", TWO) == [f"{ONE[:20]} {ONE[20:]}", TWO]


@pytest.mark.parametrize("count", [3, 80, 400])
def test_divs_that_are_never_closed(count):
    rows = [f"{ONE[:-1]}，这是第{number}段。" for number in range(count)]
    html = "<div class='text'>" + "".join(f"<div>{row}" for row in rows)
    made = extract(f"<html><head><title>老茶厂</title></head><body><h1>老茶厂</h1>{html}</body></html>".encode())
    assert [block.text for block in made.blocks] == rows


def test_a_list_of_links_that_words_with_a_colon_introduce_is_text():
    laws = "".join(
        f'<li><a href="/{at}.htm">{name}</a></li>'
        for at, name in enumerate(["水法实施条例", "河湾镇茶园管理规定", "老厂房保护规定"])
    )
    assert "河湾镇茶园管理规定" in texts(ONE, "本办法依据下列文件制定：", f"<ul>{laws}</ul>", TWO, THREE)


@pytest.mark.parametrize("button", ["扫一扫 手机阅读", "打印", "加载更多"])
def test_a_button_above_the_first_paragraph_goes_and_one_between_stays(button):
    assert texts(button, ONE, TWO) == [ONE, TWO]
    assert button in texts(ONE, button, TWO)


def test_a_line_of_media_and_a_time_above_the_text_is_a_byline():
    made = page("河湾日报客户端 河湾日报客户端 2025年04月10日 09:30 A-A+", ONE, TWO)
    assert [block.text for block in made.blocks] == [ONE, TWO]
    assert made.published.isoformat() == "2025-04-10T09:30:00+08:00"
