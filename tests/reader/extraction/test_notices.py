"""What a site shows in an article's place is refused, by its own words; an article about such things is not."""

import pytest

from reader.extraction import ExtractionError, extract

PROSE = "平台昨天公布了新的规则，被删除的内容要写明理由，作者可以在三十天里申诉，由另一组人复核。"


def page(title, *lines):
    written = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title}</title></head><body><h2>{title}</h2><div>{written}</div></body></html>"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("此内容因违规无法查看", ["此内容违反有关规定，查看详细内容", "知道了"]),
        ("该内容已被发布者删除", ["微信公众平台运营中心"]),
        ("此内容已被投诉且经审核涉嫌侵权，无法查看。", []),
        ("环境异常", ["当前环境异常，完成验证后即可继续访问。", "去验证"]),
        ("该公众号已迁移", ["该公众号已迁移至新的账号，原账号已回收。若需访问原文章链接，请点击下方按钮。"]),
        ("此账号已被屏蔽, 内容无法查看", []),
        ("由用户投诉并经平台审核，涉嫌过度营销、骚扰用户等，无法查看", []),
        ("此帐号已自主注销，内容无法查看", []),
        ("当前环境异常，完成验证后即可继续访问", ["去验证"]),
        ("内容审核中", ["稍后再来看看"]),
        ("参数错误", []),
        ("链接已过期", []),
        ("抱歉，您访问的页面不存在", ["返回首页"]),
        ("404 Not Found", ["nginx"]),
        ("此内容发送失败无法查看", []),
        ("根据作者隐私设置，无法查看该内容", []),
        ("由于版权原因，该文章已下线", ["返回首页"]),
        ("稿件已被撤回", []),
        ("温馨提示：您访问的页面不存在", []),
        ("该页面已关闭", []),
        ("該內容已被發佈者刪除", []),
        ("请先登录后查看全文", ["登录", "注册"]),
        ("系统正在维护，请稍后访问", []),
        ("The content has been deleted by the author.", []),
    ],
)
def test_a_notice_is_refused_by_what_it_says(title, lines):
    with pytest.raises(ExtractionError) as caught:
        extract(page(title, *lines).encode(), url="https://mp.weixin.qq.com/s/hw")
    assert caught.value.code == "notice"
    assert title.rstrip("。") in str(caught.value)
    assert title in caught.value.text


def test_an_article_on_notices_is_an_article():
    made = page("该内容已被发布者删除：一条提示背后的规则", *[PROSE + str(number) for number in range(9)])
    assert len(extract(made.encode()).blocks) == 9


def test_a_short_article_is_an_article():
    assert [block.text for block in extract(page("内容为王", PROSE).encode()).blocks] == [PROSE]


@pytest.mark.parametrize(
    "title",
    [
        "502路公交改道",
        "该视频已被平台下架",
        "安全验证码不要告诉别人",
        "对不起，妈妈",
        "内容违规谁来判",
        "404个摊位搬进新市场",
        "页面关闭了的老店",
        "系统维护员的一天",
    ],
)
def test_a_short_article_that_begins_like_a_notice_is_an_article(title):
    assert [block.text for block in extract(page(title, PROSE, PROSE[::-1]).encode()).blocks] == [PROSE, PROSE[::-1]]
