"""After an upgrade the open proposals of the articles there are are derived anew, in the background, some at a time."""

import logging
from typing import Any

from django.db import transaction

from annotations.themes import proposing, queries
from reader.articles import queries as articles_queries
from reader.models import Article, Project
from reader.text.themes import EDITION

# At each look of the worker: a few seconds of its time, and as many short transactions.
_AT_ONCE = 100

logger = logging.getLogger(__name__)


def renew_some(**_: Any) -> None:
    """The next articles that are behind; called by whatever runs the queue, now and then."""
    left = _AT_ONCE
    for project in Project.objects.all():
        if left > 0:
            left -= renew(project, left)


def renew(project: Project, most: int) -> int:
    """Derive the themes of so many of the project's articles anew; how many it were. What was decided stays."""
    articles = list(queries.behind(project, EDITION)[:most])
    for article in articles:
        _renew(article)
    return len(articles)


def _renew(article: Article) -> None:
    """One text that cannot be read must not hold up the others: it is told of, and not tried again."""
    try:
        derived = proposing.derive_from(article.project, proposing.basis_of(articles_queries.current_version(article)))
        with transaction.atomic():
            held = queries.locked_article(article.project, article.pk)
            if held and held.version:
                proposing.propose(held.version, derived)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        logger.exception("could not derive the themes of article %s", article.pk)
        proposing.note(article)
