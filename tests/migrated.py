"""A database with all migrations, made once for a run; each worker's own is a copy of it."""

import fcntl
import os
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

TEMPLATE = "migrated"


def copy() -> None:
    """Make the test database of this worker, which Django then finds as it wants it. Who comes first migrates."""
    own = connection.settings_dict["TEST"]["NAME"] or f"test_{connection.settings_dict['NAME']}"
    with (settings.DATA_DIR / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        (_copy_file if connection.vendor == "sqlite" else _copy_database)(own)


def _copy_file(own: str | os.PathLike[str]) -> None:
    template = Path(own).with_name(f"{TEMPLATE}.sqlite3")
    if not template.exists():
        _migrate(str(template))
    for left_over in ("-wal", "-shm"):
        Path(f"{own}{left_over}").unlink(missing_ok=True)
    shutil.copyfile(template, own)


def _copy_database(own: str) -> None:
    """PostgreSQL copies its files; nobody may be connected to what is copied."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        there = {name for (name,) in cursor}
        if TEMPLATE not in there:
            cursor.execute(f'CREATE DATABASE "{TEMPLATE}"')
            _migrate(TEMPLATE)
        cursor.execute(f'DROP DATABASE IF EXISTS "{own}"')
        cursor.execute(f'CREATE DATABASE "{own}" TEMPLATE "{TEMPLATE}"')


def _migrate(name: str) -> None:
    was = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = was
