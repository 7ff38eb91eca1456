"""Prints how the code is built: the order of packages, and how long files and functions are.

Usage: .venv/bin/python -m tests.structure
"""

import ast
from pathlib import Path
from statistics import median

from tests.test_order import ORDER, ROOT

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST = 5


def _python(app: str) -> list[Path]:
    return [file for file in sorted((ROOT / app).rglob("*.py")) if "migrations" not in file.parts]


def _lengths(file: Path) -> list[tuple[int, str]]:
    """Each function's lines, and where it is."""
    found = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, FUNCTIONS)]
    return [(node.end_lineno - node.lineno + 1, f"{file.relative_to(ROOT)}:{node.name}") for node in found]


def _told(name: str, lengths: list[tuple[int, str]]) -> None:
    print(f"{name}: {len(lengths)}, median {median(length for length, _ in lengths):.0f} lines, the longest:")
    for length, place in sorted(lengths, reverse=True)[:LONGEST]:
        print(f"  {length:4} {place}")


def main() -> None:
    for app, groups in ORDER.items():
        print(app, "\n ", "\n  ".join(groups))
        files = _python(app)
        counted = [(len(file.read_text(encoding="utf-8").splitlines()), str(file.relative_to(ROOT))) for file in files]
        _told("files", counted)
        _told("functions", [one for file in files for one in _lengths(file)])


if __name__ == "__main__":
    main()
