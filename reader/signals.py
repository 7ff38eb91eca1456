"""What the reader app tells the apps built on it."""

from django.dispatch import Signal

# Sent inside the transaction that makes the version, with `version: TextVersion`, `previous: TextVersion | None`
# and `user: User | None`. A receiver that raises makes the whole import fail.
text_version_created = Signal()
