"""manage.py clean: one saved page or dump in, its Page as JSON out."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reader.extraction import ExtractionError, extract
from reader.wording import in_words


class Command(BaseCommand):
    help = "清理一个存下来的网页或文本，把结果作为 JSON 打印出来。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="文件路径；- 表示标准输入")
        parser.add_argument("--url", default="", help="网页的地址，用来选站点规则")

    def handle(self, *args: Any, file: str, url: str, **options: Any) -> None:
        try:
            data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except OSError as error:
            raise CommandError(f"读不了 {file}：{error.strerror}", returncode=2) from error
        try:
            page = extract(data, url=url)
        except ExtractionError as error:
            raise CommandError(in_words(error)) from error
        json.dump(asdict(page), sys.stdout, ensure_ascii=False, indent=2, default=_plain)
        sys.stdout.write("\n")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
