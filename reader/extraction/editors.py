"""The editor a line names: [责编：甲], 责任编辑 甲, 【纠错】【责任编辑:甲 乙】, 責任編輯：甲."""

import re

from reader.extraction.names import is_surely_name, may_be_name, unpadded

_ROLE = (
    r"(?:(?:责任|責任|本文|网络|網路|网站|值班|执行|文字|图文|本期)?\s*[编編]\s*[辑輯]"
    r"|[责責]\s*[编編]|本文[责責][编編]|(?<![\u3400-\u9fff])文[编編])"
)
_LABEL = re.compile(rf"(?<![总總副主]){_ROLE}(?P<sign>\s*[:：丨|｜/]\s*|\s+[-—–]\s+|\s*(?=[\u3400-\u9fff]))")
# Another statement, or a bracket, ends the names.
_END = re.compile(
    r"[\[\]［］【】()（）〔〕|｜。；;！？<>]"
    r"|(?<=.)(?:责任|責任|网络|值班|本文)?(?:[编編][辑輯审審]|[责責][编編]|[校审審][对對核]|监制|主编|总编|来源|來源|作者|记者|摄影|美编|实习|发布|时间|日期|统筹|终审|初审)\s*[:：]"
    r"|\d{4}[-年./]"
)
_JOIN = re.compile(r"\s*[、,，/／&]\s*|\s+")
_CODE = re.compile(r"[A-Z]{1,3}\d{2,5}$")
_LATIN = re.compile(r"[A-Z][a-z]+$")
_ALONE = re.compile(rf"[\s(（\[［【〔]*(?:[【\[]\s*纠错\s*[】\]]\s*)?[\s(（\[［【〔]*{_ROLE}")
_LONGEST = 60


def editor_in(text: str) -> str:
    """The first where several are told, however close together: 编辑：甲责任编辑：乙. Editors of one role together, as
    they are written: 甲、乙."""
    for match in _LABEL.finditer(text):
        rest = unpadded(text[match.end() : match.end() + _LONGEST])
        end = _END.search(rest)
        said = rest[: end.start()] if end else rest
        if names := _labelled(said) if match["sign"].strip() else _bare(said, text[: match.start()]):
            return names
    return ""


def is_editor_line(text: str) -> bool:
    """Whether the line begins as one that tells the editor, and does; behind a colon or without."""
    return len(text) <= _LONGEST and bool(_ALONE.match(text)) and bool(editor_in(text))


def is_editor_name(label: str, line: str) -> bool:
    """Whether the line is nothing but names, below one that is nothing but the editor's label."""
    return bool(_ALONE.match(label)) and not editor_in(label) and editor_in(f"{label.rstrip(' :：')}：{line}") == line


def _labelled(said: str) -> str:
    """Behind a colon: whatever stands first; behind white space only what is surely another name, or a number."""
    parts = _JOIN.split(said.strip())
    names = parts[:1]
    at = said.find(names[0]) + len(names[0])
    for part in parts[1:]:
        place = said.find(part, at)
        if not part or not _goes_on(names[-1], said[at:place], part):
            break
        at = place + len(part)
        names.append(part)
    return " ".join(said[:at].split())


def _goes_on(last: str, joint: str, part: str) -> bool:
    if joint.strip():
        return may_be_name(part) or not joint.isspace()
    if _CODE.match(part):
        return True
    return is_surely_name(part) if not _LATIN.match(last) else bool(_LATIN.match(part))


def _bare(said: str, before: str) -> str:
    """Without a colon nothing but names may follow, and nothing that tells stand before: 责任编辑制度 is none."""
    parts = [part for part in _JOIN.split(said.strip()) if part]
    opened = not before.strip(" \u3000(（[［【〔]】") or before.rstrip().endswith(
        ("】", "]", "［", "[", "【", "(", "（")
    )
    return " ".join(said.split()) if opened and parts and all(map(is_surely_name, parts)) else ""
