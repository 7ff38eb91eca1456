"""What stands below a dump's text goes, and the lines that sign the text stay above it."""

import pytest

from reader.extraction.dump_footer import closes
from tests.reader.extraction.dump_scene import BODY, article, texts

FOOTERS = {
    "visits": "浏览次数： 12",
    "visitors": "您是第 12345 位访客",
    "share": "分享文章到\n取消",
    "share with": "分享到 微信 微博\n返回上一页",
    "top": "返回顶部 打印页面 关闭本页",
    "close": "【我要纠错】\n【字体：大 中 小】 【打印】 【关闭】",
    "survey": "您对本页内容是否满意？\n满意\n不满意\n提交",
    "loading survey": "问卷加载中...",
    "host": "主办：河湾市政府 承办：河湾市大数据局\n地址：河湾路1号\n联系电话：12345\n河ICP备12号",
    "attachment": "相关附件：\n标签：\n浏览次数： -\n分享\n微信好友 QQ好友 QQ空间 新浪微博\n取消\n扫码浏览",
    "keywords": "绿道 河湾市 城市更新\n责任编辑：林一",
    "account": "长按识别二维码，关注河湾发布\n微信号：hewan",
    "pages": "1 2 下一页 余下全文\n22\n标签 绿道早市",
    "neighbours": "上一篇：别处的新闻\n下一篇：没有了",
    "links": "关于我们 | 联系我们 | 网站地图 | 法律声明",
    "paywall": "登录后继续阅读\n开通会员",
    "told": "发布时间：2024年05月13日 19:43 来源：河湾日报 编辑：林一 分享 打印",
    "source": "（来源：河湾日报）\n责任编辑：林一",
    "promotion": "看河湾新闻、查河湾天气,上手机河湾网新闻频道 m.example.cn",
    "traditional": "閱讀次數：12\n列印 關閉視窗",
}


@pytest.mark.parametrize("name", FOOTERS)
def test_a_footer_goes(name):
    assert texts(article(BODY, FOOTERS[name].split("\n"))) == BODY


@pytest.mark.parametrize("name", FOOTERS)
def test_the_office_and_the_day_above_it_stay(name):
    signed = ["河湾市水务局", "2024年5月13日"]
    assert texts(article(BODY, signed, FOOTERS[name].split("\n"))) == [*BODY, *signed]


@pytest.mark.parametrize(
    "line",
    [
        "更多青年开始关注绿道。",
        "满意度调查显示，九成居民愿意步行。",
        "3.扫描二维码",
        "大",
        "12",
        "2024年5月13日",
        "A1>A2>A3",
        "绿道",
    ],
)
def test_a_line_of_the_text_is_no_footer(line):
    assert not closes(line)
