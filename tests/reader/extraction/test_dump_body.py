"""What stands in a dump's text stays there, to its last line."""

import pytest

from tests.reader.extraction.dump_scene import BODY, EDITOR, IMPRINT, article, texts

CELLS = ["项目", "一区", "二区", "大", "12", "30", "中", "8", "40", "小", "3", "55", "合计", "23", "125"]
STEPS = ["1.打开“河湾办”APP", "2.点击首页 > 办事 > 社保", "3.扫描二维码", "4.登录", "5.提交"]
FORMULAS = ["排名次序：A1>A2>A3", "S=A1*W1+A2*W2，其中W1>W2"]


@pytest.mark.parametrize(
    "inside",
    [
        STEPS,
        CELLS,
        FORMULAS,
        ["区\t长度\t投资", "一区\t12\t30"],
        ["最新消息"],
        ["申请：带身份证到街道窗口。", "审核：由街道三天内审核完毕，并告知本人。"],
        ["声明：双方重申，绿道由两岸共同管护。"],
        ["分享给邻居的那把钥匙，他一直没有收回来。"],
        ["问：要门票吗？", "答：不要。"],
        ["绿道上的市民。林一摄"],
        ["😀"],
        ["𠮷野家旁边的路口"],
    ],
)
def test_lines_between_paragraphs_stay(inside):
    assert texts(article(BODY[:3], inside, BODY[3:], EDITOR)) == [*BODY[:3], *inside, *BODY[3:]]


@pytest.mark.parametrize(
    "last",
    [
        STEPS,
        CELLS,
        ["A级>B级>C级"],
        ["（一）身份证", "（二）户口簿", "（三）申请表"],
        ["获奖名单如下：", "张三 李四 王五 赵六", "钱七 孙八 周九 吴十"],
        ["各区情况见下表：", *CELLS],
        ["河湾市水务局", "2024年5月13日"],
        ["河湾市水务局", "二〇二四年五月十三日"],
        ["河湾市人民政府办公厅", "2024年5月13日", "（此件公开发布）", "河湾市人民政府办公厅秘书处 2024年5月13日印发"],
        ["附件：1.绿道名录", "2.分工表", "河湾市水务局", "联系人：林一，联系电话：12345678"],
        ["注释：", "[1] 林一：《绿道》，河湾出版社2020年版，第3页。"],
        ["河湾日报记者 林一"],
        ["（作者系河湾大学教授）"],
        ["问：能骑车吗？", "答：能。"],
    ],
)
@pytest.mark.parametrize("below", [["打印 关闭", *IMPRINT], ["分享到：", "微信 微博"], [EDITOR], []])
def test_the_last_lines_stay(last, below):
    assert texts(article(BODY, last, below)) == [*BODY, *last]


def test_a_list_that_is_announced_stays():
    goods = ["身份证", "户口簿", "申请表", "照片", "银行卡"]
    page = article(BODY, "需要带：", [f"• {thing}" for thing in goods], "打印 关闭")
    assert texts(page) == [*BODY, "需要带：", *goods]


def test_a_list_of_documents_above_the_editor_stays():
    documents = [f"《河湾市关于绿道建设的第{number}个文件》2024年5月印发" for number in range(30)]
    assert texts(article(BODY, documents, EDITOR)) == [*BODY, *documents]


def test_the_note_under_a_laws_title_is_its_first_line_and_not_its_date():
    note = "（2021年7月27日河湾市人民政府令第7号公布）"
    page = article(note, BODY)
    assert texts(page) == [note, *BODY]
    assert page.published.isoformat() == "2024-05-13T08:49:00+08:00"
