"""What a refused query is told."""

from django.utils.translation import gettext_lazy as _

from annotations.search.language import LONGEST, MOST_TERMS, Refused

REFUSED = {
    "empty": _("写上要找的字。"),
    "long": _("最多 %(limit)d 个字。"),
    "many": _("最多 %(terms)d 个词。"),
    "only_not": _("只说了不要什么，还要说找什么。"),
    "costly": _("这样的词太常见，隔着几个字找要太久；请把距离改小，或换更长的词。"),
    "common": _("找到的太多；请加上别的词，或写长一些。"),
    "vast": _("课题里的字太多，一次数不完；请先分成几个课题。"),
    "bad_value": _("冒号后面的看不懂：日期写 2024、2024-01 或 2024-01..2024-06，转载和有批注写“是”或“否”。"),
}


def why(refused: Refused) -> str:
    return str(REFUSED[refused.reason]) % {"limit": LONGEST, "terms": MOST_TERMS}
