"""What stands below a text on a plain-text page. It is looked for below the last prose only, so no line of the text
between paragraphs is at stake, only a short last one; what may be either (a contact, an office's name) is not here."""

import re

from reader.extraction.dump_lines import STAMP, STEP, is_bar, is_button, is_prose, is_telling, line_rule

_LONGEST = 80
# The words may cost a text a last line without a full stop that begins with them: 打印, 满意.
_OPEN = r"[\s>＞【\[(（«《|·•■]*"
_CLOSE = r"[\s>＞›】\])）»》|:：!！]*$"
_COUNTED = r"(?:浏览|瀏覽|访问|訪問|点击|點擊|阅读|閱讀|人气)"
_PAGE = r"(?:本[页頁文]|页面|此[页文]|文章|窗口|視窗|网页|全文)"
FOOTER = re.compile(
    _OPEN
    + "(?:"
    + "|".join(
        (
            rf"{_COUNTED}(?:次[数數]|量|[数數]|人次)?\s*[:：]|(?:本[页文站]|累计|总|今日|文章|共)\S{{0,4}}{_COUNTED}|您是第|.{{0,8}}位(?:访客|访问者)",
            r"(?:分享|转发|轉發|推荐|推薦|收藏|推送|复制)(?:此文|本文|文章|链接)?(?:至|到|给|链接)?(?:微[博信]|朋友圈|好友|QQ空间|手机)?"
            + _CLOSE,
            r"(?:将?(?:此文|本文|本页|文章))?(?:分享|转发|推荐)(?:此文|本文|文章)?(?:至|到|给)\s*\S{0,8}" + _CLOSE,
            rf"(?:(?:返回|回到|回)(?:网页|页面)?(?:顶部|上一[页级]|首页|列表页?|目录|搜索)|(?:打印|列印|关闭|關閉|收藏|保存|复制|加入收藏){_PAGE}?|[Tt][Oo][Pp]|(?:关闭|打开)窗口)(?:[\s|】\])）【\[(（]|$)",
            r"(?:您|你)(?:对|认为|觉得|感觉|是否).{0,30}(?:满意|有用|帮助|评价|解决|感受|心情)|.{0,12}(?:对您)?(?:有(?:没有)?帮助|有用)(?:吗|么)",
            r"(?:满意度|网上|在线)(?:调查|评价)|(?:非常|比较|很)?(?:不)?满意"
            + _CLOSE
            + r"|感谢您?的?(?:参与|评价|支持)",
            r".{0,6}(?:正在)?(?:加载|载入|加載|載入)(?:中|更多|完毕|失败)|(?:请输入)?验证码|(?:提交|取消|确定|确认|登录|注册|发送|换一换|展开|收起)"
            + _CLOSE,
            r"(?:我要|网站|内容|页面|在线|信息)?(?:纠错|糾錯|报错|捐款)" + _CLOSE,
            r"(?:看|查|读|听|获取|了解).{0,20}(?:上手机|下载.{0,10}(?:客户端|APP)|手机客户端|移动客户端)|(?:手机|移动)(?:客户端|版)"
            + _CLOSE,
            r"(?:更多|最新|精彩).{0,14}(?:请|尽在|敬请)?(?:关注|点击|进入|登录|下载|扫)|长按.{0,12}(?:识别|关注|二维码)|(?:欢迎|请|敬请)?(?:关注|订阅|添加).{0,14}(?:公众号|官方微信|微信号|微博|抖音号|视频号|我们)"
            + _CLOSE,
            r"微信(?:公众)?号\s*[:：]|(?:点击|戳).{0,8}(?:阅读原文|在看)|(?:点个|点亮|点)[“\"「]?(?:在看|赞)|转载自?请(?:联系|注明)|功能介绍",
            r"(?:智能|大家|网友|编辑|相关|关联|同类|最近|本[类栏])(?:推荐|浏览|热词|热帖|博文|导读|荐读)|(?:网友|我来|我要)(?:评论|说两句|发言)|热词搜索|(?:新闻|点击|阅读|评论)排行",
            r"(?:阅读|新闻|精彩|编辑|热点|图片|视听|视频)推荐" + _CLOSE + r"|推荐(?:新闻|视频|图片)" + _CLOSE,
            r".{0,20}(?:后继续阅读|阅读权限|会员.{0,6}(?:畅读|免费)|付费阅读|剩余\s*\d+\s*%)|.{0,8}(?:客户端|APP)\s*[:：]\s*$",
            r"技术支持\s*[:：]|(?:网站|政府网站)?标识码|(?:建议)?使用.{0,20}(?:浏览器|分辨率)|(?:网站|本站)(?:简介|声明|地图|导航)",
            r"(?:标签|標籤)\s*[-—]?\s*$|(?:网站|网络|責任|责任)(?:编辑|編輯)\s*[-—丨|｜]?\s*\S{2,4}\s*$|来[源自]\s*[:：][^，。]{2,20}[)）\]】]\s*$",
            r"1\s+2\s+3(?:\s+\d+)*\s*$|[\d\s|]{0,20}(?:[上下]一?[页頁]|余下全文)(?:[\s>›»|]|$)|(?:标签|標籤|关键[词字]|關鍵[詞字])[\s:：]+\S",
            r"Powered\s+By|Copyright|All\s+Rights",
        )
    )
    + ")",
    re.IGNORECASE,
)
# Who keeps the site and how to reach them. A notice ends with such lines too, so they count above a footer only.
HOST = re.compile(
    r"\s*(?:(?:主办|承办|主管|协办|运行|运营|维护|管理|版权|制作)(?:单位|维护)?|(?:单位|办公)?地址|邮\s*编|邮政编码|(?:联系(?!人)|服务|咨询|举报|投诉|值班|客服|热线|业务|总机|网站).{0,8}(?:电话|热线|邮箱)?|电\s*话|传\s*真|邮\s*箱)\s*[:：]"
)
_IMPRINT = re.compile(r".*(?:版权所有|ICP备|ICP证|公网安备|网站标识码|[Cc]opyright|©)")
_ROWS = re.compile(r"\s*[|｜┊]\s*")
# What only a page says together with a date; a date that stands alone signs the text.
_TOLD = re.compile(r"(?:来源|來源|稿源|编辑|編輯|责编|浏览|发[布表]时间|发布日期|更新时间)|\d[:：]\d\d")
# A rule's line that stands among the text's too, and says nothing of its end.
_INSIDE = {"advertisement", "breadcrumb", "original_title", "player", "reading_bar", "hidden_duplicate"}


def closes(line: str) -> bool:
    """Whether this line, below the last prose, shows that the text has ended."""
    rule = line_rule(line)
    if rule:
        return rule.name not in _INSIDE and len(line) > 1
    return not STEP.match(line) and bool(
        is_footer(line)
        or STAMP.match(line)
        or (is_telling(line) and _TOLD.search(line))
        or is_button(line)
        or is_bar(line)
        or is_links(line)
    )


def is_footer(line: str) -> bool:
    """A footer's words; a sentence with a full stop and a long line are the text's, whatever they begin with."""
    return len(line) <= _LONGEST and line[-1] != "。" and bool(FOOTER.match(line))


def is_links(line: str) -> bool:
    """A row of links: 关于我们 | 联系我们 | 网站地图."""
    if "|" not in line and "｜" not in line and "┊" not in line:
        return False
    cells = [cell for cell in _ROWS.split(line[:200]) if cell]
    return len(cells) >= 3 and all(len(cell) <= 16 for cell in cells) and not is_prose(line)


def is_imprint(line: str) -> bool:
    return bool(_IMPRINT.match(line))
