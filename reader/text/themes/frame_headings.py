"""Headings that hold themes without being one: frames, which yield to what they hold, and reviews of what is done."""

import re

from reader.text.themes.marks import without_mark

_OWN = "总体要求 总体思路 总体目标 总体部署 总体安排 总体考虑 指导思想 基本原则 基本情况 基本思路 主要目标 工作目标 发展目标 目标任务 重点任务 主要任务 重点工作 主要工作"
_OWN += " 工作任务 工作措施 工作举措 主要措施 主要举措 重点举措 政策措施 具体措施 保障措施 支持措施 组织保障 组织实施 组织领导 实施保障 工作要求 有关要求 工作安排 工作部署 工作建议 对策建议 政策建议 下一步工作 下步打算"
_OWN += " 背景 背景情况 研究背景 引言 前言 导语 导言 序言 结语 结束语 结论 尾声 小结 附则 总则 附录 附件 编制背景 起草背景 主要内容 建议 意见 启示 思考 问题 对策 原因 意义 重要意义 重大意义 现状 文件 说明 目的意义"
_FRAME = re.compile(
    rf"(?:{'|'.join(_OWN.split())})|(?:今年|明年|\\d{{4}}年|下一步|下一阶段|今后.{{0,8}}|.{{0,10}}时期)的?.{{0,14}}(?:工作|安排|任务|部署|要求|打算|目标|建议)"
    r"|(?:关于.{2,20}的)?(?:几|[两二三四五六七八九十]|\d{1,2})[个大项点条]?(?:方面|问题|任务|建议|要求|意见|举措|措施|工作|体会|说明|重点).{0,6}"
)
_REVIEW = re.compile(
    r"回顾|(?:过去|去年|上年|[一三五]年来|以来|上半年|本届|20\d\d年).{0,12}(?:工作|情况|成就|成绩|执行)|(?:取得|主要|工作)的?(?:成就|成绩|成效|进展)|工作总结|^总结"
    r"|(?:存在|面临)的?.{0,6}(?:问题|不足|困难|挑战)$|执行情况|^首先报告|^基本情况"
)


def is_frame(heading: str) -> bool:
    """总体要求, 重点工作, “三个方面”: a drawer, not what lies in it."""
    return bool(_FRAME.fullmatch(_said(heading)))


def is_review(heading: str) -> bool:
    """What is over, however it is divided, is no theme of the article."""
    return bool(_REVIEW.search(_said(heading)))


def _said(heading: str) -> str:
    return re.sub(r"[\s　]|[（(][^）)]*[）)]", "", without_mark(heading.strip())).rstrip("。；：:；")
