"""The themes an article brings with it, each with its evidence."""

from reader.text.themes.deriving import EDITION, derive
from reader.text.themes.heading_levels import STATING, heading_levels
from reader.text.themes.proposal import SENTENCES, Reason, ThemeProposal

__all__ = ["EDITION", "SENTENCES", "STATING", "Reason", "ThemeProposal", "derive", "heading_levels"]
