"""A throw-away PostgreSQL of the machine's own binaries: in a temporary folder, on a socket there, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PRIVATE = "-c listen_addresses= -k {folder}"
# The tables are thrown away: durability would only cost time.
FORGETFUL = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoPostgres(Exception):
    """Why none can be started here."""


@contextmanager
def postgres(durability: str = FORGETFUL) -> Iterator[str]:
    """The DATABASE_URL of a fresh server; NoPostgres says why not."""
    binaries, ordinary = _binaries(), _ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix="quandian-postgres-"))
    control = [*ordinary, str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-w"]
    try:
        if ordinary:
            shutil.chown(folder, ordinary[2])
        _run(
            [
                *ordinary,
                str(binaries / "initdb"),
                "-D",
                str(folder / "data"),
                "-U",
                "quandian",
                "-A",
                "trust",
                "-E",
                "UTF8",
            ]
        )
        _run([*control, "-l", str(folder / "log"), "-o", f"{PRIVATE.format(folder=folder)} {durability}", "start"])
        yield f"postgres://quandian@{quote(str(folder), safe='')}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], capture_output=True, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    found = [Path(path).resolve().parent for path in filter(None, [shutil.which("initdb")])]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in found:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgres("no PostgreSQL binaries (initdb, pg_ctl) on this machine")


def _ordinary_user() -> list[str]:
    """PostgreSQL refuses to run as root; then it runs as the first of these users there is."""
    if os.geteuid() != 0:
        return []
    names = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names and shutil.which("runuser"):
            return ["runuser", "-u", name, "--"]
    raise NoPostgres("running as root, and there is no ordinary user to run PostgreSQL as")


def _run(command: list[str]) -> None:
    # A server that inherits the pipes would keep them open: its output goes to its log.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(command, stdout=output, stderr=output, cwd="/", check=False)
        if done.returncode:
            output.seek(0)
            raise NoPostgres(f"{Path(command[-1]).name}: {output.read()[-500:]}")
