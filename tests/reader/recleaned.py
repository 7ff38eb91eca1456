"""A page as older rules left it and as better ones do, and what tests of cleaning anew ask of a batch."""

from dataclasses import replace
from datetime import UTC, datetime

from reader.capture import batches, queries
from reader.cleaning.correcting import Seen
from reader.extraction import Block, Page, Removed

FIRST, SECOND = "小巷是孩子们放学后的第一个去处。", "修好它，要先问问住在这里的人。"
PAGE = Page(
    title="把小巷修成客厅",
    source="临江日报",
    published=datetime(2024, 5, 18, 0, 30, tzinfo=UTC),
    published_precision="minute",
    blocks=tuple(Block("paragraph", text) for text in (FIRST, SECOND, "扫一扫，关注我们")),
    rules={"title": "heading", "source": "line_above"},
)
BETTER = replace(
    PAGE,
    blocks=PAGE.blocks[:2],
    removed=(Removed("qr_code", "扫一扫，关注我们", "paragraph", 2),),
    source="临江晚报",
    published=datetime(2024, 5, 19, 0, 30, tzinfo=UTC),
    rules={"title": "heading", "source": "line_below"},
)


def clean(project, user, *articles):
    return batches.clean(project, user, [article.pk for article in articles])


def states(batch):
    return list(queries.items(batch).values_list("state", flat=True))


def why(batch):
    return queries.items(batch).get().refusal["template"]


def seen(article):
    article.refresh_from_db()
    return Seen(article.project, article.pk, article.version.number)


def texts(article):
    article.refresh_from_db()
    return article.version.text.split("\n")
