"""manage.py addmember: give a person a role in a project."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from reader.management.arguments import project_of, user_of
from reader.models import Membership
from reader.projects import changing


class Command(BaseCommand):
    help = "给一个人在课题里的角色；已是成员的改为这个角色。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--project", required=True, help="课题的名称或编号")
        parser.add_argument("--role", choices=Membership.Role.values, default=Membership.Role.CODER)
        parser.add_argument("--create", action="store_true", help="没有这个账号时新建（用 changepassword 设密码）")

    def handle(self, *args: Any, username: str, project: str, role: str, create: bool, **options: Any) -> None:
        target = project_of(project)
        user = self._account(username) if create else user_of(username)
        try:
            added = changing.add_member(target, user, role)
        except changing.LastOwner as error:
            raise CommandError("课题至少要有一位负责人。") from error
        label = Membership.Role(role).label
        self.stdout.write(f"{user} 在“{target}”的角色{'是' if added else '改为'}{label}。")

    def _account(self, username: str) -> User:
        user, created = User.objects.get_or_create(username=username)
        if created:
            user.set_unusable_password()
            user.save(update_fields=["password"])
            self.stdout.write(f"已新建账号；设密码：manage.py changepassword {username}")
        return user
