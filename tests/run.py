"""The whole suite: everything on SQLite, then what touches the database again on PostgreSQL."""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack

from tests import chromium
from tests.postgres import NoPostgres, postgres

# Two more than there are processors: with one more, a third of their time was left over, for browser tests wait. The
# order stays as it is: the few long tests, which files with many tests would go before, must not come last.
WORKERS = ("-n", str((os.cpu_count() or 1) + 2), "--dist", "loadfile", "--no-loadscope-reorder")


def main() -> int:
    if chromium.install() is None:
        print("No Chromium here and none can be installed: the browser tests are skipped.")
    with ExitStack() as stack:
        url = _database(stack)
        data = {"QUANDIAN_DATA": stack.enter_context(tempfile.TemporaryDirectory(prefix="quandian-tests-"))}
        failed = _pytest("SQLite", data)
        return (_pytest("PostgreSQL", data | {"DATABASE_URL": url}, "--database-only") if url else 0) or failed


def _database(stack: ExitStack) -> str | None:
    try:
        return stack.enter_context(postgres())
    except NoPostgres as reason:
        print(f"The tests on PostgreSQL are skipped: {reason}")
        return None


def _pytest(database: str, environment: dict[str, str], *options: str) -> int:
    print(f"== Tests on {database}", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", *WORKERS, *options, *sys.argv[1:]]
    clean = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "QUANDIAN_ORIGIN")}
    return subprocess.run(command, check=False, env=clean | environment).returncode


if __name__ == "__main__":
    sys.exit(main())
