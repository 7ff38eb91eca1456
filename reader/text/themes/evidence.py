"""What speaks for and against a lead's being a theme."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reader.text.themes.leads import ENDS, Lead
from reader.text.themes.lexicon import DOCUMENT_SAYS, LONG_VERB, MODAL, ROLE
from reader.text.themes.setting import Setting

# From here on a proposal is likely enough to be shown by itself.
LIKELY = 0.5

_EXAMPLE = re.compile(r"可为例证|^(?:【|例如|比如|譬如|举例|.{1,12}为例|[如据](?=\d|[：:，,]))")
_FIGURES = re.compile(r"\d{3}|\d+(?:年|月|日|%|％|亿|万|元)|[一二三四五六七八九十百]+(?:年前|年来)|^\d")
_SPEAKER = re.compile(
    r"(?:表示|认为|指出|强调|说道?|介绍|曾经?[说言讲]过?|曰|透露|告诉|报道|提到)(?:[，,：:。“\"《]|$)|[云道][：:“]|(?:提出|写道|宣布|建议|要求|部署|明确)[，,：:“]|^在.{2,8}看来|^(?:记者|专家|图为|备注|注)"
)
_NARRATION = re.compile(
    r"^(?:近日|近年|近来|近期|目前|当前|当下|当今|如今|现如今|今天|现在|日前|随着|伴随|过去|长期以来|曾几何时|纵观|回首|回顾|众所周知|自古|古往今来|改革开放"
    r"|然而|但是?|不过|可见|由此|其实|事实上|实际上|究其|所以|因此|总之|综上|只有|唯有|只要|面对|面向未来|在.{0,14}(?:今天|下|中|时)[，,]"
    r"|所谓|假设|.{2,16}(?:指的是|是指)|这|那|此|他|她|它|我们?|你|咱|有的|一些|很多人|不少|有人|一方面|另一方面|从.{1,30}到|正是|当.{0,20}时)"
)
_GAIN = re.compile("[更才方]能|有[利助]于|离不开|意味着")
# What calls something important tells what it is, not what is to be done.
_DESCRIPTIVE = re.compile(r"(?:是|成为|作为|具有).*?(?:重要|有力|有效|主要|宝贵|生动|鲜明|显著|突出)[^，]{1,6}$")
_SELF = re.compile(
    r"本文|本段|例文|范文|作文|资料|题目|题干|考生|要求[：:]|如下|以上|总论点|分论点|开头|结尾|希望.{0,12}帮助|文章"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A lead in its text; how alike it is to how many others, how its bond to them compares with the closest one's,
    and whether it stands outside the text's groups."""

    lead: Lead
    setting: Setting
    affinity: float = 0.0
    members: int = 1
    bond: float = 0.0
    outside: bool = False
    in_a_row: int = 1


@dataclass(frozen=True, slots=True)
class Signal:
    """`weigh` tells how far the sign is there, 0 to 1."""

    name: str
    weight: float
    reason: str
    weigh: Callable[[Case], float]


SIGNALS = (
    Signal("parallel", 0.75, "论点之间用同一句式，是政策文章最可靠的标记", lambda case: min(1, case.affinity)),
    Signal("members", 0.12, "第三个、第四个同式的句子排除了巧合", lambda case: min(1, max(0, case.members - 2) / 2)),
    Signal("role", 0.3, "“…是…的关键”给论点一个位置", lambda case: bool(ROLE.search(case.lead.core))),
    Signal("modal", 0.15, "“要、必须”提出主张", lambda case: bool(MODAL.search(case.lead.core[:20]))),
    Signal("verb", 0.12, "以动宾起句是措施", lambda case: bool(LONG_VERB.match(case.lead.core))),
    Signal(
        "ordinal",
        0.2,
        "首先、其一、（一）领起并列的部分",
        lambda case: bool(case.lead.mark) and not case.lead.mark[0].isdigit(),
    ),
    Signal("heading", 0.35, "两个以上独立成行的短句是小标题", lambda case: _heading(case)),
    Signal(
        "announced",
        0.15,
        "前文以冒号预告了下面各点",
        lambda case: case.lead.paragraph > case.setting.announced and case.lead.rest >= 30,
    ),
    Signal("series", 0.15, "相邻各段都以短句领起", lambda case: case.lead.paragraph in case.setting.series),
    Signal("outside", -0.3, "全文另有一组并列的论点", lambda case: case.outside),
    Signal("short", 0.18, "论点短，论述长", lambda case: _short(case.lead.sentence)),
    Signal("developed", 0.12, "论点之后有展开", lambda case: case.lead.rest >= 80),
    Signal("title", 0.1, "论点说的是标题的事", lambda case: _shares_words(case.lead.core, case.setting.title)),
    Signal("descriptive", -0.45, "“…是…的重要…”多半是叙述，三段连用才是论点", lambda case: _descriptive(case)),
    Signal("loose", -0.5, "只有话题相同的两句不是并列", lambda case: _loose(case)),
    Signal("plain", -0.2, "没有主张的陈述多半是叙述", lambda case: _plain(case)),
    Signal("first paragraph", -0.35, "首段是引子", lambda case: _edge(case, case.lead.paragraph <= case.setting.first)),
    Signal("last paragraph", -0.45, "末段是总结", lambda case: _edge(case, case.lead.paragraph >= case.setting.last)),
    Signal("example", -1.0, "举例不立论", lambda case: bool(_EXAMPLE.search(case.lead.core))),
    Signal("figures", -0.45, "日期和数字是事实", lambda case: bool(_FIGURES.search(case.lead.core))),
    Signal("speaker", -1.2, "转述别人的话", lambda case: bool(_SPEAKER.search(DOCUMENT_SAYS.sub("", case.lead.text)))),
    Signal("narration", -0.3, "背景、转折与承接", lambda case: bool(_NARRATION.search(case.lead.core))),
    Signal("inner", -0.25, "段中的一句要有同式的伙伴才算", lambda case: case.lead.kind == "inner"),
    Signal("self", -0.3, "谈文章本身", lambda case: bool(_SELF.search(case.lead.core))),
    Signal("question", -0.4, "设问不是回答", lambda case: "?" in case.lead.text or "？" in case.lead.text),
    Signal("long", -0.25, "太长的句子是论述", lambda case: len(case.lead.core) > 45),
    Signal("bare", -0.4, "后面几乎没有展开", lambda case: case.lead.rest < 15 and not case.affinity),
    Signal("repeated", -0.5, "反复出现的句子是栏目用语", lambda case: case.lead.core in case.setting.repeated),
)


def is_reported(before: str) -> bool:
    """Whether what follows is what somebody says; a document speaks for itself."""
    return bool(_SPEAKER.search(DOCUMENT_SAYS.sub("", before)) or before.count("“") > before.count("”"))


def is_plain_telling(lead: Lead) -> bool:
    """Examples, dates, speakers, background and questions: no point is made by them, however they are arranged."""
    telling = (
        _EXAMPLE.search(lead.core) or _FIGURES.search(lead.core) or _SPEAKER.search(DOCUMENT_SAYS.sub("", lead.text))
    )
    return bool(telling or _NARRATION.search(lead.core) or _SELF.search(lead.core) or lead.text.rstrip()[-1:] in "?？")


def weigh(case: Case) -> float:
    """The sum of the signals, between 0 and 0.97."""
    return min(0.97, max(0.0, sum(signal.weight * signal.weigh(case) for signal in SIGNALS)))


def _edge(case: Case, there: bool) -> float:
    """A text may begin or end with its points: then they are as alike as the others."""
    return there * (0.4 if case.members > 2 and case.bond >= 0.85 else 1.0)


def _plain(case: Case) -> bool:
    core, series = case.lead.core, case.lead.paragraph in case.setting.series
    said = ROLE.search(core) or MODAL.search(core[:20]) or LONG_VERB.match(core) or case.lead.mark
    return not (said or series or case.affinity or _heading(case) > 0)


def _descriptive(case: Case) -> bool:
    return bool(_DESCRIPTIVE.search(case.lead.core)) and case.in_a_row < 3


def _loose(case: Case) -> bool:
    """Two that share a topic only: neither asks for anything, nor gives it a place."""
    core = case.lead.core
    said = ROLE.search(core) or MODAL.search(core[:20]) or LONG_VERB.match(core) or case.lead.mark or _GAIN.search(core)
    return case.members == 2 and not said and case.lead.sentence > 16


def _heading(case: Case) -> float:
    """A single short line is no structure but a remark."""
    if case.lead.kind != "heading" or case.lead.text[-1] in ENDS:
        return 0.0
    return 1.0 if case.setting.headings > 1 else -1.0


def _short(length: int) -> float:
    return 1 if length <= 25 else 0.5 if length <= 35 else 0


def _shares_words(core: str, title: str) -> bool:
    return any(core[place : place + 2] in title for place in range(len(core) - 1))
