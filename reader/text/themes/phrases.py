"""A clause becomes a phrase one would tag with: no adverb, particle or predicate, no verb where the object stands
alone."""

import re
from itertools import accumulate

from reader.text.segmentation import words
from reader.text.themes.lexicon import ADVERB, EVENTS, HINGE, LIGHT_VERBS, LONG_VERB, SURE_ADVERB
from reader.text.themes.proposal import LONGEST, SHORTEST

# An object of so many characters stands without its verb: 民族文化自信, but 完善基础设施.
STANDS_ALONE = 6
# A noun of doing with its modifier: 基层治理. A phrase of so many characters says something without what stood by it.
_EVENT_LENGTH = 4
_SAYS = 4
# What fits is not yet short: beyond this the shorter whole phrase is preferred.
_SHORT = 10
_EVENTS = tuple(EVENTS)
MARKS = "，,：:、；; 　"
CLAUSES = re.compile("[，,：:；;。！!?？ 　]+|——")
_TAIL = re.compile(
    r"(?:起来|下来|下去|等(?:等|[一二三四五六七八九十]{0,2}(?:个?方面)?)|方面|上来|中去|到位|问题|力度|步伐|成效|新(?:形势|阶段|台阶|局面|步伐|进展|突破|成效|征程)|态势|势头|工作"
    r"|的(?:必然|重要|根本|有效|内在|基本|关键)?(?:实现|要求|作用|过程|需要|需求|举措|手段|途径|任务|基础|保障|事业))$"
)
# Particles before the phrase, but not the words that begin like them: 使用, 要素, 能力.
_HEAD = re.compile(
    r"^(?:是|就是|就(?!业|医|近)|要(?!素|求|点|害)|的|地(?!方|区|域|位)|好|了(?!解)|着(?!力|眼|重)|对于?(?!外|口|策|接)|把(?!握|关|控|牢|好|准|脉|住)|将(?!军)"
    r"|让|使(?!用|命)|其(?!他|它)|才(?!能|华|干)|而|并(?!购|举|重)|和(?!谐|平)|与(?!会|时俱进)|有(?!效|序|机|限|为|[^，的]{1,4}的)|会(?!议|展)|我们|中国将|能(?!力|源|量|动)|更好地?|更加?|更(?!新|迭|换)|多[只家个项]|一[个种些项]"
    r"|各(?:家|级|地|方面)|全国(?!人大|政协|性|一盘棋)|围绕|针对|做到|做好|做(?!大|强|优|好|到|实|精|细|工)|处理好|目前|当前(?![和与])|如今|希望(?:大家|你们|同志们|同学们)|搞好|办好|抓好|打好|走好|继续|共同(?!体|富裕|发展|安全)|携手|靠(?!近|山)|重点(?!领域|任务|工作)|以及|深刻|坚定不移|毫不动摇|与时俱进|一以贯之|持之以恒|因地制宜|千方百计|旗帜鲜明|全力以赴|矢志不渝|多措并举|始终|必须)+"
)
# Nouns that say nothing without what stands before them.
_EMPTY = tuple(
    """
    意义 内涵 要求 关系 地位 立场 基础 保证 保障 力量 视野 指引 任务 方向 力度 重点 特点 问题 作用 依托 支撑 动力
    之义 规定性 条件 关键 举措 途径 手段 根基 前提 属性 自觉性
    """.split()
)
# What is left of a sentence that was cut behind its subject.
_IS = re.compile("^(?:这?就?是(?!非)|之)(?=.{3})")
# 正确的, 良好的 praise; 天人合一的 tells which.
_EPITHET = re.compile(
    r"^(?:正确|良好|科学|合理|有效|完善|健全|完备|先进|强大|坚强|坚实|牢固|美好|真正|广泛|广阔|深厚|鲜明|突出|独特|积极|具体|完整|重要|重大|不同|丰富|多样|浓厚|崭新|全新|严格|优良|认真|更[高大好强优]|形式多样|行之有效|切实可行).{0,2}的(?P<head>[^的]{3,6})$"
)
# Where the subject ends: what follows says how it goes, and is no part of the name.
_PREDICATE = re.compile(
    r"(?:正在|(?<![守公廉改修端真])正(?!确|义|式|向|当|常|面)|已(?!知)|将(?!军|来)|有望|更加|更(?!新|迭)|日益|持续|不断|稳步|逐步|进一步|显著|明显|加快(?!建)|仍然?|有所|得到|取得了?|迈[上出向]|达到了?|成为"
    r"|创新高|再创|保持|实现了?|符合|具有|表明|体现|使|让|提供|奠定|供应充足|蓬勃|稳定增长|向好|见效|落地生根|走深走实|如何|为何|有何|再上|发挥作用|占(?!领|用|有|比|地)|不再|有了|有保障|可以|提速|提质|扩面|深入(?=推进|开展|实施|人心)|怎样|怎么|是什么|有哪些)"
)
# A clause that only leads to what is said.
_LEADING = re.compile(
    r"^(?:虽然?|尽管|随着|由于|为了?(?!民)|针对|面对|适应|按照|根据|对于|当(?!务|家|前)|在.+(?:下|中|时|后)$|从.+(?:看|说|讲)$|(?:.{0,6}以来|近年来|如今|目前|当前)$|[这那此].{0,3}$)"
)
_AFTER = re.compile(r"^(?:但是?|却|也|就|都|那么|而)")
_WHERE = re.compile(r"^在.{2,12}?(?:上|中|下|方面)(?=.{4})")
_WITHIN = re.compile(
    r"^在(?P<what>.{3,24}?)(?:方面)?(?:上|中)(?:下功夫|出实招|做文章|发力|用力|着力|想办法|求突破|求实效|见实效|有新.{2,4}|取得.{2,6})$"
)
_ASKS = re.compile("会不会|能不能|该不该|是不是|要不要|是否|为什么|怎样|怎么|如何|由谁|谁来|是什么|有哪些|靠什么")
_HOW = re.compile("有望|正在|持续|不断|总体|逐步|稳步|进一步|更加|日益")
_FIGURES = re.compile(r"(?:较|比|达到?)?[约近超逾]?\d")
_GIVEN = re.compile(
    r"^(?:给|为|让|把|将)(?P<whom>.{2,12}?)(?:提供|注入|奠定|带来|创造|作出|做出|贡献|作为|转化为|纳入)(?:更多|坚实|根本|有力|强大)?的?(?P<what>.{2,})$"
)
_JOINT = re.compile("^[和与及的、]")
_JOINED = re.compile("[和与及]|以及|、")
# What is between two things names both: 发展和减排的关系.
_OF_TWO = ("关系", "之间", "结合", "统一", "平衡", "互动", "衔接", "对接")
# 在服务大局上担当作为 says of what, and then how: four words of manner name nothing.
_MANNER = re.compile(
    r"^在(?P<what>[^，]{2,10})(?:上|中|方面)(?:.{0,2}(?:担当|作为|用心|用情|发力|用力|从严|从实|加力|提效|求实|务实|突破|作表率|当先锋|走在前|见行动|争先|创新|见效)){1,2}$"
)
_COUNTED = re.compile(
    r"^(?:前?\d[\d.多余万亿]*(?:[家个项只人名所座条年月]|公里|季度)?份?|[上下]半年|全年|今年|去年)(?:我国|全国)?(?:完成|已?建成)?"
)


def phrase(text: str, bare: bool = False, alone: int = STANDS_ALONE, whole: bool = False) -> str:
    """The first clause that says something, without what does not belong to a name. `bare` drops the verb in any
    case, `alone` is the length from which an object does without it, `whole` keeps the predicate."""
    clause = _strip(_saying(text))
    if within := _WITHIN.match(clause) or _MANNER.match(clause):
        clause = _strip(within["what"])
    clause = _strip(_WHERE.sub("", clause))
    if given := _GIVEN.match(clause):
        clause = _strip(given["whom"] if given["what"].endswith(_EMPTY) or "作为" in clause else given["what"])
    if hinge := _leading_hinge(clause):
        clause = _strip(clause[hinge:])
    clause = _without_epithet(_without_verb(clause if whole else _subject(clause), SHORTEST if bare else alone))
    return _without_tail(clause)


def _without_tail(said: str) -> str:
    """加大统的力度 keeps it: 加大统的 is no phrase."""
    shorter = _TAIL.sub("", said)
    return shorter if len(shorter) >= _SAYS and shorter[-1] not in "的之和与" else said


def _saying(text: str) -> str:
    clauses = [clause for clause in CLAUSES.split(text) if len(_HEAD.sub("", clause)) >= SHORTEST]
    plain = [clause for clause in clauses if not _LEADING.match(clause)]
    if clauses and plain and clauses[0] != plain[0]:
        return _AFTER.sub("", plain[-1])
    return (plain or clauses or [text])[0]


def _subject(clause: str) -> str:
    """全过程人民民主 of 全过程人民民主更加健全; a clause that begins with its verb has none, and 消费 is too short."""
    figures = _FIGURES.search(clause, _SAYS)
    clause = clause[: figures.start()] if figures else clause
    if (asked := _ASKS.search(clause)) and asked.start() >= SHORTEST:
        return clause[: asked.start()]
    found = (one for one in _PREDICATE.finditer(clause, SHORTEST) if clause[one.start() - 1] != "的")
    predicate = next(found, None)
    if not predicate or LONG_VERB.match(clause) or predicate.start() > LONGEST + _SAYS:
        return clause
    return clause[: predicate.start()] if predicate.start() >= _SAYS else _HOW.sub("", clause)


def _without_verb(clause: str, alone: int) -> str:
    verb = LONG_VERB.match(clause)
    if not verb:
        return clause
    rest = clause[verb.end() :].lstrip("了着好")
    if joined := re.match(r"[和与、并]", rest):
        second = LONG_VERB.match(rest[joined.end() :])
        return _without_verb(rest[joined.end() :], alone) if second and len(clause) > _SHORT - 2 else clause
    light = verb["verb"] in LIGHT_VERBS and rest.endswith(_EVENTS) and len(rest) >= _EVENT_LENGTH
    return rest if light or len(rest) >= alone else clause


def _without_epithet(clause: str) -> str:
    """正确的发展观念 is 发展观念, but 文化的挖掘 stays."""
    epithet = _EPITHET.match(clause)
    return epithet["head"] if epithet and not epithet["head"].endswith((*_EVENTS, *_EMPTY)) else clause


def _strip(clause: str) -> str:
    before = None
    while before != clause:
        before = clause
        bare = ADVERB.sub("", SURE_ADVERB.sub("", clause))
        bare = _COUNTED.sub("", bare)
        clause = _HEAD.sub("", bare if len(bare) > SHORTEST else clause) or clause
    return clause


def _leading_hinge(clause: str) -> int:
    hinge = HINGE.match(clause)
    return hinge.end() if hinge and len(hinge.group()) > 2 and len(clause) - hinge.end() >= _EVENT_LENGTH else 0


def fit(said: str, whole: str) -> str:
    """At most twelve characters, and ten where a whole phrase has no more: the head of what modifies it, the first of
    what is joined, what is left without its first words. What is too short to be a name gives way to the beginning of
    the whole lead."""
    said = said.strip(MARKS + "。！？.!?…—-的")
    for shorter in (_head, _first_joined):
        if len(said) > _SHORT:
            said = shorter(said)
    said = _without_tail(said)
    if len(said) > (LONGEST if LONG_VERB.match(said) else _SHORT):
        said = _from_left(said)
    said = _IS.sub("", said.strip(MARKS + "的"))
    return said if len(said) >= SHORTEST else _cut(whole)


def _head(said: str) -> str:
    """What the last 的 or 中 leads to; before a bare noun, what it is of."""
    before, of, head = said.rpartition("的")
    if not of or len(head) < SHORTEST:
        return said
    if before.endswith(("中", "上", "下", "内")):
        return head
    if head.endswith(_EMPTY):
        return said if len(said) <= LONGEST else before
    if head.endswith(_EVENTS) and len(head) <= _EVENT_LENGTH:
        return _from_left(said)
    return head if len(head) >= _SAYS else said if len(said) <= LONGEST else before


def _first_joined(said: str) -> str:
    """The first of two phrases that are joined, if it says something alone; never inside a word."""
    edges = set(accumulate(map(len, words(said)), initial=0))
    if said.endswith(_OF_TWO):
        return said
    for joint in _JOINED.finditer(said):
        if joint.start() >= _SAYS and joint.start() in edges and joint.end() in edges:
            return said[: joint.start()]
    return said


def _from_left(said: str) -> str:
    """Without its first words, until it is short enough: the head of a Chinese phrase stands last."""
    edges, most = accumulate(map(len, words(said))), LONGEST if LONG_VERB.match(said) else _SHORT
    rest = next((said[edge:] for edge in edges if len(said) - edge <= most), said[-most:])
    return _JOINT.sub("", rest)


def _cut(whole: str) -> str:
    edges = [edge for edge in accumulate(map(len, words(whole))) if edge <= LONGEST]
    return (whole[: edges[-1]] if edges else whole[:LONGEST]).strip(MARKS)
