"""What a line of the container looks like: prose, a step, a byline, a caption, a row of links."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.extraction.boilerplate import LineRule, is_exact, rule_of
from reader.extraction.credits import credit_line
from reader.extraction.dates import without_date
from reader.extraction.dump_lines import buttons_in, is_toolbar
from reader.extraction.editors import is_editor_line
from reader.extraction.fragment import Item
from reader.extraction.metadata import tell
from reader.extraction.page import Block
from reader.extraction.print_edition import is_edition_line
from reader.extraction.prose import is_prose
from reader.extraction.structure import numbering_level

# Longer lines are prose, whatever they begin with.
_LINE_LENGTH = 120
_SECTION_NUMBER = re.compile(r"0\d$|[１-９1-9]$")
# When something takes place, as announcements begin; portals name what was done then, or say more on the line.
_EVENT = re.compile(
    r"(?!发布|更新|发表|发文|成文|印发|刊发|编辑)[\u3400-\u9fff]{0,4}(?:时间|日期)\s*[:：]\s*\S*年(?!.*(?:来源|浏览|点击|作者|\d:\d\d:\d\d))"
)
_ENDS_SENTENCE = re.compile(r"[。；](?:[”’」』》）)\]】]*)$")
_STEP = re.compile(r"(?:第[一二三四五六七八九十\d]+[步项条款]|步骤|Step\s*\d|[①-⑳])")
# A byline says hardly anything besides: so many Chinese characters are left of one without time, labels and buttons.
_LEFT = 14
_LABEL = re.compile(
    r"(?:来\s*源|來\s*源|稿\s*源|出\s*处|作\s*者|记者|文|编\s*辑|责编|发布|署名|时间|日期|浏览|点击|阅读|字号|字体)[^:：]{0,4}[:：/]"
)
# The note under a law's title, and a document's number: part of the text, though they hardly say more than a date.
_NOTE = re.compile(
    r"通过|修订|修正|施行|公布|批准|发布(?!时间|日期|[:：])|实施|颁布|号令|令第|[〔\[［【（(]\d{4}[〕\]］】）)]\s*第?\d+号"
)
_NUMBER = re.compile(
    r"[\u3400-\u9fff]{1,12}[〔\[［【（(]\d{4}[〕\]］】）)]\s*第?\s*\d+\s*号$|[\u3400-\u9fff]{2,30}(?:文件|令|公告)$"
)
# A button of fewer characters, 推荐 or 返回, may be a subhead as well.
_SURE = 4
_BUTTON, _BUTTONS = 12, frozenset({"load_more", "print_and_favourite", "qr_code"})
_HAN = re.compile("[\u3400-\u9fff]")
# Ends of captions: who took the picture, or where it is from. Costs nothing: the line stays, as a caption.
_CAPTION = re.compile(
    r"(?:记者|記者|通讯员|摄影|攝影|图|圖|照|社|网|網)[^。！？]{0,24}?(?:摄|攝|供图|供圖|提供|发|翻摄|翻攝)\s*[)）\]】]?$"
    r"|[（(【\[](?:图|圖|照|资料|資料|示意|檔案|档案|視覺|视觉|翻摄|翻攝|取自)[^。）)]{0,30}[）)】\]]$|[^。！？]{0,60}(?:图源|圖源|图片来源|圖片來源)[^。]{0,24}$"
    r"|[^。！？]{0,60}(?:^|[/／◎◆\s])[图圖]\s*[:：/／|｜丨][^。]{1,24}$|[▲△▼▽↑]\s?.{2,}(?<![。！？])$"
)
# A look before the dearer one.
_ARROWS, _CREDIT_ENDS = "▲△▼▽↑", "摄攝图圖供發发）)】]"
_PROMOTES = re.compile(
    r"客户端|APP|公众号|微信|微博|论坛|频道|首页|专题|下载|关注|更多|点击|查看|进入|订阅", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"附件|附录|附表|依据|參考|参考|注释|《|\.(?:docx?|xlsx?|pdf|pptx?|wps|et|ofd|zip|rar)\b|通知|办法|条例|名单|目录|原文|链接",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """A block of the container. `is_linked`: more than half of it stands in links."""

    block: Block
    widget: bool
    is_linked: bool
    beside_link: bool

    @cached_property
    def rule(self) -> LineRule | None:
        return rule_of(self.block.text) if self._is_short else None

    @property
    def name(self) -> str:
        """The rule that takes it below the text and above, "" where none does."""
        if self.widget:
            return self.rule.name if self.rule else "widget"
        if self.rule:
            return self.rule.name
        return self._odd(1) or ("editor_line" if self._is_short and is_editor_line(self.block.text) else "")

    @cached_property
    def exact(self) -> str:
        """The rule that takes it even between two paragraphs."""
        if self.widget:
            return self.name
        if self.block.kind == "heading" and self.is_linked and not numbering_level(self.block.text):
            return "recommendation_list"
        if self.rule:
            return self.rule.name if is_exact(self.rule, self.block.text) else ""
        return self._odd(2)

    @property
    def above(self) -> str:
        """The rule that takes it even above the first paragraph: a button in few words, which no text begins with."""
        if self.exact or len(self.block.text) > _BUTTON or self.rule is None or self.is_sentence:
            return self.exact
        return self.rule.name if self.rule.name in _BUTTONS else ""

    @cached_property
    def is_body(self) -> bool:
        """A paragraph, or a numbered line, that nothing takes."""
        if self.name or self.is_linked or self.block.kind == "caption":
            return False
        return is_prose(self.block.text) or bool(numbering_level(self.block.text) or _STEP.match(self.block.text))

    @property
    def is_sentence(self) -> bool:
        return bool(_ENDS_SENTENCE.search(self.block.text))

    @property
    def _is_short(self) -> bool:
        return len(self.block.text) <= _LINE_LENGTH

    @cached_property
    def _is_toolbar(self) -> bool:
        line = self.block.text
        if self.block.kind == "table" or is_prose(line):
            return False
        return is_toolbar(line) and not _SECTION_NUMBER.match(line)

    def _odd(self, buttons: int) -> str:
        """The rule of a line that no pattern in the table knows: nothing but so many buttons, or one of several words,
        or nothing but a print edition. A row of numbers is a table's."""
        line = self.block.text
        if not self._is_short:
            return ""
        if self._is_toolbar:
            sure = buttons_in(line) >= buttons or (len(_HAN.findall(line)) >= _SURE and "扫" not in line)
            return "toolbar" if sure else ""
        return "print_edition" if is_edition_line(line) else ""


def lines_of(items: Sequence[Item]) -> list[Line]:
    return [Line(one.block, one.widget, one.linked * 2 > len(one.block.text), one.beside_link) for one in items]


def head_line(text: str) -> bool:
    """Whether a line above the text may be a byline: it has a label, or hardly says more than when and where."""
    if _NOTE.search(text) or _EVENT.match(text):
        return False
    left = without_date(text)
    return bool(_LABEL.search(text)) or len(_HAN.findall(left)) <= _LEFT


def stays_above(text: str) -> bool:
    """A document's number, or whose paper it is, above its title."""
    return bool(_NUMBER.fullmatch(text))


def tells(line: str, told: dict) -> bool:
    """Whether the line is a byline, or says where and when, and nothing else; what it says is added to `told`."""
    if authors := credit_line(line):
        told.setdefault("authors", authors)
        return True
    return tell(told, line, strictly=True)


def is_caption(block: Block) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(text) > _LINE_LENGTH:
        return False
    may_be = text[0] in _ARROWS or text[-1] in _CREDIT_ENDS or any(sign in text for sign in "源图圖")
    return may_be and bool(_CAPTION.search(text))


def is_promotion_row(line: Line, before: Sequence[Block]) -> bool:
    """A row of links below the text that leads elsewhere in the site: nothing but links, no document's name among them,
    and none above it that announces documents."""
    text = line.block.text
    if not line.is_linked or line.is_sentence or _DOCUMENT.search(text):
        return False
    announced = any(_DOCUMENT.search(block.text) and len(block.text) < _LEFT for block in before[-3:])
    return not announced and bool(_PROMOTES.search(text) or line.block.kind == "heading")
