"""Every table of the reader app, a file a subject."""

from reader.models.articles import Article, Snapshot, TextVersion
from reader.models.batches import Batch, BatchItem
from reader.models.findings import Findings
from reader.models.index import IndexedBlock, Posting, Sentences, TextBand
from reader.models.invitations import Invitation
from reader.models.labels import Label, Labelling
from reader.models.people import Preferences, Progress
from reader.models.projects import Membership, Project
from reader.models.record import Correction, SiteChoice
from reader.models.waiting import WaitingPart

__all__ = [
    "Article",
    "Batch",
    "BatchItem",
    "Correction",
    "Findings",
    "IndexedBlock",
    "Invitation",
    "Label",
    "Labelling",
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
    "WaitingPart",
]
