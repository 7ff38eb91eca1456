"""What searching costs: made articles in one project, indexed, then asked for.

Usage: python tests/benchmarks/search.py [ARTICLES]   (2,000 without; DATABASE_URL chooses PostgreSQL)
Wall time of the finding alone and of the first page of lines as a client gets it, medians of five. Each article has
twenty paragraphs of words drawn by a seed with frequencies as Zipf has them.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

WORDS = 5000
PARAGRAPHS, LENGTH = 20, 60
SIGNS = "，，，。；、"


def vocabulary(choose: random.Random) -> list[str]:
    signs = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
    return ["".join(choose.choices(signs, k=choose.choice((1, 2, 2, 2, 3, 4)))) for _ in range(WORDS)]


def article(choose: random.Random, words: list[str], weights: list[float]) -> str:
    def paragraph() -> str:
        drawn = choose.choices(words, cum_weights=weights, k=LENGTH)
        return "".join(word + (choose.choice(SIGNS) if choose.random() < 0.2 else "") for word in drawn) + "。"

    return "\n".join(paragraph() for _ in range(PARAGRAPHS))


def fill(project: Any, user: Any, count: int, words: list[str], choose: random.Random) -> None:
    """Rows as an import writes them, without its other work."""
    from reader.articles import blocks
    from reader.models import Article, TextVersion

    weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
    for number in range(count):
        text = article(choose, words, weights)
        made = Article.objects.create(project=project, title=f"第{number}篇", characters=len(text), added_by=user)
        listed = [{"kind": "paragraph", "level": 0, "lead": "", "text": line} for line in text.split("\n")]
        version = TextVersion.objects.create(
            project=project, article=made, number=1, text=text, blocks=listed, words="", created_by=user
        )
        made.version = version
        made.save(update_fields=["version"])
        blocks.index(version)


def median(work: Callable[[], Any]) -> float:
    """Milliseconds."""
    times = []
    for _ in range(5):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reader.settings")
    os.environ["QUANDIAN_DATA"] = tempfile.mkdtemp(prefix="quandian-benchmark-")
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import transaction
    from django.test import Client

    from annotations.search.finding import find
    from annotations.search.language import parse
    from reader.projects import changing

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    user = User.objects.create_user("benchmark")
    project = changing.create(user, "测量")
    choose = random.Random(7)
    words = vocabulary(choose)
    started = time.perf_counter()
    with transaction.atomic():
        fill(project, user, count, words, choose)
    print(f"{count} articles in {time.perf_counter() - started:.0f} s")
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    print(f"{'word':>12} {'places':>8} {'finding':>10} {'first page':>11}")
    for rank in (0, 10, 100, 1000, 4000):
        word = words[rank]
        query = parse(f'"{word}"')
        found = find(project, query)
        asked = {"q": f'"{word}"', "view": "lines"}
        spent = median(partial(find, project, query))
        page = median(partial(client.get, f"/projects/{project.pk}/search/", asked))
        print(f"{word:>12} {found.total:>8} {spent:>7.0f} ms {page:>8.0f} ms")


if __name__ == "__main__":
    main()
