"""manage.py addmember: give a person a role in a project, or print a link by which somebody new comes in."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from reader.invitations import inviting
from reader.management.arguments import project_of, user_of
from reader.models import Membership, Project
from reader.projects import changing


class Command(BaseCommand):
    help = "给一个人在课题里的角色；已是成员的改为这个角色。加 --create 则打印一个邀请链接，由对方自己建账号加入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--project", required=True, help="课题的名称或编号")
        parser.add_argument("--role", choices=Membership.Role.values, default=Membership.Role.CODER)
        parser.add_argument("--create", action="store_true", help="不直接加入，打印邀请链接（7 天内有效，只能用一次）")

    def handle(self, *args: Any, username: str, project: str, role: str, create: bool, **options: Any) -> None:
        target = project_of(project)
        if create:
            self._invite(target, username, role)
        else:
            self._add(target, user_of(username), role)

    def _add(self, project: Project, user: User, role: str) -> None:
        try:
            added = changing.add_member(project, user, role)
        except changing.LastOwner as error:
            raise CommandError("课题至少要有一位负责人。") from error
        label = Membership.Role(role).label
        self.stdout.write(f"{user} 在“{project}”的角色{'是' if added else '改为'}{label}。")

    def _invite(self, project: Project, username: str, role: str) -> None:
        name = User.normalize_username(username)
        try:
            User._meta.get_field("username").clean(name, None)
        except ValidationError as error:
            raise CommandError("；".join(error.messages), returncode=2) from error
        try:
            token = inviting.invite(project, role, username=name)
        except inviting.TooMany as error:
            raise CommandError(f"没有接受的邀请已经有 {inviting.LIMIT} 份；先撤回几份。") from error
        self.stdout.write(f"请 {name} 打开，7 天内有效，只能用一次：{settings.SITE}{reverse('join', args=[token])}")
