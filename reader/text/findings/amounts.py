"""How numbers are written in Chinese: digits, 百分之五点五, 三分之一, 翻一番, and their scales and units."""

import re

DIGITS = "0-9０-９"
CHINESE = "零〇一二两三四五六七八九十百千"
SCALES = {
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "千万": 1e7, "百万": 1e6, "十万": 1e5,
    "亿": 1e8, "億": 1e8, "万": 1e4, "萬": 1e4, "千": 1e3, "百": 1e2,
}  # fmt: skip
# Longer units before those that they begin with.
UNITS = """
    个百分点 個百分點 百分点 美元 欧元 日元 港元 英镑 人民币 元 平方公里 平方千米 平方米 立方米
    吨标准煤 标准箱 千瓦时 兆瓦时 千瓦 兆瓦 公里 千米 海里 厘米 毫米 纳米 米 公顷 亩 畝 公斤
    千克 斤 吨 噸 度 人次 人 户 戶 名 位 家 个月 个工作日 工作日 小时 分钟 秒 天 周年 年 岁
    倍 成 ％ % ‰ 件 项 條 条 所 次 辆 台 臺 套 艘 座 只 头 株 册 部 种 张 枚 架 例
    场 批 处 支 款 间 班 列 篇 门 颗 床 户次 床位 升 摄氏度 兆 个 個
""".split()
# Written in Chinese figures, only these are measures: 一个, 两项 and 三条 are words.
MEASURES = "个百分点 百分点 美元 元 亩 公顷 平方公里 平方米 公里 吨 斤 人 户 家 名 倍 成 千瓦 千瓦时 人次 年 个 亿 万"
_FIGURES = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_FRACTION = re.compile(rf"([{CHINESE}]+)分之([{CHINESE}点]+)")


def of_digits(written: str) -> float:
    """1,000 and full-width １．５ alike."""
    return float(written.translate({ord("，"): None, ord(","): None, ord("．"): "."}))


def of_chinese(written: str) -> float:
    """三百二十, 五点五, 一五; ValueError where it is no number."""
    whole, _, part = written.partition("点")
    decimals = "".join(str(_FIGURES[sign]) for sign in part if sign in _FIGURES)
    if len(decimals) != len(part) or not whole:
        raise ValueError(written)
    return _whole(whole) + (float(f"0.{decimals}") if decimals else 0.0)


def _whole(written: str) -> float:
    if not set(written) & set(_STEPS):
        return float("".join(str(_FIGURES[sign]) for sign in written))
    total, figure = 0, 0
    for sign in written:
        if sign in _STEPS:
            total, figure = total + (figure or 1) * _STEPS[sign], 0
        else:
            figure = _FIGURES[sign]
    return float(total + figure)


def of_fraction(written: str) -> tuple[float, str]:
    """百分之五点五 is (5.5, "%"), 三分之一 is (1/3, "")."""
    match = _FRACTION.fullmatch(written)
    if not match:
        raise ValueError(written)
    below, above = of_chinese(match[1]), of_chinese(match[2])
    if match[1] in ("百", "一百"):
        return above, "%"
    if not below:
        raise ValueError(written)
    return above / below, ""
