"""What the search page is asked, as its address carries it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from annotations.limits import LARGEST_ID
from annotations.search.finding import MOST, Within

VIEWS = [
    ("articles", _("文章")),
    ("lines", _("句子")),
    ("notes", _("圈点与批注")),
    ("spread", _("分布")),
    ("collocates", _("搭配词")),
    ("key_words", _("特征词")),
]
MEASURES = [("log_dice", "logDice"), ("t", "T"), ("mi", "MI"), ("g2", "G²"), ("together", _("次数"))]
# Words on each side of a hit.
WIDEST, WIDTH, LEAST = 10, 5, 3
WITHIN = [("article", _("同一篇里")), ("paragraph", _("同一段里")), ("sentence", _("同一句里"))]
SORTS = [
    ("L1", _("左边第 1 个字")),
    ("L2", _("左边第 2 个字")),
    ("L3", _("左边第 3 个字")),
    ("R1", _("右边第 1 个字")),
    ("R2", _("右边第 2 个字")),
    ("R3", _("右边第 3 个字")),
    ("l1", _("左边第 1 个词")),
    ("l2", _("左边第 2 个词")),
    ("l3", _("左边第 3 个词")),
    ("r1", _("右边第 1 个词")),
    ("r2", _("右边第 2 个词")),
    ("r3", _("右边第 3 个词")),
    ("hit", _("找到的字")),
    ("date", _("发表时间")),
    ("source", _("来源")),
]


@dataclass(frozen=True)
class Asked:
    """`reposts`: texts that appeared before are counted again. `keys` are what lines are sorted by, the first first;
    `beside` leaves those with that word among so many (`width`) on each side, `sample` so many of them by `seed`.
    Collocates stand at `least` so many hits, those that say nothing by themselves (`empty`) among them. `saved` is the
    saved search by which somebody came."""

    q: str = ""
    view: str = "articles"
    within: Within = "article"
    reposts: bool = False
    keys: tuple[str, ...] = ()
    beside: str = ""
    width: int = WIDTH
    sample: int = 0
    seed: int = 1
    least: int = LEAST
    measure: str = "log_dice"
    empty: bool = False
    saved: int = 0


class SearchForm(forms.Form):
    """A field that makes no sense is left out."""

    q = forms.CharField(required=False, strip=True)
    view = forms.ChoiceField(required=False, choices=VIEWS)
    within = forms.ChoiceField(required=False, choices=WITHIN)
    reposts = forms.BooleanField(required=False)
    sort = forms.ChoiceField(required=False, choices=SORTS)
    then = forms.ChoiceField(required=False, choices=SORTS)
    last = forms.ChoiceField(required=False, choices=SORTS)
    beside = forms.CharField(required=False, max_length=40)
    width = forms.IntegerField(required=False, min_value=1, max_value=WIDEST)
    sample = forms.IntegerField(required=False, min_value=1, max_value=MOST)
    seed = forms.IntegerField(required=False, min_value=1, max_value=MOST)
    least = forms.IntegerField(required=False, min_value=1, max_value=MOST)
    measure = forms.ChoiceField(required=False, choices=MEASURES)
    empty = forms.BooleanField(required=False)
    saved = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)


def asked(query: QueryDict) -> Asked:
    form = SearchForm(query)
    form.is_valid()
    given: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if value}
    keys = tuple(given.pop(name) for name in ("sort", "then", "last") if name in given)
    return Asked(keys=keys, **given)


def said(wanted: Asked) -> str:
    """What was asked, so that a table can be told by itself."""
    parts = [gettext("检索“%s”") % wanted.q, str(dict(WITHIN)[wanted.within])]
    if wanted.view == "collocates":
        parts.append(
            gettext("左右各 %(width)d 个词，至少 %(least)d 处") % {"width": wanted.width, "least": wanted.least}
        )
    if wanted.beside:
        parts.append(gettext("左右 %(width)d 个词里有“%(word)s”") % {"width": wanted.width, "word": wanted.beside})
    if wanted.sample:
        parts.append(gettext("随机取 %(sample)d 处，种子 %(seed)d") % {"sample": wanted.sample, "seed": wanted.seed})
    return "，".join([*parts, *([gettext("转载也算")] if wanted.reposts else [])])
