"""Every table of the annotations app, a file a subject."""

from annotations.models.article_themes import LIKELY, ArticleTheme, Derivation
from annotations.models.codebook import COLOURS, Codebook, Theme
from annotations.models.exports import Export, ExportPart
from annotations.models.findings import FindingCorrection
from annotations.models.history import Event
from annotations.models.imports import Unplaced
from annotations.models.marks import Highlight, Tagging
from annotations.models.notes import Memo, SavedFilter, SavedSearch
from annotations.models.suggestions import Rejection

__all__ = [
    "COLOURS",
    "LIKELY",
    "ArticleTheme",
    "Codebook",
    "Derivation",
    "Event",
    "Export",
    "ExportPart",
    "FindingCorrection",
    "Highlight",
    "Memo",
    "Rejection",
    "SavedFilter",
    "SavedSearch",
    "Tagging",
    "Theme",
    "Unplaced",
]
