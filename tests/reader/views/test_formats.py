"""Every kind of file takes every way in: the upload form, a batch, a folder; and shows its original."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from reader.models import Article, BatchItem
from tests.reader.extraction.formats.pdf_pages import pdf_of
from tests.reader.extraction.formats.test_archive import packed
from tests.reader.extraction.formats.test_mhtml import HTML, saved
from tests.reader.extraction.formats.word.test_reading import written

SAID = "绿道上已经有人跑步，河水贴着堤岸"
LINES = ["让绿道连起城市的早晨", f"清晨六点，{SAID}慢", "慢流，城市在这里先醒了过来，人们说", "这是最好的时候。"]
FILES = {
    "网页.mhtml": saved(HTML),
    "文稿.docx": written(),
    "报纸.pdf": pdf_of([LINES]),
    "包.zip": packed({"内/网页.html": HTML}),
}


@pytest.fixture
def client(client_of, editor):
    return client_of(editor)


@pytest.mark.parametrize("name", FILES)
def test_the_form_takes_one(project, client, name):
    page = client.post(
        f"/projects/{project.pk}/capture/",
        {"way": "upload", "files": [SimpleUploadedFile(name, FILES[name])]},
        follow=True,
    )
    assert page.status_code == 200
    assert SAID in Article.objects.get().version.text


def test_a_batch_takes_all_at_once(project, client):
    files = [SimpleUploadedFile(name, data) for name, data in FILES.items()]
    client.post(f"/projects/{project.pk}/capture/", {"way": "upload", "files": files})
    assert {item.state for item in BatchItem.objects.all()} <= {"done", "known"}
    assert all(SAID in article.version.text for article in Article.objects.all())
    assert Article.objects.count() == 4


def test_a_folder_holds_all(project, tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    call_command("importarticles", str(tmp_path), project=project.name)
    assert Article.objects.count() == 4


@pytest.mark.parametrize("name", FILES)
def test_the_original_panel_shows_its_words(project, client, name):
    client.post(f"/projects/{project.pk}/capture/", {"way": "upload", "files": [SimpleUploadedFile(name, FILES[name])]})
    answer = client.get(f"{Article.objects.get().get_absolute_url()}original/shown/")
    assert SAID in answer.content.decode()


def test_a_word_file_inside_an_uncompressed_archive_is_found(project, client):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("文稿.docx", FILES["文稿.docx"])
    client.post(
        f"/projects/{project.pk}/capture/", {"way": "upload", "files": [SimpleUploadedFile("包.zip", held.getvalue())]}
    )
    assert SAID in Article.objects.get().version.text
