"""The source a line names behind its label: 来源：河湾日报, 稿源 | 河湾新闻网, 來源：中國新聞社 河灣分社."""

import re
from collections.abc import Iterable

from reader.extraction.dates import dates_in

# A word before 来源 that makes it something else's; so 资金来源 and 图片来源 are none.
_OTHERS = "图片|圖片|图|圖|照片|数据|數據|资料|資料|视频|音频|资金|资金|经费|收入|素材"
_LABEL = re.compile(
    rf"(?<!{')(?<!'.join(_OTHERS.split('|'))})(?P<kind>稿件|文章|信息|新闻|新聞|本文|资讯|消息|内容|原文)?"
    r"(?:(?:[来來]\s{0,9}源于?|稿\s{0,4}源|出\s{0,4}[处處]|[转轉][载載发發]?自|摘[自编]|[来來源]自|(?<![A-Za-z])(?:S|s)ource)\s{0,4}(?P<sign>[:：|｜丨])"
    r"|(?:[来來]\s{0,9}|稿)源于?(?P<gap>\s{0,4})(?=[A-Z\u3400-\u9fff《“]))\s*"
)
# Who sent the text in, or put it up: the source where no line names one.
_SENDER = re.compile(
    r"(?:供\s{0,4}稿(?:单位|單位|部门|部門)?|[来來]稿[单單]位|[发發][布佈][单單]位|媒\s{0,4}[体體])\s{0,4}[:：|｜丨]\s*"
)
# A name in Chinese characters may stand right before the label only behind another statement: 作者：林晓来源：某报.
_STATED = re.compile(r"(?:作\s*者|[编編]\s*[辑輯]|责编|[记記]者|[时時][间間]|日期|[发發][布佈表])\s*[:：]")
_GLUED_TO = "日分秒号"
# Where the value ends: a sign, a time, another statement's label, a button.
_END = re.compile(
    r"[|｜丨\[［【(（〔\]］】)）〕,，;；。！？!?<>›»\n\t]|(?<=.)《|(?:19|20)\d\d\s?[-年/.]|(?<!\d)\d{1,2}(?:\s?[-月/]\s?|[:：])\d{1,2}"
    r"|(?:作\s*者|文\s*字|署\s*名|撰\s*[文稿]|(?:责任|責任|本文|网络|值班)?\s*[编編]\s*[辑輯]|[责責]\s*[编編]|[记記]\s*者|[校审]\s*[对核]|监\s*制|摄影"
    r"|(?:[发發][布佈表稿]|更新|上传|创建)?\s*(?:[时時]\s*[间間]|日\s*期)|[发發][布佈表]于?|版次|浏览[次数量]*|点击[次数量]*|阅读[次数量]*|字[号體体]|文号)\s*[:：]"
    r"|责任编辑|責任編輯|责编|字[号体體](?:大小|选择)?|我要|手机看|参与互动|分享(?:到|至)|[浏点][览击]次?[数量]|阅读[数量]|原标题|打开|大\s*中\s*小"
    r"|发布(?:时间|日期|于)|发表于|更新时间|(?<=[报報网網社台端刊道])(?:作者|[编編][辑輯]|[记記]者|打印|收藏|纠错|分享|浏览|点击|阅读|评论(?=\d|[(（]))"
)
_TRIMMED = " \u3000:：-—–·、/“”\"'．."
_MEDIUM = re.compile(
    r"[\w·—-]*(?:报|報|网|網|社|新闻|新聞|电视台|電視台|电台|台|频道|客户端|杂志|周刊|在线|观察|传媒|发布|融媒体?|公众号|政府|委员?会|大学|学会|办公室|中心"
    r"|(?<![客餐大歌舞])厅|(?<![格全大布开结定变])局|(?<![全内外局大各])部|[委院])$"
)
# The same house's part, written behind a space.
_BRANCH = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:[分总總支]社|记者站|記者站|频道|客户端|编辑部|融媒体中心|全媒体中心|新闻中心|分局|[分总]站|公众号)$"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z.'&-]*$")
# The generic end of a name that a page parts from its beginning: 河湾 日报.
_ENDING = re.compile(
    r"(?:[日晚早时時商周]|青年|都市|[军農农]民?)[报報]|新[闻聞]?[网網]|[网網]|(?:广播)?电视台|电台|[通新][讯訊闻聞]社|新[闻聞]|客户端|在[线線]|发布|杂志|周刊"
)
_LONGEST, _SHORT = 40, 20


def source_in(text: str) -> str:
    """The source the text states, "" where it states none: a label inside a sentence is no statement."""
    for match in _LABEL.finditer(text):
        if _may_stand(text, match.start()):
            value = _value(text[match.end() :])
            if value and (match["sign"] or _is_sure(value, text, match)):
                return value
    return ""


def sender_in(text: str) -> str:
    """The office or medium the text states to have sent it in: 供稿单位：某局. 供稿：某人 names an author."""
    for match in _SENDER.finditer(text):
        if _may_stand(text, match.start()) and is_medium(value := _value(text[match.end() :])):
            return value
    return ""


def bare_source(text: str) -> str:
    """What an element that is to hold nothing but the source names: without label, time and what else got in."""
    return source_in(text) or ("" if is_label(text) else _value(text))


def closing_source(lines: Iterable[str]) -> str:
    """The medium of a line that is nothing but （来源：某报）, as the last of a text are; they stay where they are."""
    said = (line.strip("（()）【】[] ") for line in lines)
    named = (source for line in said if (source := source_in(line)) and is_medium(source) and line.endswith(source))
    return next((source for source in named if len(source) <= _SHORT), "")


def is_label(text: str) -> bool:
    """Whether the text is a source's label and nothing else."""
    match = _LABEL.match(f"{text.strip(' :：')}：")
    return match is not None and match.end() == len(text.strip(" :：")) + 1


def is_medium(name: str) -> bool:
    return bool(_MEDIUM.match(name))


def _may_stand(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    if not before or at > len(before) or not "\u3400" <= before[-1] <= "\u9fff":
        return True
    return before[-1] in _GLUED_TO or bool(_STATED.search(before))


def _is_sure(value: str, text: str, match: re.Match[str]) -> bool:
    """Without a sign behind the label: 来源 某报, 本文来源于某报, 来源某站| beside a date; never 来源可查去向可追."""
    segment = re.split("[|｜]", text[match.end() :])[0].strip()
    beside = match["gap"] or "|" in text or "｜" in text or dates_in(text[: 2 * _LONGEST])
    return is_medium(value) or (bool(beside) and value == segment) or match["kind"] == "本文"


def _value(rest: str) -> str:
    """The name at the beginning of what follows the label."""
    rest = rest.lstrip(_TRIMMED)
    ends = [match.start()] if (match := _END.search(rest)) else []
    ends += [dated.start for dated in dates_in(rest[: 2 * _LONGEST])[:1]]
    tokens = rest[: min(ends, default=len(rest))].split()
    name = _joined(tokens).strip(_TRIMMED)
    if "”" in name and "“" not in name:
        name = f"“{name}"
    return name if len(name) <= _LONGEST else ""


def _joined(tokens: list[str]) -> str:
    """The first token, with those that go on the name: in pieces, in Latin letters, a branch of the house."""
    name = tokens[0] if tokens else ""
    for token in tokens[1:]:
        if not is_medium(name) and _ENDING.fullmatch(token):
            name += token
        elif _BRANCH.match(token) or (_LATIN.match(token) and _LATIN.match(name.split()[-1])):
            name += f" {token}"
        else:
            break
    return name
