"""Archives that something happened to: refused with a sentence, and nothing of them is kept."""

import json
import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from annotations import archive
from annotations.archive import ArchiveError
from annotations.models import Event, Theme
from reader.models import Article, Project, TextVersion

SHARED = Path(__file__).resolve().parents[4] / "shared" / "cases" / "hostile"
VALUES = (None, -1, 2**63, 1.5, "", "x", "9" * 5000, [], [[]], {}, {"a": []}, True, "\0", "2026-99-99")


def counts():
    return [model.objects.count() for model in (Project, Article, TextVersion, Theme, Event, User)]


def refused(data, owner):
    """The sentence; or nothing, where the archive is whole after all."""
    before = counts()
    try:
        archive.restore(archive.checked(BytesIO(data)), owner)
    except ArchiveError as error:
        assert counts() == before
        return str(error)
    return ""


def written(project):
    held = BytesIO()
    archive.write(project, held, timezone.now())
    with zipfile.ZipFile(BytesIO(held.getvalue())) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(entries):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize("number", [6, 15, 23, 29, 34, 52, 54])
def test_archives_that_were_damaged_are_refused(number, owner):
    file = SHARED / f"archive_{number}.zip"
    if not file.exists():
        pytest.skip(f"{file.name} is not here")
    assert refused(file.read_bytes(), owner)


@pytest.mark.parametrize(
    "table", ["reader.article", "reader.textversion", "annotations.articletheme", "reader.snapshot"]
)
def test_a_row_that_comes_twice_is_refused(table, project, article, owner):
    entries = written(project)
    lines = entries[f"{table}.jsonl"].splitlines(keepends=True)
    entries[f"{table}.jsonl"] = b"".join([*lines, lines[0]])
    assert table in refused(packed(entries), owner)


def test_values_of_another_kind_never_bring_anything_down(project, article, owner):
    entries, chance = written(project), random.Random(7)
    tables = [name for name, data in entries.items() if name.endswith(".jsonl") and data.strip()]
    for _ in range(60):
        name = chance.choice(tables)
        lines = entries[name].splitlines(keepends=True)
        at = chance.randrange(len(lines))
        row = json.loads(lines[at])
        field = chance.choice([*row, "id"])
        if chance.random() < 0.3:
            row.pop(field, None)
        else:
            row[field] = chance.choice(VALUES)
        lines[at] = json.dumps(row).encode() + b"\n"
        refused(packed(entries | {name: b"".join(lines)}), owner)


def test_bytes_that_changed_never_bring_anything_down(project, article, owner):
    whole, chance = packed(written(project)), random.Random(7)
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 1, 4, 30])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        refused(bytes(data[: chance.choice([len(data), chance.randrange(len(data))])]), owner)
