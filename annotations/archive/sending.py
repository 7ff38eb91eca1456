"""A project's archive as the file that is sent, to whoever asks on a page or through the API."""

from tempfile import TemporaryFile

from django.http import FileResponse
from django.utils import timezone

from annotations import archive
from annotations.exports import filenames
from reader.models import Project


def archived(project: Project) -> FileResponse:
    file = TemporaryFile()  # noqa: SIM115  # FileResponse closes it.
    archive.write(project, file, timezone.now())
    file.seek(0)
    name = filenames.filename(project.name, "zip")
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
