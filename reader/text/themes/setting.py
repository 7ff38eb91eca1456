"""What a text says about its leads: where the body is, and which lines come in series."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.themes.leads import ENDS, Lead

# A paragraph of prose; shorter ones are captions, headings, remarks.
PROSE = 50
# Editors put a banner such as 【范文展示】 between their own words and the text.
_BANNER = re.compile(r"^\s*【.{1,12}】\s*$")
_PREFACE = 8
_ANNOUNCEMENT = 80
# An essay whose body is a few paragraphs, most of them opened by a short sentence, is built on these sentences.
_BODY = range(2, 10)
_SHORT_LEAD = 30
_DEVELOPED = 60
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Setting:
    """`first` and `last` are the paragraphs that open and close the prose, `announced` the paragraph after which
    points are announced with a colon, `series` the paragraphs of a body built on short leads."""

    title: str
    first: int
    last: int
    announced: int
    headings: int
    series: frozenset[int]
    repeated: frozenset[str]


def setting(title: str, paragraphs: Sequence[str], leads: Sequence[Lead]) -> Setting:
    start = next((index for index, text in enumerate(paragraphs[:_PREFACE]) if _BANNER.match(text)), 0)
    prose = [index for index, text in enumerate(paragraphs) if len(text) >= PROSE and index >= start]
    announced = (
        i for i, text in enumerate(paragraphs) if len(text) <= _ANNOUNCEMENT and text.rstrip().endswith(("：", ":"))
    )
    return Setting(
        title,
        prose[0] if prose else -1,
        prose[-1] if prose else len(paragraphs),
        next(announced, len(paragraphs)),
        sum(lead.kind == "heading" and lead.text[-1] not in ENDS for lead in leads),
        _series(paragraphs[: prose[-1]], prose[0], leads) if prose else frozenset(),
        frozenset(core for core, count in Counter(lead.core for lead in leads).items() if count > 1),
    )


def _series(paragraphs: Sequence[str], first: int, leads: Sequence[Lead]) -> frozenset[int]:
    body = sum(len(text) >= _DEVELOPED for text in paragraphs[first + 1 :])
    short = frozenset(
        lead.paragraph
        for lead in leads
        if lead.kind == "opening"
        and first < lead.paragraph < len(paragraphs)
        and lead.sentence <= _SHORT_LEAD
        and lead.rest >= _DEVELOPED
    )
    return short if body in _BODY and len(short) >= max(2, _MOST * body) else frozenset()
