"""manage.py runtasks: run what is queued, until told to stop or so many tasks are done."""

import logging
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from reader.server import background
from reader.signals import worker_looked, worker_started

# Replaced after so many tasks, so that no leak grows for ever; finished tasks are forgotten at the same time.
TASKS, DAYS = 500, 7
# Seconds between two looks for what a killed worker left.
LOOK = 30

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "运行排队的后台任务；make run 自己会启动它。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--beside", type=int, default=0, help="服务器的进程号，它结束就一起结束")

    def handle(self, *args: Any, beside: int, **options: Any) -> None:
        if beside:
            background.end_with(beside)
        call_command("prune_db_task_results", queue_name="*", min_age_days=DAYS, verbosity=0)
        worker_started.send_robust(Command)
        threading.Thread(target=_look, name="what was left", daemon=True).start()
        call_command("db_worker", queue_name="*", max_tasks=TASKS, startup_delay=False, reload=False)


def _look() -> None:
    """What runs when a worker is killed belongs to nobody: each worker looks for it, from its start on."""
    while True:
        _look_once()
        time.sleep(LOOK)


def _look_once() -> None:
    """Whatever goes wrong with one who listens is logged, and neither keeps the others from it nor ends the looking."""
    try:
        worker_looked.send_robust(Command)
        close_old_connections()
    except Exception:
        logger.exception("could not look for what was left")
