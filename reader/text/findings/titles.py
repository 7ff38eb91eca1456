"""Titles in 《》: where they stand, and which kind of work they name."""

import re
from collections.abc import Iterator

from reader.text.folding import fold

# A pair that closes only after so many characters is no title but a slip of the writer.
LONGEST = 200
PERIODICAL, WORK, OTHER = "periodical", "work", "other"

# The kinds of documents by the words their titles end with, longer words first where one ends another.
ENDINGS = tuple(
    """
    政府工作报告 实施细则 管理办法 行动计划 实施方案 实施意见 指导意见 工作要点 白皮书 备忘录
    承诺书 议定书 宪法 法典 条例 规定 办法 细则 意见 通知 决定 决议 规划 纲要 方案 计划 报告
    公告 通告 公报 通报 批复 纪要 标准 目录 指南 宣言 声明 协定 协议 公约 条约 法案 规则
    章程 准则 规范 规程 建议 行动 措施 清单 制度 要点 倡议 指引 议案 预案 解释 命令 守则
    预算 导则 政策 任务 大纲 总结
    """.split()
)
_LAW = re.compile(r"(?<![办方做书看说语想手公国])法$")
_AFTER_TITLE = re.compile(r"(?:[（(\[][^（）()]{1,40}[)）\]]|\d{4}年(?:版|本)|\s)+$")
_NEWSPAPER = re.compile(r"(?:日报|晚报|时报|周刊|周报|杂志|学报|月刊|半月谈|早报|商报|晨报|导报)$|^(?:求是|红旗文稿)$")
_ISSUE = re.compile(
    r"\s?(?:杂志)?\s?(?:[12１２][0-9０-９]{3}年)?第\s?[0-9０-９一二三四五六七八九十]{1,4}期|杂志|报社|记者"
)
_WORK_BEFORE = re.compile(
    r"(?:电影|影片|电视剧|纪录片|专题片|小说|歌曲|图书|书籍|专著|著作|一书|诗|散文|话剧|舞剧|歌剧|戏|豫剧|京剧|"
    r"越剧|画作|油画|国画|作品|节目|栏目|片|剧目|剧|动画|动漫|游戏|曲|油画|合唱|交响乐|长卷|绘本)[“\"]?$"
)
_PART = re.compile(r"[《》\n]")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The outermost 《…》 of each line, [start, end) with brackets, in order; what never closes is passed over."""
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for part in _PART.finditer(text):
        if part[0] == "《":
            opened.append(part.start())
        elif part[0] == "》":
            _close(part.end(), opened, closed)
        else:
            yield from closed
            opened, closed = [], []
    yield from closed


def _close(end: int, opened: list[int], closed: list[tuple[int, int]]) -> None:
    if not opened or end - opened[-1] > LONGEST or end - opened[-1] < 3:
        opened[-1:] = []
        return
    start = opened.pop()
    while closed and closed[-1][0] > start:
        closed.pop()
    closed.append((start, end))


def kind(title: str, before: str = "", after: str = "") -> str:
    """The ending word of a document's title (意见, 条例 …), 法 for a law, or PERIODICAL, WORK, OTHER. `before` and
    `after` are the words around the title, by which films are told from documents."""
    bare = fold(_AFTER_TITLE.sub("", title))
    if _NEWSPAPER.search(bare) or _ISSUE.match(after):
        return PERIODICAL
    if _WORK_BEFORE.search(before):
        return WORK
    return next((word for word in ENDINGS if bare.endswith(word)), "法" if _LAW.search(bare) else OTHER)
