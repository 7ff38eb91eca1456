"""The themes an article brings with it, each with its evidence."""

from reader.text.themes.deriving import derive
from reader.text.themes.proposal import SENTENCES, Reason, ThemeProposal

__all__ = ["SENTENCES", "Reason", "ThemeProposal", "derive"]
