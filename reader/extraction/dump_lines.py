"""What a single line of a plain-text page looks like: prose, a menu, a button."""

import re

from reader.extraction.boilerplate import LineRule, rule_of

BULLET = re.compile(r"^[•·●■◆▪*]\s*")
# Longer lines are prose, whatever they begin with.
LONGEST = 120
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MARK = re.compile("[，。；！？,;!?…]")
_ENDING = re.compile(r"[。！？；!?;…](?:[”’」』》)）\]】]*)$|[^.]\.{3,6}$")
_LETTERS = re.compile(r"\w+")
# Buttons and counters that stand between a title and its text, alone or several on one line; longer ones first.
_BUTTONS = re.compile(
    r"(?:[用使打]?[用开]?(?:微信|手机)?(?:扫一?扫|扫码|扫描)|转播到|发布于|来自)[^，。,]{0,16}|[+＋]?\s*关注[\u3400-\u9fff]{0,5}"
    r"|(?:缩小|放大|增大|减小|调整|更改|增加)字[体号]|字[体号](?:减小|增大|大小)?|(?:超大|标准|特大|[大中小])?字[体号]?"
    r"|分享(?:至|到|给|让更多人看到)?(?:手机|好友(?:和朋友圈)?|头条)?|(?:复制)?链接(?:已?复制(?:成功)?)?|转发(?:到头条|至)?|语音播[报放](?:文章)?|播[报放]文章"
    r"|(?:新浪|腾讯)?微[博信](?:好友|空间)?|QQ(?:空间|好友)?|qq空间|腾讯QQ|Qzone|易信|朋友圈|人人网?|开心网|豆瓣|百度搜藏|领英|LINE傳送|Facebook|Twitter|Google"
    r"|打印(?:文稿|本[页稿文])?|我有话说|我要(?:分享|反馈|投稿|评论|纠错)|添加喜爱|(?:保存|收藏)(?:网页|本文|文章)?|下载(?:客户端|APP)|客户端|手机(?:看新闻|版)"
    r"|\d[\d,.]*\s*[万亿k人条次]?|[人条次]?(?:已?参与|跟贴|评论|留言|阅读|浏览|播放|点击)[量数]?(?:次数)?|繁體?|简体?|朗读|听新闻|查看最新行情|独家抢先看|释放双眼|收录于合集"
    r"|图集|举报|纠错|列印|推荐|点赞|赞|空间|转载|全屏|暂停|展开|收起|关闭|返回|刷新|更多|超大|标准|默认|正文|[大中小]|\bA\b|\bT\b|\bX\b|[^\w\u3400-\u9fff]",
    re.IGNORECASE,
)
_MENU_WORD = 8
_TOOLBAR_LENGTH = 60


def is_prose(line: str) -> bool:
    """A sentence's marks on a line as long as one, or a sentence's end; in Chinese, and no list entry."""
    if len(line) > LONGEST:
        return bool(_MARK.search(line, 0, 1000))
    if BULLET.match(line) or len(_HAN.findall(line)) * 3 < len(line):
        return False
    return (bool(_ENDING.search(line)) and len(line) >= 10) or (len(line) >= 25 and bool(_MARK.search(line)))


def ends_sentence(line: str) -> bool:
    return bool(_ENDING.search(line[-10:]))


def is_menu(line: str) -> bool:
    """Four short words or more in a row, without a sentence's marks: 要闻 党建 广东 中国 国际."""
    words = re.split(r"[\s|｜>›»/-]+", line[:LONGEST])
    short = sum(0 < len(word) <= _MENU_WORD for word in words)
    return short >= 4 and short * 4 >= len(words) * 3 and not _ENDING.search(line)


def is_toolbar(line: str) -> bool:
    """Nothing but buttons and counters."""
    return len(line) <= _TOOLBAR_LENGTH and not _BUTTONS.sub("", line)


def buttons_in(line: str) -> int:
    """How many buttons and counters the line has; signs alone are none."""
    return sum(1 for match in _BUTTONS.finditer(line) if _LETTERS.search(match[0]))


def line_rule(line: str) -> LineRule | None:
    """The boilerplate rule of a line short enough to be any."""
    return rule_of(BULLET.sub("", line)) if len(line) <= LONGEST else None


def bare(line: str) -> str:
    """Letters and digits alone, to tell whether two lines say the same."""
    return "".join(_LETTERS.findall(line))
