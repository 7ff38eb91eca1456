"""Marks put where the server keeps them, for tests about what comes after marking."""

from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction

from annotations.marks import editing
from annotations.marks.mark import Mark
from annotations.models import Highlight, Theme
from reader.capture.importing import make_version
from reader.extraction import Block, Page
from reader.models import Article, Membership


def put(quote, *themes, note="", by="chen"):
    """The first place of the sample that says so, marked by a member."""
    article = Article.objects.get()
    text = article.version.text
    start = text.index(quote)
    end = start + len(quote)
    ids = tuple(Theme.objects.get(name=name).pk for name in themes)
    context = (text[max(0, start - 32) : start], text[end : end + 32])
    mark = Mark(article.version_id, start, end, quote, *context, note, ids)
    editing.put(Membership.objects.get(user__username=by), uuid4(), article, mark, None)


def quotes():
    """What is marked, in text order."""
    return list(Highlight.objects.filter(deleted=None).values_list("exact", flat=True))


@transaction.atomic
def rewrite(quote, text="这一段全部另写了。"):
    """A new version of the sample, in which the paragraph with the quote says something else."""
    article = Article.objects.get()
    texts = [text if quote in block["text"] else block["text"] for block in article.version.blocks]
    blocks = tuple(Block("paragraph", text) for text in texts)
    make_version(article, Page(title="", blocks=blocks), User.objects.get(username="chen"))
