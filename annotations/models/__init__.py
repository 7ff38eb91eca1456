"""Every table of the annotations app, a file a subject."""

from annotations.models.history import (
    COLOURS,
    DEPTH,
    LIKELY,
    NAME_LENGTH,
    ArticleTheme,
    Codebook,
    Event,
    Highlight,
    Tagging,
    Theme,
)
from annotations.models.notes import Export, ExportPart, Memo, SavedFilter, Unplaced
from annotations.models.suggestions import Rejection

__all__ = [
    "COLOURS",
    "DEPTH",
    "LIKELY",
    "NAME_LENGTH",
    "ArticleTheme",
    "Codebook",
    "Event",
    "Export",
    "ExportPart",
    "Highlight",
    "Memo",
    "Rejection",
    "SavedFilter",
    "Tagging",
    "Theme",
    "Unplaced",
]
