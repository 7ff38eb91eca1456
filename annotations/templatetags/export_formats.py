"""{% export_form as offered %}: what can be exported from this page, and as what. {% export_news as news %}: how far
the person's exports are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from annotations.exporting import queries
from annotations.exports import FORMATS
from annotations.filters.filter import Filter
from annotations.models import Export
from reader.models import Article

register = template.Library()
# How long a finished export is announced to whoever opens a page.
ANNOUNCED = timedelta(minutes=5)
# The formats that stand first, with what each is for.
FIRST = {
    "docx": _("交上去、打印：全文、批注，引文按主题"),
    "xlsx": _("一行一条引文，筛选、排序、统计"),
    "markdown": _("放进 Obsidian 接着写"),
    "pdf": _("定稿传阅：有目录，处处可点"),
}


@dataclass(frozen=True)
class Scope:
    """Which notes: `query` is their filter as the notes page's address has it."""

    label: str
    query: str


@dataclass(frozen=True)
class Choice:
    name: str
    label: str
    purpose: str = ""


@dataclass(frozen=True)
class Offered:
    """The first of each is what is meant unless something else is chosen."""

    scopes: tuple[Scope, ...]
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]


@register.simple_tag(takes_context=True)
def export_form(context: Context) -> Offered:
    first = tuple(Choice(name, gettext(FORMATS[name].label), str(purpose)) for name, purpose in FIRST.items())
    more = tuple(Choice(name, gettext(format.label)) for name, format in FORMATS.items() if name not in FIRST)
    return Offered(tuple(_scopes(context.get("article"), context.get("filters"))), first, more)


def _scopes(article: Any, wanted: Any) -> Iterator[Scope]:
    if isinstance(article, Article) and article.version_id and not article.deleted:
        yield Scope(gettext("这篇文章的笔记"), Filter(article=article.pk).query)
    if isinstance(wanted, Filter) and wanted.narrows:
        yield Scope(gettext("这里筛出来的"), wanted.query)
    yield Scope(gettext("整个课题的笔记"), "")


@dataclass(frozen=True)
class News:
    row: Export
    label: str


@register.simple_tag(takes_context=True)
def export_news(context: Context) -> list[News]:
    """Nothing is looked up for those who have none in this project: it is on every page."""
    session, membership = context["request"].session, context.get("membership")
    if not membership or session.get(queries.EXPORTING) != membership.project_id:
        return []
    found = queries.news(membership, timezone.now() - ANNOUNCED)[:3]
    news = [News(row, gettext(FORMATS[row.format].label)) for row in found]
    if not news:
        del session[queries.EXPORTING]
    return news
