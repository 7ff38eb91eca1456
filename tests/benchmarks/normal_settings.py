"""The product's settings with SQLite's synchronous=NORMAL: faster, but a power cut may take the last marks."""

from reader.settings import *  # noqa: F403

DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=NORMAL;"  # noqa: F405
