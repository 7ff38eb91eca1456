"""Where the text of a plain-text page ends: below its last prose, with its lists, tables and signatures."""

import re
from collections.abc import Sequence

from reader.extraction.dump_footer import HOST, closes, is_imprint
from reader.extraction.dump_lines import (
    is_button,
    is_entry,
    is_menu,
    is_prose,
    is_telling,
    line_rule,
)

# A list of links below the text: so many entries in a row, or short lines without a sentence among them, where a
# button counts more. It costs the text a list that nothing announces and nothing but a footer follows.
_ENTRIES, _SHORT_LINES, _BUTTON = 4, 12, 4
# A cell that is a number; a quarter of such cells make a table. It lets in a list of links with a counter each.
_NUMBER = re.compile(r"[-+]?\d[\d.,%％]*\D{0,3}$")
_NUMBERS = 4
# A list between the prose and the text's own end is text when its lines are as long as this; a shorter one is a menu.
# It lets in headlines above the editor.
_LISTED = 14
_AFTER_TEXT = {"editor_line", "recommendation_list", "source_line"}
# Two headlines in a row of a table; words in a row, one of them too long for a name.
_ROW = re.compile(r"[^\t]{8,}\t+[^\t]{6,}")
_KEYWORDS = re.compile(r"(?=.*[\w·]{5})[\w·]{2,14}(?:\s+[\w·]{2,14})+$")
# A row of a table: a number beside something else.
_CELLS = re.compile(r"(?=.*\S\s+\S)(?:.*\s)?[-+]?\d[\d.,]*[%％]?(?:\s|$)")
_MARKED = re.compile(r"[，。！？；：、,!?;:”’」』》)）…】\]=＝@/]|.[>＞].")
# Keywords above the end are hardly more lines than this, nor longer; more without a full stop is verse. It costs a
# text the last short lines that neither say nor sign anything.
_TAGS, _TAG = 3, 16
# Lines that say what comes: all of it is text then, down to the first footer.
_ANNOUNCES = re.compile(
    r"(?:如下|名单|名單|下列|以下|下表|包括|清单|目录|步骤|方式|条件|材料|注释|参考文献|附件|附表|需要?带|分别是).{0,6}[:：]$"
)
# Who signs, when, and what stands below a document: the end of a text, however short.
_SIGNED = re.compile(
    r"(?:[(（]?(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?|[〇○零一二三四五六七八九]{4}年.{1,3}月)|民國.{1,3}年"
    r"|.*(?:印发|公开发布|抄送|主题词|联系人|电\s*话|附\s*件|附\s*表|此件|此复|特此|记者|記者|通讯员|作者|摄影|供稿)"
    r"|[^，。,]{5,40}(?:局|厅|廳|委|部|室|府|会|會|院|处|處|科|所|站|社|中心|公司|集团|大学|学校|法院|支队|大队|总队|党组|组织|小组|报|网|者|长|人)[)）]?$"
)


def find_end(lines: Sequence[str], start: int, last: int) -> int:
    """The index after the text's last line, which is at or below that after its last prose, `last`."""
    close = _first_close(lines, last)
    if last == start or _is_announced(lines, last, close) or _is_table(lines[last:close]):
        return _above_imprint(lines, last, close)
    end = close if _is_enclosed(lines, last, close) else _list_from(lines, last, close)
    return _above_imprint(lines, last, _without_tags(lines, last, end))


def _first_close(lines: Sequence[str], last: int) -> int:
    close = next((at for at in range(last, len(lines)) if closes(lines[at])), len(lines))
    if close < len(lines) and re.match(r"\S*\d\d:\d\d|(?:19|20)\d\d-", lines[close]) and not line_rule(lines[close]):
        return next((item for item in range(max(close - 2, last), close) if not is_prose(lines[item])), close)
    return close


def _is_announced(lines: Sequence[str], last: int, close: int) -> bool:
    """Whether what follows belongs to the text, whatever it is: its last sentence ends in a colon, or a line below it
    that says what comes."""
    below = lines[last : max(close - 1, last)]
    return (last > 0 and lines[last - 1][-1] in ":：") or any(map(_ANNOUNCES.search, below))


def _is_table(run: Sequence[str]) -> bool:
    """Whether so many of these lines are numbers that they are a table's cells."""
    return sum(bool(_NUMBER.match(line)) for line in run) * _NUMBERS >= len(run) > 2


def _is_enclosed(lines: Sequence[str], last: int, close: int) -> bool:
    """Whether a list stands above what only the text's own end is followed by: its editor, what is related to it.
    Lines as short as a menu's stand there too."""
    rule = line_rule(lines[close]) if close < len(lines) else None
    told = close < len(lines) and (rule.name in _AFTER_TEXT if rule else is_telling(lines[close]))
    run = lines[last:close]
    return told and sum(map(len, run)) >= _LISTED * len(run) and not any(map(is_entry, run))


def _list_from(lines: Sequence[str], last: int, close: int) -> int:
    """Where a list of links begins among the lines below the last prose; `close` where there is none."""
    entries, weight, first = 0, 0, last
    for at in range(last, close):
        line = lines[at]
        entries = entries + 1 if is_entry(line) else 0
        if _is_statement(line):
            weight, first = 0, at + 1
            continue
        weight += _BUTTON if is_button(line) else 1
        if entries >= _ENTRIES:
            return at - _ENTRIES + 1
        if weight >= _SHORT_LINES:
            return first
    return close


def _is_statement(line: str) -> bool:
    """Short lines that still say something: 成人票：60元; 下周一，. A comma inside a longer one is a headline's."""
    marks = "：:，,、" if len(line) < _LISTED else "：:"
    return line[-1] in "，。！？；：,!?;:”」" or any(mark in line for mark in marks)


def _without_tags(lines: Sequence[str], start: int, end: int) -> int:
    """Above the end stand keywords, counters and buttons; the text ends with a sentence, in a bracket, or signed."""
    last = end
    while last > start and (is_button(lines[last - 1]) or is_menu(lines[last - 1]) or line_rule(lines[last - 1])):
        last -= 1
    tags = last
    while tags > start and _is_tag(lines[tags - 1]):
        tags -= 1
    return tags if last - tags <= _TAGS else last


def _is_tag(line: str) -> bool:
    """A keyword, or a label without anything: nothing that says or signs something."""
    if line[-1] in ":：" or _ROW.match(line):
        return True
    signed = _SIGNED.match(line) or _CELLS.match(line)
    return not signed and bool(_KEYWORDS.match(line) or (len(line) <= _TAG and not _MARKED.search(line)))


def _above_imprint(lines: Sequence[str], last: int, end: int) -> int:
    """Who keeps the site stands right above its imprint; elsewhere such lines are a notice's."""
    if not any(map(is_imprint, lines[end : end + 2])):
        return end
    while end > last and HOST.match(lines[end - 1]):
        end -= 1
    return end
