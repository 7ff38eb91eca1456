"""manage.py indextexts: have the texts indexed for searching that are not yet: after an upgrade, or a killed worker."""

from typing import Any

from django.core.management.base import BaseCommand

from reader.articles import tasks


class Command(BaseCommand):
    help = "让还没有编入检索的文章在后台编入；后台进程每次启动都会自己做。"

    def handle(self, *args: Any, **options: Any) -> None:
        for project in tasks.behind():
            tasks.index_texts.enqueue(project.pk)
            if options["verbosity"]:
                self.stdout.write(f"{project.pk} {project}")
