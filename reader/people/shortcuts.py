"""The reading desk's shortcuts: one table, which the page shows, the scripts obey and a reader's own keys change.

A key is written as its modifiers in the order mod (Ctrl or ⌘), alt, shift and its name in small letters: "mod+shift+z".
Signs that need Shift on some keyboards ("?") are written without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reader.access import May


@dataclass(frozen=True)
class Shortcut:
    """`right` is what a member must be allowed for the key to do anything."""

    name: str
    key: str
    label: str | Promise
    right: str = "read"


@dataclass(frozen=True)
class Fixed:
    """A key that cannot be changed, as it is printed on the keyboard."""

    caps: tuple[str, ...]
    label: str | Promise
    right: str = "read"


SHORTCUTS = (
    Shortcut("help", "?", _("显示快捷键")),
    Shortcut("focus", "f", _("专注：只留正文")),
    Shortcut("caret", "v", _("到正文里，用键盘选取")),
    Shortcut("next", "j", _("下一处圈点")),
    Shortcut("previous", "k", _("上一处圈点")),
    Shortcut("next_article", "]", _("列表里的下一篇")),
    Shortcut("previous_article", "[", _("列表里的上一篇")),
    Shortcut("copy", "c", _("复制引文和出处")),
    Shortcut("mark", "m", _("圈点选中的文字"), "mark"),
    Shortcut("same", "s", _("同上：用上一次的主题圈定"), "mark"),
    Shortcut("sticky", "shift+s", _("连续圈点：选中就用同样的主题"), "mark"),
    Shortcut("characters", "x", _("按词取齐或逐字"), "mark"),
    Shortcut("edit", "e", _("改当前圈点"), "mark"),
    Shortcut("resize", "r", _("调整当前圈点的两端"), "mark"),
    Shortcut("remove", "delete", _("删当前圈点"), "mark"),
    Shortcut("undo", "mod+z", _("撤销"), "mark"),
    Shortcut("redo", "mod+shift+z", _("重做"), "mark"),
    Shortcut("accept", "a", _("采用第一个建议主题"), "edit"),
    Shortcut("accept_all", "shift+a", _("采用全部建议主题"), "edit"),
)
FIXED = (
    Fixed(("←", "→"), _("在正文里按词移动；加 Alt 逐字，加 Ctrl 按句")),
    Fixed(("↑", "↓"), _("上一段、下一段")),
    Fixed(("Home", "End"), _("段首、段尾")),
    Fixed(("Tab",), _("按文中次序走过圈点")),
    Fixed(("Esc",), _("取消、关闭")),
    Fixed(("Shift",), _("与上面的移动键同按：选取"), "mark"),
    Fixed(("Enter",), _("圈点选中的文字；在批注里保存，加 Shift 换行"), "mark"),
    Fixed(("1", "–", "9"), _("选本文主题"), "mark"),
)
# What the browser, the text caret, lists and the popup need for themselves.
RESERVED = frozenset(
    "enter escape tab space home end pageup pagedown arrowleft arrowright arrowup arrowdown 0 1 2 3 4 5 6 7 8 9".split()
    + [f"mod+{letter}" for letter in "acfhlnpqrtvwx"]
)
_CAPS = {"mod": "Ctrl", "alt": "Alt", "shift": "Shift", "delete": "Delete"}


class Refused(Exception):
    """A key that cannot be taken: `other` is the shortcut that has it, None when it is reserved."""

    def __init__(self, key: str, other: Shortcut | None) -> None:
        super().__init__(key)
        self.key, self.other = key, other


def bound(own: Mapping[str, str], may: May) -> list[Shortcut]:
    """The shortcuts of a member with these keys of their own."""
    changed = [Shortcut(row.name, own.get(row.name, row.key), row.label, row.right) for row in SHORTCUTS]
    return [row for row in changed if getattr(may, row.right)]


def fixed(may: May) -> list[Fixed]:
    return [row for row in FIXED if getattr(may, row.right)]


def checked(own: Mapping[str, str]) -> dict[str, str]:
    """What differs from the table, when every key is free and leads to one shortcut only; Refused otherwise."""
    taken: dict[str, Shortcut] = {}
    # Those that keep their own key come first: where two clash, the one that was moved is in the wrong.
    for row in sorted(SHORTCUTS, key=lambda row: own.get(row.name, row.key) != row.key):
        key = own.get(row.name, row.key)
        if key in RESERVED or key in taken:
            raise Refused(key, taken.get(key))
        taken[key] = row
    return {row.name: key for key, row in taken.items() if key != row.key}


def caps(key: str) -> list[str]:
    """A key as it is printed on keyboards: ["Ctrl", "Shift", "Z"]."""
    *modifiers, name = key.split("+") if key != "+" else ["+"]
    return [*(_CAPS[word] for word in modifiers), _CAPS.get(name, name.upper() if len(name) == 1 else name.title())]
