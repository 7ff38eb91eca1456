"""A way back for each kind of row an event may be of, to what it was before a change."""

from collections.abc import Callable

from annotations.codebook import settled
from annotations.history.recording import Change
from annotations.importing import unplaced
from annotations.marks import coding, taggings
from annotations.marks import restoring as marks_restoring
from annotations.memos import keeping
from annotations.models import Event
from annotations.suggestions import rejecting
from annotations.themes import restoring as themes_restoring
from reader.models import Membership

RESTORE: dict[str, Callable[[Event, Membership], Change | None]] = {
    "article_theme": themes_restoring.restore_article_theme,
    "codebook": settled.restore,
    "coding": coding.restore,
    "highlight": marks_restoring.restore,
    "memo": keeping.restore,
    "rejection": rejecting.restore,
    "tagging": taggings.restore,
    "theme": themes_restoring.restore_theme,
    "unplaced": unplaced.restore,
}
