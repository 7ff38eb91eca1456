"""What the reader app tells the apps built on it."""

from django.dispatch import Signal

# Sent before the transaction that makes a version, with `draft: articles.preparing.Draft`. A receiver computes what it
# will write, and returns it; nothing is locked yet, and all may change before the writing.
text_version_preparing = Signal()

# Sent inside the transaction that makes the version, with `version: TextVersion`, `previous: TextVersion | None`,
# `user: User | None`, and as `received` what the receivers of text_version_preparing returned: a receiver writes that,
# and computes again only what it was computed from has changed. One that raises makes the whole import fail.
text_version_created = Signal()

# Sent by a worker when it starts: whoever has work that an upgrade or a killed one left queues it.
worker_started = Signal()

# Sent by a worker from its start on and every half minute: whoever has work that a killed one left queues it again, and
# whoever keeps something for a while only lets it go.
worker_looked = Signal()
