"""A project's archive on the pages: taken away, looked at, restored."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from reader import waiting
from reader.models import Project, WaitingPart

RESTORE = "/projects/restore/"


def _archive(client, project):
    return b"".join(client.get(f"/projects/{project.pk}/archive/").streaming_content)


def _upload(data):
    return {"file": SimpleUploadedFile("课题.zip", data)}


def test_it_is_named_after_the_project(client_of, viewer, project):
    answer = client_of(viewer).get(f"/projects/{project.pk}/archive/")
    assert "%E5%9F%8E%E5%B8%82%E6%9B%B4%E6%96%B0%E7%A0%94%E7%A9%B6.zip" in answer["Content-Disposition"]
    assert "manifest.json" in ZipFile(BytesIO(b"".join(answer.streaming_content))).namelist()


def test_a_look_changes_nothing(client_of, owner, project, essay):
    client = client_of(owner)
    before = Project.objects.count()
    answer = client.post(RESTORE, _upload(_archive(client, project)))
    assert "文章 1 篇" in answer.content.decode()
    assert Project.objects.count() == before


def test_a_confirmed_one_becomes_a_project(client_of, stranger, owner, project, essay):
    data = _archive(client_of(owner), project)
    client = client_of(stranger)
    token = client.post(RESTORE, _upload(data)).context["token"]
    made = client.post(RESTORE, {"token": token}, follow=True).context["project"]
    assert (made.name, made.pk == project.pk) == (project.name, False)
    assert made.articles.count() == 1


def test_anothers_token_is_none(client_of, stranger, owner, project):
    client = client_of(owner)
    token = client.post(RESTORE, _upload(_archive(client, project))).context["token"]
    answer = client_of(stranger).post(RESTORE, {"token": token})
    assert answer.status_code == 422
    assert "请重新上传" in answer.content.decode()


def test_after_an_hour_it_is_to_be_uploaded_again(client_of, owner, project):
    client = client_of(owner)
    token = client.post(RESTORE, _upload(_archive(client, project))).context["token"]
    WaitingPart.objects.update(created=timezone.now() - timedelta(minutes=61))
    before = Project.objects.count()
    answer = client.post(RESTORE, {"token": token})
    assert (answer.status_code, Project.objects.count()) == (422, before)
    assert "请重新上传" in answer.content.decode()


def test_nothing_waits_once_it_is_restored(client_of, owner, project):
    client = client_of(owner)
    token = client.post(RESTORE, _upload(_archive(client, project))).context["token"]
    client.post(RESTORE, {"token": token})
    assert not WaitingPart.objects.exists()


def test_a_file_that_waits_is_not_archived(client_of, owner, project):
    waiting.keep(owner, project, waiting.File(b"not taken in"))
    names = ZipFile(BytesIO(_archive(client_of(owner), project))).namelist()
    assert not [name for name in names if "waiting" in name]


def test_what_is_no_archive_is_said_so(client_of, owner):
    answer = client_of(owner).post(RESTORE, _upload(b"no zip"))
    assert answer.status_code == 422
    assert "这不是圈点的课题存档" in answer.content.decode()
