"""What the releases before left behind goes on: a database is migrated, an archive is restored.

`before-rooms` was written by commit 8f707cf: two articles, marks that overlap, were deleted and carry notes, themes
with a child, memos, an example, a refusal, a word of the project's own, a correction, a passage
without a place, a filter.
"""

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotations import archive
from annotations.models import Highlight, Memo, Theme, Unplaced
from reader.models import Article, Correction

HERE = Path(__file__).resolve().parent
RELEASES = sorted(file.name.removesuffix(".zip") for file in HERE.glob("*.zip"))
COUNTS = """
import json
import django
django.setup()
from django.apps import apps
models = [model for app in ("reader", "annotations") for model in apps.get_app_config(app).get_models()]
print(json.dumps({model._meta.label_lower: model.objects.count() for model in models}))
"""


@pytest.mark.parametrize("release", RELEASES)
def test_its_database_migrates_and_keeps_every_row(release, tmp_path):
    (tmp_path / "quandian.sqlite3").write_bytes(gzip.decompress((HERE / f"{release}.sqlite3.gz").read_bytes()))
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = kept | {"QUANDIAN_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "reader.settings", "PYTHONPATH": "."}
    before = _rows(tmp_path / "quandian.sqlite3")
    for command in (["manage.py", "migrate", "--verbosity", "0"], ["-c", COUNTS]):
        done = subprocess.run(
            [sys.executable, *command], env=own, cwd=HERE.parents[1], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    after = json.loads(done.stdout)
    assert {name: after[name] for name in before} == before
    assert before["annotations.highlight"] == 4


def _rows(database):
    """How many rows each of our tables has."""
    connection = sqlite3.connect(database)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    ours = [name for name in names if name.startswith(("reader_", "annotations_"))]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}
    connection.close()
    return {name.replace("_", ".", 1): count for name, count in counts.items()}


@pytest.mark.django_db
@pytest.mark.parametrize("release", RELEASES)
def test_its_archive_is_restored_whole(release, owner):
    data = (HERE / f"{release}.zip").read_bytes()
    project = archive.restore(archive.checked(BytesIO(data)), owner)
    manifest = json.loads(ZipFile(BytesIO(data)).read("manifest.json"))
    rows = {model: model.objects.filter(project=project).count() for model in (Article, Highlight, Memo, Unplaced)}
    assert rows == {Article: 2, Highlight: 4, Memo: 3, Unplaced: 1}
    assert Correction.objects.get(project=project).field == "editor"
    assert Theme.objects.get(project=project, name="口袋公园").parent is not None
    noted = Highlight.objects.get(project=project, deleted=None, note__contains="𠮷")
    assert noted.exact == noted.version.text[noted.start : noted.end]
    assert manifest["project"]["name"] == project.name
