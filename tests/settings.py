"""The product's settings, on a data folder of the test run's own."""

import atexit
import os
import shutil
import tempfile

if "QUANDIAN_DATA" not in os.environ:
    os.environ["QUANDIAN_DATA"] = tempfile.mkdtemp(prefix="quandian-tests-")
    atexit.register(shutil.rmtree, os.environ["QUANDIAN_DATA"], ignore_errors=True)

from reader.settings import *  # noqa: F403

# Hashing passwords slowly is what a test of a password needs, and no test here is one.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Every test client makes the middleware anew; listing some 1,400 static files each time would be most of its work.
WHITENOISE_AUTOREFRESH = True

# A task runs where it is queued; tests of the queue itself ask for the product's backend.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, for the live server's threads; and nothing here needs to survive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"  # noqa: F405
