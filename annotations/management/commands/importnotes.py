"""manage.py importnotes: notes made elsewhere become highlights of a project."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.importing import placing
from annotations.imports import ImportFault, check_size, read
from reader.extraction import ExtractionError
from reader.management.arguments import project_of, user_of
from reader.models import Membership, Project
from reader.projects import queries
from reader.sandbox import bounded
from reader.wording import in_words


class Command(BaseCommand):
    help = "把别处做的笔记（.jsonld .qdpx .json .csv）导入一个课题。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--project", required=True, help="课题的名称或编号")
        parser.add_argument("--user", help="以谁的名义；默认是课题的第一位负责人")

    def handle(self, *args: Any, file: Path, project: str, user: str | None, **options: Any) -> None:
        membership = _membership(project_of(project), user)
        try:
            check_size(file.stat().st_size)
            notes = bounded(read, file.read_bytes())
            outcome = placing.place_all(membership, notes, file.name)
        except OSError as error:
            raise CommandError(f"读不了 {file}：{error.strerror}", returncode=2) from error
        except (ExtractionError, ImportFault) as fault:
            raise CommandError(in_words(fault)) from fault
        self.stdout.write(f"圈点 {outcome.placed} 处，新文章 {outcome.articles} 篇，早已有 {outcome.known} 处。")
        for one in notes.unread:
            self.stderr.write(f"读不进来：{one.name}（{in_words(one)}）")
        for changed in outcome.changed:
            self.stderr.write(f"文字不同：文件里是“{changed.said}”，《{changed.title}》里是“{changed.words}”。")
        for name in outcome.strangers:
            self.stderr.write(f"“{name}”不是成员，圈点记在导入的人名下。")
        if outcome.unplaced:
            raise CommandError(f"有 {outcome.unplaced} 处没有找到位置，留在“待安放的圈点”页。")


def _membership(project: Project, user: str | None) -> Membership:
    members = queries.members(project)
    found = members.filter(user=user_of(user)) if user else members.filter(role=Membership.Role.OWNER)
    membership = found.order_by("pk").first()
    if membership is None:
        raise CommandError(f"“{user or '负责人'}”不是课题“{project}”的成员。", returncode=2)
    return membership
