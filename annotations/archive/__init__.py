"""The project archive: a ZIP that holds everything of a project, and makes it again in any installation.

manifest.json names the format and its version, the project, and how many rows each table has. `<app>.<model>.jsonl`
holds one row a line: `id` and the model's fields, references as the other row's id, people as user names, dates in
ISO 8601, bytes as the SHA-256 under which `originals/` has them. What is left out, tables.LEFT_OUT says.
"""

from annotations.archive.checking import ArchiveError, Checked, checked
from annotations.archive.restoring import restore
from annotations.archive.summary import Summary, summary
from annotations.archive.writing import write

__all__ = ["ArchiveError", "Checked", "Summary", "checked", "restore", "summary", "write"]
