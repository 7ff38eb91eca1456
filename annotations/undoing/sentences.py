"""What a step did, in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from annotations.models import Event

WORDS = {
    "accept": _("采用主题：%(names)s"),
    "accept_all": _("采用全部建议：%(names)s"),
    "add": _("添加主题：%(names)s"),
    "add_theme": _("新建主题：%(names)s"),
    "archive_theme": _("归档主题：%(names)s"),
    "arrange": _("排列本文主题：%(names)s"),
    "change": _("修改圈点：%(names)s"),
    "code": _("圈点检索到的：%(names)s"),
    "create": _("圈点：%(names)s"),
    "delete": _("删除圈点：%(names)s"),
    "drop_passage": _("丢弃待安放的圈点：%(names)s"),
    "edit_terms": _("修改词表"),
    "edit_theme": _("修改主题：%(names)s"),
    "import": _("导入笔记：%(names)s"),
    "import_themes": _("导入主题：%(names)s"),
    "lock": _("锁定主题表"),
    "merge_themes": _("合并主题：%(names)s"),
    "move_theme": _("移动主题：%(names)s"),
    "pin": _("选为例句"),
    "propose": _("重新列为建议：%(names)s"),
    "reject": _("不用主题：%(names)s"),
    "reject_passage": _("不用候选句：%(names)s"),
    "rename": _("改主题名：%(names)s"),
    "restore": _("恢复圈点：%(names)s"),
    "split_theme": _("分出主题：%(names)s"),
    "unarchive_theme": _("恢复主题：%(names)s"),
    "unlock": _("解锁主题表"),
    "unpin": _("不再作例句"),
    "write_memo": _("写备忘"),
}
QUOTED = 20
NAMED = 8


def in_words(events: list[Event]) -> str:
    """The step in the reader's language: what was done, and to what."""
    names = list(filter(None, dict.fromkeys(_name(event) for event in _told(events))))
    more = "……" if len(names) > NAMED else ""
    action = "write_memo" if events[0].subject == "memo" else events[0].action
    return gettext(WORDS[action]) % {"names": "、".join(names[:NAMED]) + more}


def in_short(action: str) -> str:
    """What kind of step it is, without what it was done to; "" for one that no person does."""
    return (gettext(WORDS[action]) % {"names": ""}).rstrip("：: ") if action in WORDS else ""


def _told(events: list[Event]) -> list[Event]:
    """The changes a step goes by: of a merge what was merged, in the codebook the first, in an article the rest."""
    themes = [event for event in events if event.subject == "theme"]
    merged = [event for event in themes if event.before and event.after and event.after.get("merged_into")]
    if merged:
        return merged[-1:]
    if events[0].article_id is None:
        return events if events[0].action in ("import", "import_themes") else events[:1]
    return [event for event in events if event.subject != "theme"] or themes


def _name(event: Event) -> str:
    state = event.after or event.before or {}
    name = state.get("exact") or state.get("name") or ""
    return name if len(name) <= QUOTED else name[:QUOTED] + "…"
