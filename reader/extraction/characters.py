"""Compatibility radicals become the characters they look like: PDFs made by browsers read ⼈⺠ where 人民 was printed.

The fonts share one glyph between a radical and its character, and the PDF's table names the wrong one of the two.
Nothing else is folded: full-width signs, circled numbers and the like are the author's.
"""

import re
import unicodedata

_KANGXI = range(0x2F00, 0x2FD6)
# Unicode has decompositions for two of the CJK Radicals Supplement only; these are the others that have a unified
# ideograph of the same shape, as pairs of radical and ideograph.
_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬"
    "⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝"
    "⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾"
    "⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_FOLDED = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI},
    **dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)),
}
_RADICAL = re.compile(f"[{''.join(_FOLDED)}]")
# ⼾ stands for 戶 in Unicode and for 户 in every simplified text: these characters tell the two apart.
_DOOR, _SIMPLIFIED, _TRADITIONAL = (
    "⼾",
    re.compile("[国这个们时会对发为说业来]"),
    re.compile("[國這個們時會對發為說業來]"),
)


def without_radicals(text: str) -> str:
    """The text with every compatibility radical that has a character of its own shape as that character; its length in
    code points stays."""
    if not _RADICAL.search(text):
        return text
    if _DOOR in text and len(_SIMPLIFIED.findall(text)) >= len(_TRADITIONAL.findall(text)):
        text = text.replace(_DOOR, "户")
    return _RADICAL.sub(lambda match: _FOLDED[match[0]], text)
