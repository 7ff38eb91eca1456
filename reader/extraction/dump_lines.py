"""What a single line of a plain-text page looks like: prose, a menu, a button."""

import re

from reader.extraction.boilerplate import LineRule, rule_of
from reader.extraction.dateline import is_dateline
from reader.extraction.metadata import source_in

# A time alone on its line, or what readers do to comments, belongs to a list.
STAMP = re.compile(
    r"(?:[•·]\s*)?(?:(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?\s?\d{1,2}[:：]\d\d|\d{2}-\d{4}:\d\d$|\d{1,2}(?:小时|分钟|天)前$"
    r"|(?:19|20)\d\d-\d\d-\d\d$|\S{0,20}举报.{0,8}回复|回复\s*[踩赞\d])"
)
_BULLETS = "•·●■◆▪*"
BULLET = re.compile(rf"^[{_BULLETS}]\s*")
# Longer lines are prose, whatever they begin with.
LONGEST = 120
_LONGEST_DISCLAIMER = 400
# A date without its year, or without itself: scripts fill it in.
_DATELESS = re.compile(r"(?:发布|发表|更新)时间\s*[:：]\s*\d{1,2}-\d{1,2}|发表于\s*$")
LABEL = re.compile(r"(?:发布|发表|发稿|更新|来源|信息来源|稿件来源|日期|时间|作者)")
_SOURCE_LINE = 60
# The note under a law's title tells when it was passed, not when the page appeared.
_ENACTED = re.compile(r"[(（].*(?:公布|通过|施行|修订|修正|发布|印发|批准|令).{0,4}[)）]$")
# Without a number or one of these a line tells nothing; one look saves most lines the rest.
_SHORTEST = 3
_TELLS = re.compile("[\\d来來发發]")
ADDRESS = re.compile(r"(?:https?://|www\.)[\w./%?=&~-]+")
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
# One button after another, none tried twice: a line that begins with anything else is told by its first character.
_TOOLBAR = re.compile(f"(?>{_BUTTONS.pattern})*+", re.IGNORECASE)
# A sentence of a text in Latin letters: so many words and a full stop.
_LATIN = re.compile(r"(?:[\w'’,;:()“”\"-]+\s+){7,}.*[.!?][)\"”’]?$")
_MENU_WORD = 8
_PARAGRAPH = 40
# What is numbered is a step of the text, though it names a button: 3.扫描二维码.
STEP = re.compile(
    r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、．)）]|\.(?!\d))|第[\d一二三四五六七八九十]{1,2}步|步骤[\d一二三四五六七八九十]"
)
_TITLE_LABEL = re.compile(r"[标標]\s*[题題]\s*[:：]\s*")
# Symbols between > signs are compared, words are clicked: A1>A2>A3 is no path.
_FORMULA = re.compile(r"[=＝≥≤×]|\w\d\s*[>＞]\s*\w\d")
_TOOLBAR_LENGTH = 60


def is_prose(line: str) -> bool:
    """A sentence's marks on a line as long as one, or a sentence's end; in Chinese, and no list entry."""
    if len(line) > LONGEST:
        return bool(_MARK.search(line, 0, 1000))
    if BULLET.match(line):
        return False
    if len(_HAN.findall(line)) * 3 < len(line):
        return bool(_LATIN.match(line))
    if len(line) >= 25 and _MARK.search(line):
        return True
    # What ends in dots so early is a headline cut short.
    return len(line) >= 10 and bool(_ENDING.search(line)) and line[-1] not in ".…"


def ends_sentence(line: str) -> bool:
    return bool(_ENDING.search(line[-10:]))


def is_paragraph(line: str) -> bool:
    """A sentence or more, as long as no headline is."""
    return len(line) >= _PARAGRAPH and ends_sentence(line) and is_prose(line)


def is_menu(line: str) -> bool:
    """Four short words or more in a row, without a sentence's marks: 要闻 党建 广东 中国 国际."""
    words = re.split(r"[\s|｜┊>›»/-]+" if _HAN.search(line) else r"\s*[|｜┊>›»]\s*", line[:LONGEST])
    short = sum(0 < len(word) <= _MENU_WORD for word in words)
    return short >= 4 and short * 4 >= len(words) * 3 and not (_ENDING.search(line) or _FORMULA.search(line))


def is_telling(line: str) -> bool:
    """Whether the line says when or where the text appeared, and little else."""
    if len(line) < _SHORTEST or not _TELLS.search(line):
        return False
    said = ADDRESS.sub(" ", line)
    return not _ENACTED.match(line) and (
        is_dateline(said)
        or bool(_DATELESS.match(line))
        or (
            len(line) <= _SOURCE_LINE
            and not ends_sentence(line)
            and bool(source_in(line))
            and bool(LABEL.match(BULLET.sub("", line)))
        )
    )


def is_bar(line: str) -> bool:
    """A row that ends in two buttons or more, whatever name stands before them: 某某网 分享 打印."""
    words = line[: _TOOLBAR_LENGTH + 1].split()
    named = len(words)
    while named and is_toolbar(words[named - 1]) and not words[named - 1].isdigit():
        named -= 1
    return len(words) - named >= 2 and named <= 2 and len(line) <= _TOOLBAR_LENGTH


def is_toolbar(line: str) -> bool:
    """Nothing but buttons and counters."""
    return len(line) <= _TOOLBAR_LENGTH and bool(_TOOLBAR.fullmatch(line))


def is_entry(line: str) -> bool:
    """An entry of a list that says no sentence."""
    return bool(BULLET.match(line)) and not ends_sentence(line)


def is_button(line: str) -> bool:
    """A button's word; a number or a letter alone may be a table's cell."""
    return is_toolbar(line) and len(_HAN.findall(line)) >= 2


def buttons_in(line: str) -> int:
    """How many buttons and counters the line has; signs alone are none."""
    return sum(1 for match in _BUTTONS.finditer(line) if _LETTERS.search(match[0]))


def line_rule(line: str) -> LineRule | None:
    """The boilerplate rule of a line short enough to be any; a long one may be a disclaimer."""
    if len(line) > _LONGEST_DISCLAIMER:
        return None
    rule = rule_of(BULLET.sub("", line) if line[0] in _BULLETS else line)
    if rule is None or STEP.match(line):
        return None
    return rule if len(line) <= LONGEST or (rule.name == "disclaimer" and speaks_for_the_page(rule, line)) else None


# Whole sentences that only a portal says; any other sentence that begins like a button is the text's.
_SPEAKS = re.compile(
    "Notice:|转载|轉載|授权|授權|版权|版權|著作权|本站|本网|平台|侵权|侵犯|仅代表|仅供|观点|注明|跟贴|评论|登录|公众号|客户端|APP"
)
_SPEAKING = {"advertisement", "app_promotion", "comments", "copyright", "disclaimer", "qr_code", "source_line"}


def speaks_for_the_page(rule: LineRule, line: str) -> bool:
    """Whether this sentence, which a rule knows by its beginning, is the portal's and not the text's."""
    return rule.name in _SPEAKING and bool(_SPEAKS.search(line))


def titled(line: str) -> str:
    """The line as a title: without its bullet and the label of a document's index, 标　题：."""
    return _TITLE_LABEL.sub("", BULLET.sub("", line))


def bare(line: str) -> str:
    """Letters and digits alone, to tell whether two lines say the same."""
    return "".join(_LETTERS.findall(line))
