"""A project becomes an archive."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import BinaryField, Field, Model

from annotations.archive.tables import FORMAT, VERSION, fields, label, tables, target
from annotations.models import Event
from reader.models import Project

CHUNK = 500
_PLAIN = (str, int, float, bool, list, dict, type(None))


def write(project: Project, output: BinaryIO, time: datetime) -> None:
    """Write all that the project holds, as it is at one moment, to a seekable file."""
    with _one_moment(), ZipFile(output, "w", ZIP_DEFLATED) as archive:
        names = dict(User.objects.values_list("pk", "username"))
        counts = {label(model): _table(archive, project, model, names) for model in tables()}
        described = {field.name: _said(field, project, names) for field in fields(Project)}
        manifest = {"format": FORMAT, "version": VERSION, "exported": time.isoformat(), "tables": counts}
        archive.writestr("manifest.json", _json(manifest | {"project": described}) + "\n")


@contextmanager
def _one_moment() -> Iterator[None]:
    """Every table as of the same moment: SQLite lets nobody write meanwhile, PostgreSQL keeps a snapshot."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _table(archive: ZipFile, project: Project, model: type[Model], names: dict[int, str]) -> int:
    originals, count = [], 0
    rows = model._default_manager.filter(project=project).order_by("pk")
    with archive.open(f"{label(model)}.jsonl", "w", force_zip64=True) as lines:
        for row in rows.iterator(CHUNK):
            count += 1
            said = {field.name: _said(field, row, names) for field in fields(model)}
            lines.write((_json({"id": row.pk} | said) + "\n").encode())
            originals += [(row.pk, field) for field in fields(model) if isinstance(field, BinaryField)]
    for pk, field in originals:
        _original(archive, bytes(rows.values_list(field.name, flat=True).get(pk=pk)))
    return count


def _original(archive: ZipFile, data: bytes) -> None:
    name = f"originals/{sha256(data).hexdigest()}"
    if name not in archive.NameToInfo:
        archive.writestr(name, data)


def _said(field: Field, row: Model, names: dict[int, str]) -> Any:
    value = getattr(row, field.attname)
    if target(field) is User:
        return names.get(value)
    if isinstance(field, BinaryField):
        return sha256(bytes(value)).hexdigest()
    if field.model is Event and isinstance(value, dict) and "author" in value:
        return value | {"author": names.get(value["author"])}
    return value if isinstance(value, _PLAIN) else field.value_to_string(row)


def _json(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
