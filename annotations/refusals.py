"""Why a change is refused: a stable code, its HTTP status, a sentence in the reader's language."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

REFUSALS: dict[str, tuple[int, str]] = {
    "bad_search": (422, _("给检索起个名字，最多 %(limit)d 个字；要找的字也不能空着。")),
    "below_itself": (422, _("主题不能移到自己下面。")),
    "changed_since": (409, _("这一步之后，内容又被改过，不能再撤销或重做。")),
    "codebook_locked": (403, _("主题表已锁定，只有编辑能加主题、撤回主题。")),
    "duplicate_theme": (409, _("已有同名的主题。")),
    "empty_name": (422, _("主题要有名称。")),
    "empty_term": (422, _("请写出要加的词。")),
    "long_name": (422, _("主题名称最多 %(limit)d 个字。")),
    "many_keywords": (422, _("关键词最多 %(limit)d 个。")),
    "many_terms": (422, _("手加的词最多 %(limit)d 个。")),
    "merge_below_itself": (422, _("主题不能并入自己，也不能并入自己下面的主题。")),
    "nothing_chosen": (422, _("请先选出要分出去的圈点。")),
    "memo_changed": (412, _("这条备忘刚被别人改过，请看过现在的内容再保存。")),
    "nothing_to_redo": (409, _("没有可重做的操作。")),
    "nothing_to_undo": (409, _("没有可撤销的操作。")),
    "other_article": (422, _("这处圈点属于另一篇文章。")),
    "out_of_range": (422, _("圈点的位置不在文章之内。")),
    "overtaken": (412, _("这处圈点已被改动，请看过现在的内容再保存。")),
    "quote_mismatch": (422, _("圈点的文字与文章对不上，请重新选取。")),
    "term_length": (422, _("词要有 %(shortest)d 到 %(longest)d 个字。")),
    "too_deep": (422, _("主题最多 %(limit)d 层，放在这里就太深了。")),
    "too_many_searches": (422, _("最多存 %(limit)d 个检索，先删去几个。")),
    "unknown_theme": (422, _("所选主题不在这个课题里。")),
    "unknown_version": (422, _("文章没有这个文本版本。")),
}


class Refusal(Exception):
    """A change that cannot be made. `extras` go into the answer beside the error."""

    def __init__(self, code: str, parameters: dict[str, Any] | None = None, **extras: Any) -> None:
        super().__init__(code)
        self.code, self.parameters, self.extras = code, parameters or {}, extras

    @property
    def status(self) -> int:
        return REFUSALS[self.code][0]

    def __str__(self) -> str:
        return gettext(REFUSALS[self.code][1]) % self.parameters
