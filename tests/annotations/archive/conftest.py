"""A project with something in every corner, and what is compared of two."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone

from annotations import archive
from annotations.archive.tables import EMBEDDED, SUBJECTS, fields, label, tables, target
from annotations.codebook import terms
from annotations.models import Codebook, FindingCorrection, Memo, SavedSearch, Unplaced
from annotations.suggestions import rejecting
from reader.capture import pages as capture_pages
from reader.cleaning import metadata
from reader.cleaning.captures import Capture
from reader.labels import giving
from reader.models import Membership, SiteChoice
from tests.reader.paged import address, page


@pytest.fixture
def written():
    def write(project):
        file = BytesIO()
        archive.write(project, file, timezone.now())
        return file

    return write


@pytest.fixture
def restored(written):
    """The project again, in the same installation."""

    def again(project, user):
        return archive.restore(archive.checked(written(project)), user)

    return again


@pytest.fixture
def content(written):
    """All an archive says, with rows called by their place in their table instead of their number."""

    def read(project):
        return comparable(written(project))

    return read


def comparable(file):
    held = ZipFile(file)
    rows = {model: _lines(held, model) for model in tables()}
    places = {model: {row["id"]: place for place, row in enumerate(rows[model])} for model in rows}
    said = {label(model): [_row(model, row, places) for row in rows[model]] for model in rows}
    originals = {name: held.read(name) for name in held.namelist() if name.startswith("originals/")}
    return said, originals, json.loads(held.read("manifest.json"))["project"]


def _lines(held, model):
    return [json.loads(line) for line in held.read(f"{label(model)}.jsonl").splitlines()]


def _row(model, row, places):
    said = {field.name: _place(target(field), row[field.name], places) for field in fields(model)}
    if label(model) == "annotations.event":
        said["subject_id"] = _place(SUBJECTS.get(row["subject"]), row["subject_id"], places)
        for side in ("before", "after"):
            said[side] = row[side] and {key: _embedded(key, value, places) for key, value in row[side].items()}
    return said


def _place(model, number, places):
    if model not in places or number is None:
        return number
    return places[model].get(int(number), "gone")


def _embedded(key, value, places):
    if isinstance(value, list) and key in EMBEDDED:
        return [_place(EMBEDDED[key], item, places) for item in value]
    return _place(EMBEDDED.get(key), value, places)


@pytest.fixture
def busy(project, essay, theme, put, delete, undo, body, owner, coder, editor, client_of, api):
    """Marked, tagged, undone, deleted, with themes in themes and notes in odd characters."""
    root = theme("街巷", definition="𠮷祥里")
    child = theme("慢行", parent=root, colour=3)
    put(coder, 1, body("慢行优先", themes=[child.pk, root.pk], note="=1+1 🚲\n第二行"))
    put(editor, 2, body("𠮷祥里的居民", themes=[root.pk]))
    put(coder, 3, body("小微更新"))
    delete(coder, 3, if_match=1)
    undo(coder)
    put(coder, 4, body("邻里共商", themes=[child.pk]))
    delete(coder, 4, if_match=1)
    api(editor, "post", f"articles/{essay.pk}/article-themes/accept-all")
    Memo.objects.create(project=project, article=essay, author=owner, text="想法")
    Memo.objects.create(project=project, author=owner, text="全课题")
    SavedSearch.objects.create(project=project, user=coder, name="街巷", query="q=%E8%A1%97%E5%B7%B7", shared=True)
    members = {row.user_id: row for row in Membership.objects.filter(project=project)}
    terms.edit(members[editor.pk], "add", "小微更新")
    Codebook.objects.filter(project=project).update(locked=False)
    rejecting.reject(members[coder.pk], essay, "一盏灯、一把椅子，都是看得见的改变。", [root.pk])
    project.refresh_from_db()
    metadata.correct(essay, editor, {"print_edition": ["临江日报", date(2024, 5, 17), "09"]})
    SiteChoice.objects.create(project=project, host="news.example", action="strike", words="（图）", made_by=editor)
    pages = [Capture(page(number).encode(), address(number)) for number in (1, 2)]
    capture_pages.bring_in(project, owner, pages)
    Unplaced.objects.create(project=project, article=essay, exact="别处的话", themes=[["街巷"]])
    FindingCorrection.objects.create(project=project, article=essay, kind="numbers", exact="三百盏", author=coder)
    for one in (giving.star_of(project), giving.label_named(project, "待读")):
        giving.give(members[coder.pk], one, [essay])
    return project
