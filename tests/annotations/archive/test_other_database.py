"""An archive goes to an installation on SQLite and comes back: on the run on PostgreSQL, both ways between the two."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotations import archive
from tests.annotations.archive.conftest import comparable

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def elsewhere(tmp_path):
    """Run a command in an installation of its own, on SQLite."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {"QUANDIAN_DATA": str(tmp_path / "elsewhere"), "DJANGO_SETTINGS_MODULE": "reader.settings"}

    def run(*arguments, **environment):
        command = [sys.executable, "manage.py", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=ROOT, env=kept | own | environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    run("migrate", "--verbosity", "0")
    run(
        "createsuperuser",
        "--noinput",
        "--username",
        "owner",
        "--email",
        "a@b.cn",
        DJANGO_SUPERUSER_PASSWORD="long-enough-1",
    )
    return run


def test_there_and_back_again_nothing_changes(busy, owner, written, content, elsewhere, tmp_path):
    before = content(busy)
    taken, returned = tmp_path / "taken.zip", tmp_path / "returned.zip"
    taken.write_bytes(written(busy).getvalue())
    elsewhere("importarchive", taken, "--user", "owner")
    elsewhere("exportnotes", "--project", busy.name, "--format", "archive", "--output", returned)
    assert comparable(returned) == before
    with returned.open("rb") as file:
        assert content(archive.restore(archive.checked(file), owner)) == before
