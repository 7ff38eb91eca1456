"""Names of authors as reference lists want them: Western ones surname first, Chinese ones by their sound."""

import re

from pypinyin import lazy_pinyin

_HAN = re.compile(r"[\u3400-\u9fff]")
# Behind a surname: Smith J A, Smith JA, Smith J.-A.
_INITIALS = re.compile(r"(?:[A-Z][.\-]{0,2}){1,3}")
_GENERATION = re.compile(r",?\s+(Jr|Sr|II|III|IV)\.?$")
# An author with such a word is a body, whose name stays as it is. A person called Bank or Press would stay so too.
_BODIES = re.compile(
    r"\b(?:of|the|and|for|bank|university|institute|agency|organi[sz]ation|committee|council|ministry|group|inc|ltd|co|"
    r"press|news|times|daily|post|association|commission|department|office|cent(?:er|re)|foundation|society|union)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(("van", "von", "der", "den", "de", "la", "le", "di", "da", "del", "al", "bin", "ter"))
_SURNAMES = dict(  # noqa: C408
    单="shan", 仇="qiu", 解="xie", 曾="zeng", 覃="qin", 缪="miao", 晏="yan", 区="ou", 查="zha", 盖="ge", 朴="piao",
    乐="yue", 翟="zhai", 冼="xian", 宓="mi", 员="yun", 逄="pang", 折="she", 召="shao", 种="chong", 尉="yu", 长="zhang",
)  # fmt: skip
# What a body's short name ends in: 解放军, 乐山市 are not read as people.
_ENDS = tuple("市省县区局部委办院会社报厅处组室所军网馆台州")


def parted(name: str) -> tuple[str, str]:
    """(given names, surname) of a Western person; no given names for anybody else."""
    if _HAN.search(name) or _BODIES.search(name):
        return "", name
    name, generation = _GENERATION.sub("", name), _GENERATION.search(name)
    given, family = _parted(name)
    return given, f"{family} {generation[1]}" if generation and given else family


def _parted(name: str) -> tuple[str, str]:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        return given, family
    words = name.split()
    if len(words) > 1 and all(map(_INITIALS.fullmatch, words[1:])) and len(words[0].strip(".")) > 1:
        return " ".join(re.findall("[A-Z]", " ".join(words[1:]))), words[0]
    start = next((at for at, word in enumerate(words[1:-1], 1) if word.lower() in _PARTICLES), len(words) - 1)
    return " ".join(words[:start]), " ".join(words[start:])


def surname_first(name: str) -> str:
    given, family = parted(name)
    return f"{family}, {given}" if given else name


def cited(name: str, *, capitals: bool) -> str:
    """As an entry has it: the surname, in capitals in the 2015 edition, and initials without points."""
    given, family = parted(name)
    if not given:
        return name
    initials = " ".join(part[0].upper() for part in re.split(r"[\s.\-‐]+", given) if part)
    return f"{family.upper() if capitals else family} {initials}"


def pinyin(name: str) -> tuple[str, ...]:
    """The syllables of a name; the surname of a person read as one."""
    sounds = lazy_pinyin(name.lower())
    person = len(name.partition("，")[0]) <= 3 and not name.partition("，")[0].endswith(_ENDS)
    return (_SURNAMES.get(name[:1], sounds[0]) if person and sounds else "".join(sounds[:1]), *sounds[1:])
