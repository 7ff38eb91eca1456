"""The authors behind a label: 作者：甲、乙（某大学教授）; 記者：甲; 作者系某大学教授 甲."""

import re

from reader.extraction.dates import dates_in
from reader.extraction.names import is_surely_name, may_be_name, unpadded
from reader.extraction.page import Author

_LABEL = re.compile(
    r"^[(（【〔\[]?\s*(?:(?:本文)?(?:特约|特約)?(?:作\s*者|署\s*名|文|撰\s*文|撰\s*稿|采\s*写|採\s*訪|[记記]\s*者)\s*[:：/／丨｜|]"
    r"|(?:本文)?作者(?=[系係]))\s*(?P<names>.+?)\s*[)）】〕\]]?$"
)
# Another statement ends the names.
_NEXT = re.compile(
    r"[|｜]|(?:来\s*源|來\s*源|稿\s*源|出处|(?:责任|責任)?[编編]\s*[辑輯]|[责責]\s*[编編]|[校审審][对對核]|[发發][布佈表]|(?:[发發][布佈表]?)?[时時][间間]|日\s*期|字[号體体]"
    r"|浏览|点击|阅读|摄影|翻译|监制)\s*[:：于]|责任编辑|責任編輯|字号"
)
_OPENING, _CLOSING = "(（", ")）"
_SIGNS = "、，,；;/／&"
# 甲，系某大学教授; 甲、乙分别系某院院长、某所所长.
_OF = re.compile(
    r"(?P<names>[\u3400-\u9fff·]{2,12}?(?:[\s、]+(?!分[别別])[\u3400-\u9fff·]{2,12}?)*)[，,\s]*(?P<each>分别|分別)?(?:系|係|现为|現為|为(?=.*[学院所员长任授家部会委])"
    r"|单位[:：]|单位系)\s*(?P<affiliation>.{3,})$"
)
_BEHIND = re.compile(r"(?:系|係)(?P<affiliation>.{3,}?)[\s，,]+(?P<name>[\u3400-\u9fff·]{2,12})$")
# What somebody is, before the name: 记者王小河, 某网专栏作者 王小河.
_ROLE = r"[\u3400-\u9fff]{0,10}(?:[记記]者|通[讯訊][员員]|[评評][论論][员員]|作者|撰稿人|研究[员員]|教授)"
_WITH_ROLE = re.compile(rf"(?P<role>{_ROLE})(?P<name>[\u3400-\u9fff]{{2,4}})$")
_SAID = ("系", "係", "单位：", "单位:", "作者单位：", "作者单位:")


def authors_in(line: str) -> tuple[Author, ...]:
    """The authors of a byline, or none when the line is not one."""
    match = _LABEL.match(line.strip())
    if not match:
        return ()
    names = unpadded(_only_names(match["names"]))
    if names.count("（") + names.count("(") > names.count("）") + names.count(")"):
        names += "）"
    return persons(names)


def persons(said: str) -> tuple[Author, ...]:
    """The people named, each with the affiliation told of him."""
    if match := _BEHIND.match(said):
        return (Author(match["name"], match["affiliation"]),)
    parts = [part for part in re.split("[；;]", said) if part.strip()]
    return tuple(author for part in parts for author in _affiliated(part.strip()) or _listed(part))


def _only_names(said: str) -> str:
    ends = [match.start()] if (match := _NEXT.search(said)) else []
    ends += [dated.start for dated in dates_in(said)[:1]]
    return said[: min(ends, default=len(said))].strip()


def _affiliated(part: str) -> tuple[Author, ...]:
    match = _OF.match(part)
    if not match:
        return ()
    names = re.split(r"[\s、]+", match["names"])
    houses = re.split("[、，,]", match["affiliation"]) if match["each"] else []
    if len(houses) != len(names):
        houses = [match["affiliation"].strip("，, ")] * len(names)
    return tuple(map(Author, names, houses))


def _listed(said: str) -> tuple[Author, ...]:
    """Split at signs and white space outside brackets; behind white space only what may be a name goes on the list."""
    authors: list[Author] = []
    for joint, part in _split(said):
        author = _author(part)
        if authors and joint.isspace() and not may_be_name(author.name):
            break
        if authors and joint == " " and (authors[-1].name + part).isascii():
            author = Author(f"{authors.pop().name} {part}")
        if authors and joint.isspace() and re.fullmatch(_ROLE, authors[-1].name):
            author = Author(author.name, author.affiliation or authors.pop().name)
        authors.append(author)
    return tuple(authors)


def _split(names: str) -> list[tuple[str, str]]:
    """The parts, each with the signs before it."""
    parts, joint, part, depth = [], "", "", 0
    for sign in names:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth > 0 or not (sign in _SIGNS or sign.isspace()):
            part += sign
            continue
        if part:
            parts.append((joint, part))
            joint, part = "", ""
        joint += sign
    return [*parts, (joint, part)] if part else parts


def _plain(part: str) -> Author:
    match = _WITH_ROLE.match(part)
    return Author(match["name"], match["role"]) if match and is_surely_name(match["name"]) else Author(part)


def _author(part: str) -> Author:
    opening = next((place for place, sign in enumerate(part) if sign in _OPENING), -1)
    if opening < 0 or part[-1] not in _CLOSING:
        return _plain(part)
    affiliation = part[opening + 1 : -1].strip()
    for said in _SAID:
        affiliation = affiliation.removeprefix(said)
    return Author(part[:opening].strip(), affiliation)
