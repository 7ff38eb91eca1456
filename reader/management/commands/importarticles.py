"""manage.py importarticles: files and folders become articles of a project."""

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from reader.capture.grouping import taken_apart, together, trace
from reader.capture.pages import bring_in
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import CleaningRefused
from reader.extraction import SUFFIXES, ExtractionError, grouping
from reader.management.arguments import project_of, user_of
from reader.models import Project
from reader.projects import queries
from reader.wording import in_words

TAKEN = {*SUFFIXES, ".zip"}
BAR = 30


class Command(BaseCommand):
    help = "把文件或文件夹（网页、.mhtml、.docx、.pdf、文本，或它们的 ZIP）收进一个课题。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--project", required=True, help="课题的名称或编号")
        parser.add_argument("--user", help="以谁的名义；默认是课题的第一位负责人")

    def handle(self, *args: Any, paths: list[Path], project: str, user: str | None, **options: Any) -> None:
        target = project_of(project)
        person = user_of(user) if user else _owner(target)
        files = list(_files(paths))
        failed = done = 0
        counts = {"new": 0, "known": 0}
        for _, folder in groupby(files, key=lambda file: file.parent):
            for pages in _articles(list(folder)):
                failed += not self._import(target, person, pages, counts)
                done += len(pages)
                self._progress(done, len(files))
        self.stdout.write(f"新收 {counts['new']} 篇，已有 {counts['known']} 篇，失败 {failed} 个。")
        if failed:
            raise CommandError("有文件没有收进来，原因见上。")

    def _import(self, project: Project, user: User, files: list[Path], counts: dict[str, int]) -> bool:
        """One article: a file, or several that are its pages. A ZIP holds as many as it holds."""
        file = files[0]
        try:
            apart = [taken_apart(one.read_bytes(), one.name) for one in files]
        except ExtractionError as error:
            self.stderr.write(f"{file}：{in_words(error)}")
            return False
        except OSError as error:
            self.stderr.write(f"{file}：读不了（{error.strerror}）")
            return False
        refused = [one for part in apart for one in part.refused]
        for name, why in refused:
            self.stderr.write(f"{file}/{name}：{in_words(why)}")
        came = [capture for part in apart for capture in part.captures]
        kept = [self._keep(project, user, file, pages, counts) for pages in together(came)]
        return all(kept) and not refused

    def _keep(self, project: Project, user: User, file: Path, pages: list[Capture], counts: dict[str, int]) -> bool:
        try:
            imported = bring_in(project, user, pages)
        except (CleaningRefused, ExtractionError) as error:
            inside = "" if pages[0].filename == file.name else f"/{pages[0].filename}"
            self.stderr.write(f"{file}{inside}：{in_words(error)}")
            return False
        counts["new" if imported.created else "known"] += 1
        return True

    def _progress(self, done: int, total: int) -> None:
        if self.stderr.isatty():
            filled = BAR * done // total
            ending = "\n" if done == total else ""
            self.stderr.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{total}", ending=ending)


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files named, and those of a kind taken in below the folders named, in the order of their names."""
    for path in paths:
        if not path.exists():
            raise CommandError(f"没有这个文件或文件夹：{path}", returncode=2)
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in TAKEN and file.is_file())
        else:
            yield path


def _articles(files: list[Path]) -> list[list[Path]]:
    """The files of a folder article by article: saved pages of one together. Each is read, and none is held."""
    traces = [_trace(file) for file in files] if len(files) > 1 else [None] * len(files)
    return [[files[at] for at in group] for group in grouping.together(traces)]


def _trace(file: Path) -> grouping.Trace | None:
    try:
        return trace(Capture(file.read_bytes(), filename=file.name))
    except OSError:
        return None  # Whoever imports it says so.


def _owner(project: Project) -> User:
    membership = queries.owners(project).select_related("user").order_by("pk").first()
    if membership is None:
        raise CommandError("课题没有负责人，请用 --user 指定。", returncode=2)
    return membership.user
