"""manage.py importarchive: a project archive becomes a project again."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations import archive
from annotations.archive import ArchiveError
from reader.management.arguments import user_of


class Command(BaseCommand):
    help = "把一份课题存档恢复成新课题。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--user", required=True, help="谁是这个课题的负责人")

    def handle(self, *args: Any, file: Path, user: str, **options: Any) -> None:
        owner = user_of(user)
        try:
            with file.open("rb") as data:
                project = archive.restore(archive.checked(data), owner)
        except OSError as error:
            raise CommandError(f"读不了 {file}：{error.strerror}", returncode=2) from error
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{project.pk} {project}")
