"""manage.py cuttexts: have the texts cut and indexed that are behind: after an upgrade, or a worker that was killed."""

from typing import Any

from django.core.management.base import BaseCommand

from annotations.codebook import tasks


class Command(BaseCommand):
    help = "让落后的文章在后台按课题的词表重新分词、编索引；后台进程每次启动都会自己做。"

    def handle(self, *args: Any, **options: Any) -> None:
        for project in tasks.behind():
            tasks.cut_texts.enqueue(project.pk)
            if options["verbosity"]:
                self.stdout.write(f"{project.pk} {project}")
