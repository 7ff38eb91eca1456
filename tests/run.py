"""The whole suite: everything on SQLite, and beside it what touches the database again on PostgreSQL."""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from typing import IO

from tests import chromium
from tests.postgres import NoPostgres, postgres

# One more than there are processors on each database: browser tests wait, and so does the last long file of a part.
# The order stays as it is: the few long tests, which files with many tests would go before, must not come last.
WORKERS = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile", "--no-loadscope-reorder")


def main() -> int:
    if chromium.install() is None:
        print("No Chromium here and none can be installed: the browser tests are skipped.")
    with ExitStack() as stack:
        url = _database(stack)
        said = stack.enter_context(tempfile.TemporaryFile("w+"))
        beside = _pytest(stack, {"DATABASE_URL": url}, "--database-only", into=said) if url else None
        print("== Tests on SQLite", flush=True)
        failed = _pytest(stack, {}).wait()
        return (_told(beside, said) if beside else 0) or failed


def _database(stack: ExitStack) -> str | None:
    try:
        return stack.enter_context(postgres())
    except NoPostgres as reason:
        print(f"The tests on PostgreSQL are skipped: {reason}")
        return None


def _pytest(
    stack: ExitStack, database: dict[str, str], *options: str, into: IO[str] | None = None
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pytest", "-q", *WORKERS, *options, *sys.argv[1:]]
    clean = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "QUANDIAN_ORIGIN")}
    data = {"QUANDIAN_DATA": stack.enter_context(tempfile.TemporaryDirectory(prefix="quandian-tests-"))}
    return stack.enter_context(
        subprocess.Popen(command, env=clean | data | database, stdout=into, stderr=subprocess.STDOUT if into else None)
    )


def _told(beside: subprocess.Popen[bytes], said: IO[str]) -> int:
    """What the run on PostgreSQL said comes when both are over, so that neither breaks into the other's lines."""
    failed = beside.wait()
    said.seek(0)
    print("== Tests on PostgreSQL", said.read(), sep="\n", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
