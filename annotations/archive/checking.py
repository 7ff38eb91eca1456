"""An archive that came in: refused with a sentence before anything of it is read further, or found good."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO
from zipfile import ZipFile, ZipInfo

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from annotations.archive.tables import FORMAT, VERSION, label, tables
from reader.extraction.formats.archive import DAMAGED

SENTENCES: dict[str, str] = {
    "broken": _("存档已损坏：%(name)s。"),
    "foreign": _("这不是圈点的课题存档：里面有不该有的文件“%(name)s”。"),
    "invalid": _("存档的内容不合规矩：%(name)s，编号 %(id)s。什么都没有导入。"),
    "newer": _("这份存档由更新的圈点写成（格式 %(version)s），请先升级。"),
    "not_archive": _("这不是圈点的课题存档。"),
    "too_large": _("存档展开后太大，没有导入。"),
}

# An entry is read into memory line by line; these bound what a small file may grow into.
LARGEST = 8 * 2**30
LARGEST_MANIFEST = 2**20
LARGEST_LINE = 256 * 2**20
RATIO = 200
_ORIGINAL = re.compile(r"originals/[0-9a-f]{64}")


class ArchiveError(Exception):
    """Why an archive cannot be taken in."""

    def __init__(self, code: str, **parameters: Any) -> None:
        super().__init__(code)
        self.code, self.parameters = code, parameters

    def __str__(self) -> str:
        return gettext(SENTENCES[self.code]) % self.parameters


@dataclass(frozen=True)
class Checked:
    """An archive whose names, sizes and manifest are in order; its rows are not looked at yet."""

    file: ZipFile
    manifest: dict[str, Any]

    @property
    def name(self) -> str:
        return self.manifest["project"]["name"]

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of a table, in the order of their ids; none where this archive is older than the table."""
        name = f"{table}.jsonl"
        if name not in self.file.NameToInfo:
            return
        with self.file.open(name) as lines:
            try:
                while line := lines.readline(LARGEST_LINE):
                    yield _object(line, name)
            except DAMAGED as error:
                raise ArchiveError("broken", name=name) from error

    def original(self, sha256: str) -> bytes:
        try:
            return self.file.read(f"originals/{sha256}")
        except (*DAMAGED, KeyError) as error:
            raise ArchiveError("broken", name=f"originals/{sha256}") from error


def checked(file: BinaryIO) -> Checked:
    """The archive in this file; ArchiveError says why there is none."""
    try:
        archive = ZipFile(file)
        _check_entries(archive.infolist())
        manifest = _manifest(archive)
        damaged = archive.testzip()
    except DAMAGED as error:
        raise ArchiveError("not_archive") from error
    if damaged:
        raise ArchiveError("broken", name=damaged)
    return Checked(archive, manifest)


def _check_entries(entries: list[ZipInfo]) -> None:
    known = {"manifest.json", *(f"{label(model)}.jsonl" for model in tables())}
    seen: set[str] = set()
    for entry in entries:
        if entry.filename in seen or not (entry.filename in known or _ORIGINAL.fullmatch(entry.filename)):
            raise ArchiveError("foreign", name=entry.filename[:80])
        seen.add(entry.filename)
    total, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if total > min(LARGEST, max(RATIO * packed, 2**20)):
        raise ArchiveError("too_large")


def _manifest(archive: ZipFile) -> dict[str, Any]:
    entry = archive.NameToInfo.get("manifest.json")
    if entry is None or entry.file_size > LARGEST_MANIFEST:
        raise ArchiveError("not_archive")
    manifest = _object(archive.read(entry), entry.filename)
    version, project = manifest.get("version"), manifest.get("project")
    if manifest.get("format") != FORMAT or not isinstance(version, int) or not isinstance(project, dict):
        raise ArchiveError("not_archive")
    if version > VERSION:
        raise ArchiveError("newer", version=version)
    if not isinstance(project.get("name"), str):
        raise ArchiveError("not_archive")
    return manifest


def _object(data: bytes, name: str) -> dict[str, Any]:
    try:
        value = json.loads(data)
        if b"\\u" in data:
            # Half a surrogate pair can be written in JSON, and nowhere else.
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise ArchiveError("broken", name=name) from error
    if not isinstance(value, dict):
        raise ArchiveError("broken", name=name)
    return value
