"""How soon suggestions come, what their index takes, and how long new terms take to reach the texts.

Run: python tests/benchmarks/suggestions_time.py [ARTICLES]   (1,000; each of 60 sentences of about 15 terms)

On SQLite in a folder of its own, and on a throw-away PostgreSQL where the machine has one. The words are drawn from
jieba's dictionary as often as it counts them. A theme has a name, three keywords and forty tagged passages, so it asks
for as many terms as any. Times are medians of five.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SENTENCES, TERMS, TAGGED, SEED = 60, 15, 40, 7


def main() -> None:
    if len(sys.argv) > 2:
        return measure(int(sys.argv[1]))
    articles = sys.argv[1] if len(sys.argv) > 1 else "1000"
    from tests.postgres import NoPostgres, postgres

    run(articles, {})
    try:
        with postgres() as address:
            run(articles, {"DATABASE_URL": address})
    except NoPostgres as why:
        print(f"PostgreSQL: {why}")
    return None


def run(articles: str, changes: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = os.environ | {"QUANDIAN_DATA": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"} | changes
        subprocess.run([sys.executable, __file__, articles, "here"], env=kept, check=True)


def measure(count: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from reader.text.segmentation import preload

    preload()
    call_command("migrate", verbosity=0)
    random.seed(SEED)
    project, user = scene()
    spent = [add(project, user, number) for number in range(count)]
    size_of = f"{count} articles, {sentences(project)} sentences, {postings(project)} rows"
    print(f"{connection.vendor}, {size_of}", flush=True)
    print(f"{'':40} {'elapsed':>13} {'processor':>13}")
    row("index one new text", middle(spent))
    print(f"{'index on disk, MB':40} {size(connection):10.1f}")
    themes = [theme(project, user, number) for number in range(6)]
    from annotations.suggestions.suggesting import suggest

    row("suggestions of one theme", median(lambda: suggest(project, themes[:1])))
    row("of one theme in one article", median(lambda: suggest(project, themes[:1], first(project))))
    row("of three themes", median(lambda: suggest(project, themes[:3])))
    row("of six themes", median(lambda: suggest(project, themes)))
    terms(project)


def terms(project) -> None:
    """New terms: one that few texts say, and one that many do."""
    from reader.articles import postings as articles_postings

    for label, word in (("rare", "三江口码头"), ("common", WORDS[0])):
        row(f"a {label} term settled", timed(partial(articles_postings.settle, project.pk, [word])))
        project.refresh_from_db()
        behind = articles_postings.behind(project).count()
        row(f"{behind} texts cut by it in the background", timed(lambda: articles_postings.catch_up(project.pk)))


def row(label: str, spent: "Spent") -> None:
    print(f"{label:40} {1000 * spent.elapsed:10.1f} ms {1000 * spent.processor:10.1f} ms", flush=True)


class Spent(NamedTuple):
    """Seconds on the wall, and of this process's processor: on a busy machine the two differ."""

    elapsed: float
    processor: float


def timed(act) -> Spent:
    started, own = time.perf_counter(), time.process_time()
    act()
    return Spent(time.perf_counter() - started, time.process_time() - own)


def median(act) -> Spent:
    return middle([timed(act) for _ in range(5)])


def middle(spent: list[Spent]) -> Spent:
    return Spent(*(statistics.median(part) for part in zip(*spent, strict=True)))


def scene():
    from django.contrib.auth.models import User

    from reader.projects import changing

    user = User.objects.create_user("chen")
    return changing.create(user, "一千篇"), user


WORDS: list[str] = []
UP_TO: list[int] = []


def words(count: int) -> list[str]:
    from reader.text.segmentation import _tokenizer

    if not WORDS:
        known = {word: times for word, times in _tokenizer().FREQ.items() if 1 < len(word) < 5 and times > 20}
        WORDS.extend(sorted(known, key=lambda word: -known[word]))
        UP_TO.extend(accumulate(known[word] for word in WORDS))
    return random.choices(WORDS, cum_weights=UP_TO, k=count)


def paragraph() -> list[str]:
    """The words of four sentences, their marks among them."""
    return [piece for _ in range(4) for piece in [*(part for word in words(TERMS) for part in (word, "的")), "。"]]


def add(project, user, number: int) -> Spent:
    """A text whose words are known; the time is that of indexing it, within the transaction."""
    from django.db import transaction

    from reader.articles import postings as articles_postings
    from reader.models import Article, TextVersion
    from reader.text.segmentation import DIGITS

    paragraphs = [paragraph() for _ in range(SENTENCES // 4)]
    blocks = [{"kind": "paragraph", "level": 0, "text": "".join(pieces)} for pieces in paragraphs]
    cut = "1".join("".join(DIGITS[len(piece)] for piece in pieces) for pieces in paragraphs)
    article = Article.objects.create(project=project, title=f"第{number}篇", added_by=user)
    text = "\n".join(block["text"] for block in blocks)
    fields = {"text": text, "blocks": blocks, "words": cut, "number": 1}
    article.version = TextVersion.objects.create(project=project, article=article, **fields)
    article.save(update_fields=["version"])
    with transaction.atomic():
        return timed(
            lambda: articles_postings.index(article.version, articles_postings.indexed_of(article.version, []))
        )


def theme(project, user, number: int):
    from annotations.models import Highlight, Tagging, Theme
    from reader.models import TextVersion

    made = Theme.objects.create(project=project, name="".join(words(2)) + str(number), keywords=words(3))
    versions = list(TextVersion.objects.filter(project=project).order_by("pk")[:TAGGED])
    for place, version in enumerate(versions):
        start, end = 0, version.text.index("。") + 1
        exact = {"start": start, "end": end, "exact": version.text[start:end]}
        where = {"project": project, "article_id": version.article_id, "version": version, "author": user}
        mark = Highlight.objects.create(uuid=UUID(int=number * 10_000 + place), **where, **exact)
        Tagging.objects.create(project=project, highlight=mark, theme=made, author=user)
    return made


def first(project) -> int:
    from reader.models import Article

    return Article.objects.filter(project=project).order_by("pk").first().pk


def sentences(project) -> int:
    from django.db.models import Sum

    from reader.models import Sentences

    return Sentences.objects.filter(project=project).aggregate(total=Sum("count"))["total"]


def postings(project) -> int:
    from reader.models import Posting

    return Posting.objects.filter(project=project).count()


def size(connection) -> float:
    """Of the index's two tables with their own indexes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
            tables = "pg_total_relation_size('reader_posting') + pg_total_relation_size('reader_sentences')"
            cursor.execute(f"SELECT {tables}")
        else:
            owned = "SELECT name FROM sqlite_master WHERE tbl_name IN ('reader_posting', 'reader_sentences')"
            cursor.execute(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({owned})")
        return cursor.fetchone()[0] / 2**20


if __name__ == "__main__":
    main()
