"""The themes an article brings with it, each with its evidence.

Measured by `tests/benchmarks/themes.py`. Texts of 2 sets, labelled before anything was derived from them, most with
theses inside paragraphs, gave at their first run: `unseen.txt` 0 of 22 themes, `unseen_after.txt` 3 of 12, F1 .35,
with 2 wrong and none in the 4 texts without themes."""

from reader.text.themes.deriving import EDITION, derive
from reader.text.themes.heading_levels import STATING, heading_levels
from reader.text.themes.proposal import SENTENCES, Reason, ThemeProposal

__all__ = ["EDITION", "SENTENCES", "STATING", "Reason", "ThemeProposal", "derive", "heading_levels"]
