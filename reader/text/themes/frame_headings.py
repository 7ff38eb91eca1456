"""Headings that hold themes without being one: frames, which yield to what they hold, and reviews of what is done."""

import re

from reader.text.themes.marks import without_mark

# 重点 + 任务: a heading of two such words holds something. 目标任务 and the like may be an article's theme elsewhere.
_KINDS = """
    总体 基本 主要 重点 具体 工作 学习 目标 指导 组织 保障 实施 支持 政策 有关 相关 对策 下一步 下步 编制 起草 研究
    出台 制定 修订
"""
_DRAWERS = """
    要求 思路 目标 部署 安排 考虑 思想 原则 情况 任务 工作 重点 内容 措施 举措 实施 保障 领导 建议 打算 步骤 范围
    方式 背景 说明
"""
_ALONE = """
    背景 引言 前言 导语 导言 序言 结语 结束语 结论 尾声 小结 附则 总则 附录 附件 建议 意见 启示 思考 问题 对策
    原因 意义 现状 重要意义 重大意义
"""
_FRAME = re.compile(
    r"(?:加强|强化|落实|完善|健全|夯实|抓好|做好)?(?:组织|保障|工作)(?:领导|保障|实施|措施)"
    r"|(?:活动|报名|评选|申报|征集|会议|培训|比赛|参[赛评展])?(?:时间|地点|内容|对象|范围|流程|程序|方式|主题|名额|费用|联系方式|奖项设置)(?:和地点|及地点|安排)?"
    r"|(?:施行|实施|生效|执行|有效)(?:时间|日期|期限|期)|(?:解读|咨询)(?:机关|单位|部门|人|电话|方式)"
    rf"|(?:{'|'.join(_KINDS.split())}){{1,2}}的?(?:{'|'.join(_DRAWERS.split())})|{'|'.join(_ALONE.split())}"
    r"|(?:今年|明年|\d{4}年|下一步|下一阶段|今后.{0,8}|.{0,10}时期)的?.{0,14}(?:工作|安排|任务|部署|要求|打算|目标|建议)"
    r"|(?:关于.{2,20}的)?(?:几|[两二三四五六七八九十]|\d{1,2})[个大项点条]?(?:方面|问题|任务|建议|要求|意见|举措|措施|工作|体会|说明|重点).{0,6}"
)
# 从三方面论述, 抓好3件事: what is said is below.
_COUNTS = re.compile(
    r"(?:[两三四五六七八九十]|\d{1,2})(?:个?(?:方面|要点|重点|任务|建议)|[件桩]\S{0,2}事|[大个]\S{2,4}|[条项点])\S{0,3}$"
)
_REVIEW = re.compile(
    r"回顾|(?:过去|去年|上年|[一三五]年来|以来|上半年|本届|20\d\d年).{0,12}(?:工作|情况|成就|成绩|执行)|(?:取得|主要|工作)的?(?:成就|成绩|成效|进展)|工作总结|^总结"
    r"|(?:存在|面临)的?.{0,6}(?:问题|不足|困难|挑战)$|执行情况|^首先报告|^基本情况"
)


def is_frame(heading: str) -> bool:
    """总体要求, 重点工作, “三个方面”: a drawer, not what lies in it."""
    return bool(_FRAME.fullmatch(_said(heading)))


def counts_things(heading: str) -> bool:
    """Whether the heading's last clause tells a number of things instead of what they are."""
    clauses = re.split("[，,：: 　]", _said(heading))
    return len(clauses) > 1 and bool(_COUNTS.search(clauses[-1]))


def is_review(heading: str) -> bool:
    """What is over, however it is divided, is no theme of the article."""
    return bool(_REVIEW.search(_said(heading)))


def _said(heading: str) -> str:
    return re.sub(r"[\s　]|[（(][^）)]*[）)]|[。；：:]$", "", without_mark(heading.strip()))
