"""What the record of changes tells those who listen."""

from django.dispatch import Signal

# Sent inside the transaction that keeps the step, with `action` and `changes` (annotations.history.recording).
step_recorded = Signal()
