"""Which lines of a plain-text page are its longest run of prose, whatever interrupts them.

Each line weighs as many characters as it has when it is prose, and less than nothing when it is of the page. The
run of the greatest sum is where the text is (maximum-sum segment, Kadane, one pass): a list of headlines inside it
costs little beside the paragraphs below, comments and abstracts below its end cannot pay for what parts them from it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.extraction.boilerplate import LineRule
from reader.extraction.dump_footer import is_footer
from reader.extraction.dump_lines import (
    BULLET,
    STAMP,
    ends_sentence,
    is_button,
    is_entry,
    is_menu,
    is_prose,
    line_rule,
    speaks_for_the_page,
)
from reader.extraction.metadata import editor_in

# What a line of a rule costs: as much prose must follow for the text to go on below it. Too little lets readers'
# comments in, too much loses what stands below a list in the middle of a text.
_BARRIERS = {
    "comments": 200,
    "copyright": 800,
    "editor_line": 500,
    "hot_list": 150,
    "mood_widget": 150,
    "pager": 150,
    "site_footer": 100,
    "special_report": 150,
    "visual_focus": 150,
    "recommendation_list": 100,
}
# Below these and below widgets, paragraphs that stand alone are not the text's; below other lines they may be.
_ALONE = {"editor_line", "pager", "site_footer", "source_line", "tags"}
# A bare 评论 is a button as often as a heading.
_WORD = 2
# What any other line costs: one that ends a text, a footer's, a button, a time alone.
_ENDS, _FOOTER, _BUTTON, _STAMPED = 50, 40, 20, 80
# What the paragraphs above the editor weigh more, below so many headlines or buttons at most. It lets in a paragraph
# of other people's between the headlines and the editor.
_LAST, _REACH, _BUTTONS_IN_A_ROW = 300, 40, 6
# Widgets whose lines are other articles' headlines.
LISTS = {"hot_list", "recommendation_list", "special_report", "visual_focus"}
# A short sentence that the page says so often is its own: 为什么显示这个广告？
_STOCK = 3
# A text has begun with so many characters; what stands together is so many paragraphs of such a length, or so many
# sentences; and so much of it is a text again. It costs a text that goes on below a list in single paragraphs.
_TEXT, _PARAGRAPH, _TOGETHER, _SENTENCES, _RESUMED = 100, 40, 2, 4, 300


@dataclass(frozen=True, slots=True)
class Weights:
    """What each line weighs, whether a text ends with it, and whether it stands together with other prose."""

    each: Sequence[float]
    ends: Sequence[bool]
    together: Sequence[bool]

    def sums(self, start: int = 0) -> list[float]:
        """What the lines from `start` weigh up to each, 0 before the first. Once a text has ended, only
        prose that stands together counts, until there is enough of it: abstracts and comments stand alone."""
        sums, text, wary = [0.0], 0.0, False
        for each, ends, together in zip(self.each[start:], self.ends[start:], self.together[start:], strict=True):
            if ends and text >= _TEXT:
                text, wary = 0.0, True
            counted = 0.0 if wary and each > 0 and not together else each
            text = max(text + counted, 0.0)
            wary = wary and text < _RESUMED
            sums.append(sums[-1] + counted)
        return sums

    def heaviest(self) -> tuple[int, int]:
        """The first line of the heaviest run and the one after its last; equal where nothing is prose."""
        best, first, end, lowest = 0.0, 0, 0, 0
        sums = self.sums()
        for at, above in enumerate(sums):
            if above - sums[lowest] > best:
                best, first, end = above - sums[lowest], lowest, at
            if above <= sums[lowest]:
                lowest = at
        return first, end

    def end_from(self, start: int) -> int:
        """Where the heaviest run that begins at `start` ends; `start` itself where no prose outweighs the rest."""
        sums = self.sums(start)
        return start + sums.index(max(sums))

    def heaviest_from(self, start: int) -> float:
        """What the heaviest run that begins at `start` weighs."""
        return max(self.sums(start))


def weigh(lines: Sequence[str]) -> Weights:
    """The weights of a page's lines, none of them empty."""
    rules = list(map(line_rule, lines))
    each = [weight(line, rule) for line, rule in zip(lines, rules, strict=True)]
    times = Counter(line for line, weighs in zip(lines, each, strict=True) if 0 < weighs < _PARAGRAPH)
    each = [0.0 if times[line] >= _STOCK else weighs for line, weighs in zip(lines, each, strict=True)]
    each = [_of_a_headline(line) if _is_headline(each, at, line) else each[at] for at, line in enumerate(lines)]
    ends = [bool(rule and weighs < 0 and _ends(rule)) for rule, weighs in zip(rules, each, strict=True)]
    together = _together(lines, each)
    for at in _editors(lines, rules):
        first = _last_paragraphs(each, rules, at)
        if first < at:
            each[first] += _LAST - sum(
                weighs for weighs in each[max(first - _BUTTONS_IN_A_ROW, 0) : first] if weighs < 0
            )
            together[first:at] = [True] * (at - first)
    return Weights(each, ends, together)


def _editors(lines: Sequence[str], rules: Sequence[LineRule | None]) -> Iterator[int]:
    return (at for at, rule in enumerate(rules) if rule and rule.name == "editor_line" and editor_in(lines[at]))


def _last_paragraphs(each: Sequence[float], rules: Sequence[LineRule | None], editor: int) -> int:
    """The first of the paragraphs between a list of headlines without abstracts, or some buttons, and the editor: they
    are the text's last. `editor` where there are none."""
    first = editor
    while first > 0 and each[first - 1] > 0:
        first -= 1
    above = next((at for at in range(first - 1, max(first - _REACH, -1), -1) if rules[at] or each[at] > 0), -1)
    heads = above >= 0 and first - above > 2 and rules[above]
    if first < editor and heads and heads.name in LISTS:
        return first
    return first if first < editor and _only_buttons(each, rules, first) else editor


def _only_buttons(each: Sequence[float], rules: Sequence[LineRule | None], end: int) -> bool:
    """Whether nothing but buttons and counters parts the line at `end` from the prose above it."""
    above = next((at for at in range(end - 1, max(end - _BUTTONS_IN_A_ROW, 0) - 1, -1) if each[at] > 0), None)
    if above is None:
        return False
    return all(
        weighs <= -_BUTTON and not (rule and rule.name in LISTS)
        for weighs, rule in zip(each[above + 1 : end], rules[above + 1 : end], strict=True)
    )


def _together(lines: Sequence[str], each: Sequence[float]) -> list[bool]:
    """Whether a line is one of two paragraphs or more in a row, or of so many sentences."""
    together = [False] * len(lines)
    paragraphs = sentences = 0
    for at, line in enumerate(lines):
        sentences = sentences + 1 if each[at] > 0 else 0
        paragraphs = paragraphs + 1 if sentences and len(line) >= _PARAGRAPH and ends_sentence(line) else 0
        for run, enough in ((paragraphs, _TOGETHER), (sentences, _SENTENCES)):
            if run >= enough:
                together[at - enough + 1 : at + 1] = [True] * enough
    return together


def weight(line: str, rule: LineRule | None) -> float:
    """Characters of prose, positive; what a line of the page costs, negative."""
    prose = is_prose(line)
    if rule and _is_counter(rule, line):
        return -_FOOTER
    if rule and len(line) > 1 and (not prose or speaks_for_the_page(rule, line)):
        return -_BARRIERS.get(rule.name, _ENDS if rule.ends else _BUTTON)
    if prose:
        return 0.0 if rule or is_footer(line) else len(line)
    return _of_a_short_line(line)


def _is_headline(each: Sequence[float], at: int, line: str) -> bool:
    """A line with a comma and no end is a headline among others, or above two of them."""
    if each[at] <= 0 or len(line) >= _PARAGRAPH or ends_sentence(line) or at + 2 >= len(each):
        return False
    return each[at + 1] < 0 and (each[at + 2] < 0 or (at > 0 and each[at - 1] < 0))


def _ends(rule: LineRule) -> bool:
    return rule.opens or rule.name in _ALONE


def _is_counter(rule: LineRule, line: str) -> bool:
    """A button to the comments, with or without their number, which stands anywhere; not the comments' heading."""
    return rule.name == "comments" and (len(BULLET.sub("", line)) == _WORD or any(map(str.isdigit, line)))


def _of_a_short_line(line: str) -> float:
    if STAMP.match(line):
        return -_STAMPED
    if is_footer(line):
        return -_FOOTER
    if is_button(line) or is_menu(line):
        return -_BUTTON
    if line[-1] in "，,。！？；!?;":
        return 0.0
    return _of_a_headline(line)


def _of_a_headline(line: str) -> float:
    """A headline costs more than a table's cell, a linked one twice as much."""
    return -(1 + len(line) / (2 if is_entry(line) else 4))
