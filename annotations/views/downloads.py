"""A file made for one download."""

from collections.abc import Callable
from tempfile import TemporaryFile
from typing import BinaryIO

from django.http import FileResponse

from annotations.exports import filenames
from annotations.exports.tabular import WRITERS, Sheet


def download(write: Callable[[BinaryIO], None], name: str, form: str, media_type: str) -> FileResponse:
    """What `write` writes, called `name` with the ending `form`."""
    file = TemporaryFile()  # noqa: SIM115  # FileResponse closes it.
    write(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=filenames.filename(name, form), content_type=media_type)


def sheet_in(form: str, sheet: Sheet) -> FileResponse:
    """The table in one of the tabular forms, called by its title."""
    writer = WRITERS[form]
    return download(lambda file: writer.write(sheet, file), sheet.title, form, writer.media_type)
