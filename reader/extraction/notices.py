"""Pages that say why there is no article: removed, moved, to be verified. Saved in its place, they are no articles."""

import re
from collections.abc import Sequence

from reader.extraction.prose import is_prose

# What such pages say, from the start of a line. Costs: an article that is shorter than a notice and begins like one.
_NOTICE = re.compile(
    r"(?:此|该|該|本|这个|您(?:所|要)?(?:访问|查看|浏览)的|你(?:所|要)?(?:访问|查看|浏览)的|抱歉[，,]?|温馨提示\s*[:：]|由于[^。，,]{1,16}[，,]|\s)*"
    r"(?:(?:内容|內容|文章|页面|頁面|網頁|网页|帐号|账号|帳號|公众号|公眾號|视频|链接|图文|稿件|信息|群组|小程序)\s*)"
    r"(?:(?:已|被|因|由|涉嫌|暂|因为|经|接|在|正在|现在|目前|已经|发送)[^。]{0,24})?"
    r"(?:无法查看|無法查看|不可查看|不能查看|无法访问|無法訪問|无法显示|删除|刪除|不存在|不再可用|迁移|遷移|屏蔽|封禁|封号|冻结|注销|停用|过期|失效"
    r"|下架|下线|违规|审核中|找不到|撤回|撤稿|关闭(?![\u3400-\u9fff])|丢失了?$|设为私密|设置了?权限)"
    r"|由用户投诉并经平台审核|(?:当前)?(?:环境异常|環境異常|访问异常|访问过于频繁|操作频繁|请完成(?:安全)?验证|安全验证\s*$|请(?:进行|输入)验证|完成验证后(?:即可)?继续|人机验证|滑动验证)"
    r"|(?:参数错误|系统错误|系统繁忙|系统(?:正在)?(?:维护|升级)|网站(?:正在)?(?:维护|升级)|链接已过期|内容审核中|未知错误|请在微信客户端打开|暂时无法查看|您?的?访问出错"
    r"|根据作者隐私设置|请先?登[录陆]后(?:再|才能|方可)?(?:查看|阅读|访问)|此图片来自微信公众平台)"
    r"|(?:404|403|502|503)\s*(?:$|[-:：]?\s*(?:Not Found|Forbidden|错误|页面|Bad Gateway|Service Unavailable))"
    r"|Just a moment|Access Denied|Not Found\s*$|Verification required"
    r"|(?:The|This) (?:content|article|page|account) (?:has been|is no longer|was) \w+"
    r"|(?:抱歉|很抱歉|对不起)[，,！!]?\s*[^。]{0,16}(?:不存在|找不到|没有找到|无法访问|已被?删除|已过期|已下线|走丢了)",
    re.IGNORECASE,
)
# A whole page of more than so many characters says something of its own, and so does one with so much prose besides; a
# notice is among its first lines.
_LONGEST, _PROSE, _FIRST = 400, 60, 12


def notice_in(lines: Sequence[str]) -> str:
    """The line of a page that tells its reader there is no article; "" when it does not."""
    if sum(map(len, lines)) > _LONGEST:
        return ""
    notices = [line for line in lines[:_FIRST] if _NOTICE.match(line)]
    besides = sum(len(line) for line in lines if line not in notices and is_prose(line))
    return notices[0] if notices and besides <= _PROSE else ""
