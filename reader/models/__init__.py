"""Every table of the reader app, a file a subject."""

from reader.models.articles import Article, Membership, Preferences, Progress, Project, Snapshot, TextVersion
from reader.models.batches import Batch, BatchItem
from reader.models.index import Posting, Sentences, TextBand
from reader.models.record import Correction, SiteChoice

__all__ = [
    "Article",
    "Batch",
    "BatchItem",
    "Correction",
    "Membership",
    "Posting",
    "Preferences",
    "Progress",
    "Project",
    "Sentences",
    "SiteChoice",
    "Snapshot",
    "TextBand",
    "TextVersion",
]
