"""What the reader app tells the apps built on it."""

from django.dispatch import Signal

# Sent inside the transaction that makes the version, with `version: TextVersion`, `previous: TextVersion | None`
# and `user: User | None`. A receiver that raises makes the whole import fail.
text_version_created = Signal()

# Sent by a worker when it starts: whoever has work that an upgrade or a killed one left queues it.
worker_started = Signal()

# Sent by a worker from its start on and every half minute: whoever has work that a killed one left queues it again, and
# whoever keeps something for a while only lets it go.
worker_looked = Signal()
