"""An archive that is none, is broken, or means harm is refused with a sentence, and nothing is kept."""

import json
import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from annotations import archive
from annotations.archive import ArchiveError
from reader.models import Project


@pytest.fixture
def changed(busy, written):
    """The archive with some entries written anew."""

    def change(entries=None, add=(), method=ZIP_DEFLATED):
        held, file = ZipFile(written(busy)), BytesIO()
        with ZipFile(file, "w", method) as out:
            for name in held.namelist():
                data = (entries or {}).get(name, held.read(name))
                if data is not None:
                    out.writestr(name, data(held.read(name)) if callable(data) else data)
            for name, data in add:
                out.writestr(name, data)
        return file

    return change


def _rows(**fields):
    """Rewrite the first row of a table."""

    def change(data):
        first, *rest = data.splitlines()
        return b"\n".join([json.dumps(json.loads(first) | fields).encode(), *rest]) + b"\n"

    return change


def _refused(file, user):
    before = Project.objects.count()
    with pytest.raises(ArchiveError) as caught:
        archive.restore(archive.checked(file), user)
    assert Project.objects.count() == before
    assert str(caught.value)
    return caught.value.code


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip at all", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive(data, owner):
    assert _refused(BytesIO(data), owner) == "not_archive"


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/passwd", "originals/../x", "originals/AB", "nested.zip", "reader.project.jsonl.exe"]
)
def test_names_that_do_not_belong(name, changed, owner):
    assert _refused(changed(add=[(name, b"x")]), owner) == "foreign"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_twice(changed, owner):
    assert _refused(changed(add=[("manifest.json", b"{}")]), owner) == "foreign"


def test_a_zip_bomb(changed, owner):
    assert _refused(changed(add=[("originals/" + "0" * 64, bytes(50 * 2**20))]), owner) == "too_large"


def test_an_entry_that_lies_about_its_size(changed, owner):
    file = changed(method=ZIP_STORED)
    data = bytearray(file.getvalue())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 2**31)
    assert _refused(BytesIO(bytes(data)), owner) in ("too_large", "not_archive", "broken")


def test_a_newer_format_is_refused_by_name(changed, owner):
    newer = changed({"manifest.json": lambda data: json.dumps(json.loads(data) | {"version": 99})})
    with pytest.raises(ArchiveError, match="99"):
        archive.checked(newer)


@pytest.mark.parametrize(
    "manifest", [b"[]", b"{}", b"{", b'{"format":"quandian-project","version":"1","project":{"name":"x"}}']
)
def test_a_manifest_that_is_none(manifest, changed, owner):
    assert _refused(changed({"manifest.json": manifest}), owner) in ("not_archive", "broken")


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("annotations.highlight", {"start": 0, "end": 4, "exact": "别的文字"}),
        ("annotations.highlight", {"start": "x"}),
        ("annotations.highlight", {"version": 10**6}),
        ("annotations.highlight", {"uuid": "no"}),
        ("annotations.theme", {"name": ""}),
        ("annotations.theme", {"name": "长" * 61}),
        ("annotations.theme", {"colour": 99}),
        ("annotations.theme", {"keywords": [1]}),
        ("annotations.theme", {"keywords": {"a": 1}}),
        ("annotations.highlight", {"note": "\ud800"}),
        ("annotations.highlight", {"created": "9999-12-31T23:59:59+00:00"}),
        ("annotations.event", {"after": [1]}),
        ("annotations.unplaced", {"themes": ["街巷"]}),
        ("annotations.articletheme", {"reason": {"code": 5}}),
        ("reader.article", {"published": "0001-01-01T00:00:00+00:00"}),
        ("reader.article", {"origins": [1]}),
        ("reader.article", {"origins": {"title": []}}),
        ("reader.textversion", {"edits": [{"strange": 1}]}),
        ("reader.textversion", {"removed": [{"text": "x", "rule": "x", "before": -1}]}),
        ("annotations.event", {"strange": 1}),
        ("annotations.event", {"id": "x"}),
        ("reader.article", {"url": "javascript:alert(1)"}),
        ("reader.article", {"authors": "x"}),
        ("reader.textversion", {"text": "别的"}),
        ("reader.textversion", {"blocks": [1]}),
        ("reader.membership", {"role": "god"}),
        ("reader.membership", {"user": "no such name\u0000"}),
        ("reader.membership", {"user": "no such name\ud800"}),
        ("reader.snapshot", {"data": "0" * 64}),
    ],
)
def test_a_row_that_cannot_be(table, fields, changed, owner):
    assert _refused(changed({f"{table}.jsonl": _rows(**fields)}), owner) in ("invalid", "broken")


@pytest.mark.parametrize("data", [b"{", b"[]\n", b"[" * 100_000, b"\xff\xfe"])
def test_lines_that_are_no_rows(data, changed, owner):
    assert _refused(changed({"annotations.theme.jsonl": data}), owner) == "broken"


def test_a_cycle_of_themes(changed, owner):
    def tie(data):
        rows = [json.loads(line) for line in data.splitlines()]
        rows[0]["parent"], rows[1]["parent"] = rows[1]["id"], rows[0]["id"]
        return "".join(json.dumps(row) + "\n" for row in rows)

    assert _refused(changed({"annotations.theme.jsonl": tie}), owner) == "invalid"


def test_an_original_with_other_bytes(changed, owner, busy, written):
    name = next(name for name in ZipFile(written(busy)).namelist() if name.startswith("originals/"))
    assert _refused(changed({name: b"other"}), owner) == "broken"


def test_an_older_archive_without_a_newer_table(changed, owner):
    archive.restore(archive.checked(changed({"annotations.memo.jsonl": None})), owner)
