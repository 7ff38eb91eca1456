"""The notes page, those of the analysis, and what they ask of the database: 10,000 highlights in 500 articles.

Run: python tests/benchmarks/notes_page.py. On SQLite in a folder of its own, and on a throw-away PostgreSQL where the
machine has one. A client inside the process asks, so times are the server's alone; they are medians of five.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

ARTICLES, MARKS, THEMES = 500, 20, 40
SENTENCE = "绿道穿城而过，串起河湖与街巷，出门三百米就能走进林荫；连成网络，才是市民的日常。"
STATED = "按照《第{0}路条例》（绿发〔2024〕1{0}号），到2035年绿道达到{0}00公里以上。"
ASKED = {
    "first page, by article": "notes/",
    "last page, by article": "notes/?page=200",
    "first page, by theme": "notes/?group=theme",
    "last page, by theme": "notes/?group=theme&page=9999",
    "one theme": "notes/?theme={theme}",
    "one article": "notes/?article={article}",
    "text in quote or note": "notes/?text=呼应",
    "with a note, by theme": "notes/?note=with&group=theme",
    "published in a month": "notes/?dated=published&since=2025-02-01&until=2025-02-28",
    "analysis by source": "analysis/",
    "analysis by month, shares": "analysis/?by=month&measure=share",
    "analysis by article": "analysis/?by=article&turned=1&measure=rate",
    "documents cited": "analysis/documents/",
    "numbers by size": "analysis/numbers/?unit=公里&sort=most",
    "analysis by theme, characters": "analysis/?by=theme&measure=characters",
    "together in a paragraph": "analysis/together/",
    "together in a sentence": "analysis/together/?how=sentence",
    "together on characters": "analysis/together/?how=overlap",
    "together within 500": "analysis/together/?how=near&reach=500",
}


def main() -> None:
    if len(sys.argv) > 1:
        return measure()
    from tests.postgres import NoPostgres, postgres

    run({})
    try:
        with postgres() as address:
            run({"DATABASE_URL": address})
    except NoPostgres as why:
        print(f"PostgreSQL: {why}")
    return None


def run(changes: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = os.environ | {"QUANDIAN_DATA": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"} | changes
        for arguments in (["manage.py", "migrate", "-v", "0"], ["manage.py", "collectstatic", "--no-input", "-v", "0"]):
            subprocess.run([sys.executable, *arguments], cwd=ROOT, env=kept, check=True)
        subprocess.run([sys.executable, __file__, "here"], env=kept, check=True)


def measure() -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client

    project, article, theme = scene()
    client = Client(SERVER_NAME="localhost")
    client.force_login(project.memberships.get().user, "django.contrib.auth.backends.ModelBackend")
    print(f"{connection.vendor}\n{'':30}{'ms':>8}{'queries':>10}{'KB':>8}")
    for label, query in ASKED.items():
        address = f"/projects/{project.pk}/{query.format(theme=theme, article=article)}"
        client.get(address)
        page, asked = counted(client, address)
        assert page.status_code == 200
        spent = statistics.median(timed(client, address) for _ in range(5))
        print(f"{label:30}{1000 * spent:8.0f}{len(asked):10}{len(page.content) / 1024:8.0f}", flush=True)


def counted(client, address: str):
    """The answer, and what was asked of the database for it."""
    from django.db import connection

    asked = []

    def note(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        return client.get(address), asked


def timed(client, address: str) -> float:
    start = time.perf_counter()
    client.get(address)
    return time.perf_counter() - start


def scene():
    """A project, and the ids of one of its articles and themes; every second mark has a note, four in five a theme."""
    from datetime import UTC, datetime, timedelta

    from django.contrib.auth.models import User
    from django.db import transaction

    from annotations.models import Highlight, Tagging, Theme
    from reader.articles import findings
    from reader.articles.blocks import index
    from reader.models import Article, TextVersion
    from reader.projects import changing

    user = User.objects.create_user("chen")
    project = changing.create(user, "五百篇")
    text = "\n".join(f"第{number}点。{STATED.format(number)}{SENTENCE * 4}" for number in range(20))
    blocks = [{"kind": "paragraph", "level": 0, "lead": 0, "text": line} for line in text.split("\n")]
    where = {"project": project}
    themes = [Theme.objects.create(name=f"主题{number}", **where) for number in range(THEMES)]
    step = len(text) // MARKS
    for number in range(ARTICLES):
        published = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=number)
        facts = {"source": f"来源{number % 9}", "published": published, "published_precision": "minute"}
        article = Article.objects.create(title=f"文章{number}", added_by=user, **facts, **where)
        fields = {"text": text, "blocks": blocks, "words": "", "number": 1}
        article.version = TextVersion.objects.create(article=article, **fields, **where)
        article.save(update_fields=["version"])
        with transaction.atomic():
            index(article.version)
        findings.keep(article.version)
        marks = Highlight.objects.bulk_create(
            Highlight(
                article=article,
                version=article.version,
                author=user,
                start=place * step,
                end=place * step + 60,
                exact=text[place * step : place * step + 60],
                note="这里的提法与第三段呼应。" if place % 2 else "",
                **where,
            )
            for place in range(MARKS)
        )
        Tagging.objects.bulk_create(
            Tagging(highlight=mark, theme=themes[(number + place) % THEMES], author=user, **where)
            for place, mark in enumerate(marks)
            if place % 5
        )
    return project, article.pk, themes[0].pk


if __name__ == "__main__":
    main()
