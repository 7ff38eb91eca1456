"""manage.py exportnotes: the annotated notes of a project, or of one article, as a file."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.http import Http404
from django.utils import timezone

from annotations import archive
from annotations.exporting import documents
from annotations.exports import FORMATS, filenames
from annotations.exports.document import Document
from annotations.exports.pdf.report import Unavailable
from annotations.filters import queries
from annotations.filters.filter import Filter
from annotations.management.arguments import add_filter, filter_of
from reader.management.arguments import project_of
from reader.models import Project

ARCHIVE = "archive"


class Command(BaseCommand):
    help = "把一个课题的圈点，或其中筛选出来的，导出为文件。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--project", required=True, help="课题的名称或编号")
        parser.add_argument("--format", required=True, choices=sorted([*FORMATS, ARCHIVE]), help="格式")
        add_filter(parser)
        parser.add_argument("--people", action="store_true", help="Word 和 PDF 里写上每处圈点的圈点人和时间")
        parser.add_argument("--output", required=True, type=Path, metavar="FILE|DIR", help="文件，或放文件的文件夹")

    def handle(self, *args: Any, project: str, format: str, output: Path, people: bool, **options: Any) -> None:
        target = project_of(project)
        wanted = filter_of(target, options)
        if format == ARCHIVE:
            self._archive(target, wanted, output)
            return
        chosen, document = FORMATS[format], _document(target, wanted, people=people)
        name = filenames.filename(document.title, chosen.extension)
        self._write(output, name, lambda file: chosen.write(document, file))
        self._report(target, wanted)

    def _archive(self, project: Project, wanted: Filter, output: Path) -> None:
        if wanted != Filter():
            raise CommandError("存档总是整个课题的，不能只存一部分。", returncode=2)
        name = filenames.filename(project.name, "zip")
        self._write(output, name, lambda file: archive.write(project, file, timezone.now()))

    def _write(self, output: Path, name: str, write: Callable[[BinaryIO], None]) -> None:
        """Write the file whole or not at all: what stood there stays until the new one is finished."""
        if output.is_dir():
            output /= name
        part = output.with_name(f"{output.name}.part")
        try:
            with part.open("w+b") as file:
                write(file)
            part.replace(output)
        except Unavailable as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"写不了 {output}：{error.strerror}", returncode=2) from error
        finally:
            part.unlink(missing_ok=True)
        self.stdout.write(str(output))

    def _report(self, project: Project, wanted: Filter) -> None:
        """Marks that the present text has no place for are not in the file: each is named."""
        left = list(queries.unplaced(documents.shown(project, wanted)))
        for mark in left:
            self.stderr.write(f"没有导出：《{mark.article}》中的“{mark.exact}”，它只在旧版本里。")
        if left:
            raise CommandError("有圈点没有导出，见上。")


def _document(project: Project, wanted: Filter, *, people: bool) -> Document:
    request = documents.Request(None, settings.SITE, timezone.now(), people)
    try:
        return documents.of_filter(project, request, wanted)
    except Http404 as error:
        raise CommandError(f"课题“{project}”里没有编号为 {wanted.article} 的文章。", returncode=2) from error
