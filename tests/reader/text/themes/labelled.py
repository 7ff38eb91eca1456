"""Articles of every kind, written for these tests and labelled before anything was derived from them.

In labelled.txt an article begins with "# kind title"; a paragraph is a line; the lead of a theme and the names that a
codebook may give it stand in braces: {lead|name/another name}."""

import re
from pathlib import Path

LABELLED = Path(__file__).with_name("labelled.txt")
# Written to be measured, not to be mended by: most of them state their themes inside paragraphs or not at all.
UNSEEN = (Path(__file__).with_name("unseen.txt"), Path(__file__).with_name("unseen_after.txt"))
_LABEL = re.compile(r"\{(?P<lead>.*?)\|(?P<names>.*?)\}")


def rows(path=LABELLED):
    """As the rows of a benchmark's JSONL."""
    return [_row(block.strip()) for block in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]]


def _row(block):
    head, *lines = block.split("\n")
    kind, title = head.split(" ", 1)
    found = [(place, _LABEL.search(line)) for place, line in enumerate(lines)]
    themes = [_theme(place, label) for place, label in found if label]
    paragraphs = [_LABEL.sub(r"\g<lead>", line) for line in lines]
    return {"id": title, "title": title, "kind": kind, "paragraphs": paragraphs, "themes": themes}


def _theme(place, label):
    name, *others = label["names"].split("/")
    return {"para": place, "lead": label["lead"], "name": name, "alt": others}
