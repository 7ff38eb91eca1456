"""What an archive holds makes a project equal in every field."""

import json
from zipfile import ZipFile

from django.apps import apps
from django.contrib.auth.models import User

from annotations import archive
from annotations.archive.tables import FORMAT, LEFT_OUT, VERSION, label, tables
from annotations.models import Event, Highlight, Tagging, Theme
from reader.models import Article, Membership, Project, Snapshot
from tests.annotations.archive.conftest import comparable

OF_NO_PROJECT = {"reader.preferences", "reader.project"}


def test_a_project_comes_back_equal_in_every_field(busy, owner, restored, content):
    again = restored(busy, owner)
    assert again.pk != busy.pk
    assert content(again) == content(busy)


def test_nothing_was_empty_in_that_comparison(busy, content):
    said, originals, _ = content(busy)
    assert [name for name, rows in said.items() if not rows] == []
    assert originals


def test_the_original_bytes_come_back(busy, owner, restored):
    again = restored(busy, owner)
    kept = Snapshot.objects.filter(project=busy).values_list("sha256", flat=True)
    for sha256, data in Snapshot.objects.filter(project=again).values_list("sha256", "data"):
        assert sha256 in kept
        assert bytes(data) == bytes(Snapshot.objects.get(project=busy, sha256=sha256).data)


def test_marks_stand_on_the_same_characters(busy, owner, restored):
    for mark in Highlight.objects.filter(project=restored(busy, owner)).select_related("version"):
        assert mark.version.text[mark.start : mark.end] == mark.exact


def test_dates_are_kept(busy, owner, restored):
    again = restored(busy, owner)
    times = [list(Event.objects.filter(project=one).values_list("time", flat=True)) for one in (busy, again)]
    assert times[0] == times[1]


def test_events_name_the_new_themes(busy, owner, restored):
    again = restored(busy, owner)
    named = {
        number
        for event in Event.objects.filter(project=again, subject="highlight")
        if event.after
        for number in event.after["themes"]
    }
    assert named <= set(Theme.objects.filter(project=again).values_list("pk", flat=True))
    assert named


def test_undo_still_works_after_a_restore(busy, essay, coder, restored, client_of):
    again = restored(busy, coder)
    article = Article.objects.get(project=again, title=essay.title)
    before = Tagging.objects.filter(project=again).count()
    answer = client_of(coder).post(f"/api/projects/{again.pk}/articles/{article.pk}/undo")
    assert answer.status_code == 200
    assert Tagging.objects.filter(project=again, highlight__deleted=None).count() >= before - 1


def test_members_come_back_by_name(busy, owner, restored):
    roles = [
        sorted(Membership.objects.filter(project=one).values_list("user__username", "role"))
        for one in (busy, restored(busy, owner))
    ]
    assert roles[0] == roles[1]


def test_an_archive_lets_nobody_in_whom_its_restorer_does_not_know(busy, stranger, written):
    """The same name may be another person's here: they come in by an invitation."""
    again = archive.restore(archive.checked(written(busy)), stranger)
    assert list(Membership.objects.filter(project=again).values_list("user__username", "role")) == [
        ("stranger", "owner")
    ]


def test_people_without_an_account_get_one_that_cannot_sign_in(busy, stranger, written):
    file = written(busy)
    Project.objects.filter(pk=busy.pk).delete()
    User.objects.filter(username="coder").delete()
    archive.restore(archive.checked(file), stranger)
    made = User.objects.get(username="coder")
    assert not made.is_active
    assert not made.has_usable_password()


def test_into_an_empty_installation(busy, written):
    file = written(busy)
    before = comparable(file)
    Project.objects.all().delete()
    User.objects.all().delete()
    again = archive.restore(archive.checked(file), User.objects.create_user("owner"))
    assert comparable(written(again)) == before


def test_the_manifest_counts_the_rows(busy, written):
    held = ZipFile(written(busy))
    manifest = json.loads(held.read("manifest.json"))
    assert (manifest["format"], manifest["version"]) == (FORMAT, VERSION)
    for name, count in manifest["tables"].items():
        assert len(held.read(f"{name}.jsonl").splitlines()) == count


def test_every_model_of_a_project_is_kept_or_left_out_for_a_reason():
    labels = {label(model) for app in ("reader", "annotations") for model in apps.get_app_config(app).get_models()}
    assert labels == {label(model) for model in tables()} | set(LEFT_OUT) | OF_NO_PROJECT


def test_another_projects_rows_stay_out(busy, stranger, written):
    assert "别人的课题" not in ZipFile(written(busy)).read("manifest.json").decode()
    assert b"stranger" not in ZipFile(written(busy)).read("reader.membership.jsonl")
