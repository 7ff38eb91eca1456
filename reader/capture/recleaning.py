"""Cleaning one article of a batch anew, or taking that back. The text version and what the item says of it are written
together: a worker may be killed at any moment, and the item is begun again."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404

from reader.articles import queries as articles_queries
from reader.capture import queries
from reader.capture.holding import State, finish, refusal
from reader.cleaning import recleaning
from reader.cleaning.captures import Cleaned
from reader.cleaning.correcting import CleaningRefused, Seen, cleaned_anew, locked, prepare_again
from reader.extraction import ExtractionError
from reader.models import Article, BatchItem

log = logging.getLogger(__name__)


class Overtaken(Exception):
    """Another worker has taken the item over; nothing of this one's work stays."""


def clean(item: BatchItem) -> None:
    """Clean the item's article by the present rules. Cleaning happens before anything is held."""
    try:
        article = _article(item)
        recleaning.check(article)
        anew = _cleaned_anew(article)
        prepared = recleaning.prepare(article, anew)
        with _held(item, article) as held:
            report = recleaning.apply(held, anew, item.batch.made_by, prepared)
            _finish(item, State.DONE if report else State.SAME, report)
    except (CleaningRefused, ExtractionError) as refused:
        finish(item, State.PASSED, refusal=refusal(refused))


def take_back(item: BatchItem) -> None:
    """Let the item's article say again what it said before it was cleaned anew."""
    try:
        article = _article(item)
        prepared = prepare_again(article, item.report["before"]) if "before" in item.report else None
        with _held(item, article) as held:
            _finish(item, State.DONE, recleaning.take_back(held, item.report, item.batch.made_by, prepared))
            queries.cleaned_by(item).update(state=State.UNDONE)
    except CleaningRefused as refused:
        finish(item, State.PASSED, report={}, refusal=refusal(refused))


@contextmanager
def _held(item: BatchItem, article: Article) -> Iterator[Article]:
    try:
        with locked(Seen(item.project, article.pk, article.current.number)) as held:
            yield held
    except Overtaken:
        log.info("item %s of batch %s went to another worker", item.pk, item.batch_id)
    except Http404 as gone:
        raise CleaningRefused("in_bin") from gone


def _article(item: BatchItem) -> Article:
    try:
        return articles_queries.article(item.project, item.article_id or 0)
    except Http404 as gone:
        raise CleaningRefused("in_bin") from gone


def _cleaned_anew(article: Article) -> Cleaned:
    try:
        return cleaned_anew(article)
    except Http404 as gone:
        raise CleaningRefused("no_original") from gone


def _finish(item: BatchItem, state: State, report: recleaning.Report) -> None:
    if not finish(item, state, report=report):
        raise Overtaken
