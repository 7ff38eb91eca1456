"""Writing the file of a queued export, looking at its row again and again: for the progress, and whether to go on."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from tempfile import TemporaryFile
from threading import Event, Thread
from time import monotonic
from typing import IO, BinaryIO, cast

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.exporting import documents, queries
from annotations.exports import FORMATS, filenames
from annotations.exports.document import Article, Document
from annotations.exports.pdf.report import Unavailable
from annotations.filters.filter import of_query
from annotations.models import Export, ExportPart

KEPT = timedelta(days=7)
# Seconds between two signs of life; export_jobs.STALE is many of them.
HEARTBEAT = 30.0
# Seconds between two looks at the row.
BREATH = 1.0
PART = 1024 * 1024
# Formats that tell themselves how much of the file is written: they set much more than the articles.
TELLING = ("docx", "docx-quotes", "pdf")
Status = Export.Status

logger = logging.getLogger(__name__)


class Cancelled(Exception):
    """Whoever asked for the export no longer wants it."""


class Watched(tuple[Article, ...]):
    """Articles that tell how far a format has come that does not tell so itself."""

    tell: Callable[[float], None]

    def __iter__(self) -> Iterator[Article]:
        for number, article in enumerate(super().__iter__()):
            self.tell(number / len(self))
            yield article
        self.tell(1)


def write(export_id: int) -> None:
    """Write the file of an export that is queued; started twice, the second finds nothing to do."""
    export = queries.waiting(export_id)
    if export is None or not queries.change(export, (Status.QUEUED,), status=Status.RUNNING):
        return
    try:
        with TemporaryFile() as file:
            with _heartbeat(export):
                filename = _write_to(file, export)
            _keep(export, file, filename)
    except Cancelled:
        return
    except Unavailable as error:
        _fail(export, _(str(error)))
    except Exception:
        _fail(export, _("写的时候出了错，管理员可以在日志里看到原因。"))
        raise


@contextmanager
def _heartbeat(export: Export) -> Iterator[None]:
    """Touch the row now and then: a format may be busy for long without asking for the next article."""
    over = Event()
    heart = Thread(target=_beat, args=(export, over), name=f"export {export.pk}", daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join()


def _beat(export: Export, over: Event) -> None:
    """A database that is busy or away for a moment is asked again: silence would have the export written twice."""
    while not over.wait(HEARTBEAT):
        try:
            queries.change(export, (Status.RUNNING,))
        except DatabaseError:
            logger.exception("could not touch export %s", export.pk)
        finally:
            connection.close()


def _write_to(file: IO[bytes], export: Export) -> str:
    format = FORMATS[export.format]
    request = documents.Request(export.user, export.site, timezone.now(), export.people)
    document = documents.of_filter(export.project, request, of_query(export.query))
    queries.change(export, (Status.RUNNING,), total=len(document.articles))
    format.write(_watched(document, format.name, _teller(export, len(document.articles))), cast(BinaryIO, file))
    return filenames.filename(document.title, format.extension)


def _watched(document: Document, format: str, tell: Callable[[float], None]) -> Document:
    """The document, telling how much of it is written."""
    articles = Watched(document.articles)
    articles.tell = tell
    return replace(document, told=tell, articles=document.articles if format in TELLING else articles)


def _teller(export: Export, total: int) -> Callable[[float], None]:
    """Notes the progress once in a while, in articles, and stops the writing when it was cancelled. Formats that go
    through the articles again have come no less far."""
    last, furthest = monotonic(), 0.0

    def tell(part: float) -> None:
        nonlocal last, furthest
        if monotonic() - last < BREATH:
            return
        last, furthest = monotonic(), max(furthest, part)
        if not queries.change(export, (Status.RUNNING,), done=int(furthest * total)):
            raise Cancelled

    return tell


@transaction.atomic
def _keep(export: Export, file: IO[bytes], filename: str) -> None:
    size, now = file.tell(), timezone.now()
    done = {"status": Status.DONE, "done": F("total"), "filename": filename, "size": size, "expires": now + KEPT}
    if not queries.change(export, (Status.RUNNING,), **done):
        return
    file.seek(0)
    queries.parts(export).delete()
    for position, data in enumerate(iter(lambda: file.read(PART), b"")):
        ExportPart.objects.create(project=export.project, export=export, position=position, data=data)


def _fail(export: Export, sentence: str) -> None:
    queries.change(export, (Status.RUNNING,), status=Status.FAILED, error=sentence)
