"""Which lines of a plain-text page are its longest run of prose, whatever interrupts them.

Each line weighs as many characters as it has when it is prose, and less than nothing when it is of the page. The
run of the greatest sum is where the text is (maximum-sum segment, Kadane, one pass): a list of headlines inside it
costs little beside the paragraphs below, comments and abstracts below its end cannot pay for what parts them from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.extraction.dump_footer import is_footer
from reader.extraction.dump_lines import (
    STAMP,
    ends_sentence,
    is_entry,
    is_menu,
    is_prose,
    is_toolbar,
    line_rule,
    speaks_for_the_page,
)

# What a line of a rule costs: as much prose must follow for the text to go on below it. Too little lets readers'
# comments in, too much loses what stands below a list in the middle of a text.
_BARRIERS = {
    "comments": 600,
    "copyright": 1500,
    "editor_line": 1000,
    "hot_list": 300,
    "mood_widget": 300,
    "site_footer": 300,
    "recommendation_list": 100,
}
_ENDS, _FOOTER, _BUTTON, _STAMPED = 150, 40, 20, 80
_PARAGRAPH = 40


@dataclass(frozen=True, slots=True)
class Weights:
    """What the lines weigh, and summed up: `sums[at]` is all above line `at`."""

    sums: Sequence[float]

    def between(self, first: int, end: int) -> float:
        return self.sums[end] - self.sums[first]

    def heaviest(self) -> tuple[int, int]:
        """The first line of the heaviest run and the one after its last; equal where nothing is prose."""
        best, first, end, lowest = 0.0, 0, 0, 0
        for at, above in enumerate(self.sums):
            if above - self.sums[lowest] > best:
                best, first, end = above - self.sums[lowest], lowest, at
            if above <= self.sums[lowest]:
                lowest = at
        return first, end

    def end_from(self, start: int) -> int:
        """Where the heaviest run that begins at `start` ends; `start` itself where no prose outweighs the rest."""
        return max(range(start, len(self.sums)), key=lambda at: (self.sums[at], -at))


def weigh(lines: Sequence[str]) -> Weights:
    """Below what ends a text, prose counts again from where two paragraphs stand together: abstracts stand alone."""
    prose = [len(line) >= _PARAGRAPH and ends_sentence(line) for line in lines]
    weights, wary = [0.0], False
    for at, line in enumerate(lines):
        rule, weighs = line_rule(line), weight(line)
        together = prose[at] and ((at + 1 < len(lines) and prose[at + 1]) or prose[at - 1])
        wary = (wary and not (together and weighs > 0)) or bool(rule and rule.ends and weighs < 0)
        weights.append(0.0 if wary and weighs > 0 else weighs)
    return Weights(list(accumulate(weights)))


def weight(line: str) -> float:
    """Characters of prose, positive; what a line of the page costs, negative."""
    rule, prose = line_rule(line), is_prose(line)
    if rule and (not prose or speaks_for_the_page(rule, line)):
        return -_BARRIERS.get(rule.name, _ENDS if rule.ends else _BUTTON)
    if prose:
        return 0.0 if rule or is_footer(line) else len(line)
    return _of_a_short_line(line)


def _of_a_short_line(line: str) -> float:
    if STAMP.match(line):
        return -_STAMPED
    if is_footer(line):
        return -_FOOTER
    if is_toolbar(line) or is_menu(line):
        return -_BUTTON
    # A headline costs more than a table's cell, a linked one twice as much.
    return -(1 + len(line) / (2 if is_entry(line) else 4))
