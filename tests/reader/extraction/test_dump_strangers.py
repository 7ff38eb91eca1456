"""What a portal put between the paragraphs of a dump is taken, line by line, each with its rule."""

import pytest

from reader.extraction.dump_strangers import strangers
from tests.reader.extraction.dump_scene import BODY, EDITOR, article, removed, texts


@pytest.mark.parametrize(
    "inside",
    [
        ["分享到：", "微信 微博 QQ空间"],
        ["收藏"],
        ["• 收藏", "• 分享", "• 打印", "• 评论"],
        ["正在加载..."],
        ["扫描二维码"],
        ["广告某某公司的好东西", "×"],
        ["本文仅代表作者观点，未经授权不得转载。"],
    ],
)
def test_what_a_portal_put_between_paragraphs_is_taken(inside):
    page = article(BODY[:3], inside, BODY[3:], EDITOR)
    assert texts(page) == BODY
    assert set(inside) <= set(removed(page))


def test_a_long_disclaimer_at_the_end_is_taken():
    notice = "声明：以上内容（包括图片及视频）由用户上传并发布，本平台仅提供信息存储服务。" * 4
    page = article(BODY, notice)
    assert (texts(page), removed(page)[notice]) == (BODY, "disclaimer")


def test_of_no_lines_none_is_a_stranger():
    assert strangers([]) == {}


def test_each_stranger_has_its_rule():
    assert strangers([BODY[0], "相关阅读", "别处的新闻", BODY[1]]) == {
        1: "recommendation_list",
        2: "recommendation_list",
    }
