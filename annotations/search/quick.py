"""What a few typed characters may mean: an article, a theme, or a page of the project."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from annotations.marks.queries import LATEST_FIRST
from annotations.models import Theme
from annotations.themes.queries import themes
from reader.access import may
from reader.articles import blocks
from reader.articles.queries import articles
from reader.models import Membership, Project
from reader.text.folding import fold
from reader.text.pinyin import sounds_like

MOST = 6


@dataclass(frozen=True)
class Goal:
    """Where one may go, and what that is in the reader's language."""

    kind: str
    name: str
    address: str


def goals(membership: Membership, typed: str) -> list[Goal]:
    """Pages and themes whose names have the characters or begin with their sounds, and articles by their titles."""
    wanted = fold(typed.strip())
    if not wanted:
        return []
    return [*_pages(membership, wanted), *_themes(membership.project, wanted), *_articles(membership.project, wanted)]


def _articles(project: Project, wanted: str) -> list[Goal]:
    titles = [block.article for block in blocks.holding(project, [wanted], titles=True) if wanted in block.text]
    found = articles(project).filter(pk__in=titles).order_by(*LATEST_FIRST)[:MOST]
    return [Goal(gettext("文章"), article.title, article.get_absolute_url()) for article in found]


def _themes(project: Project, wanted: str) -> list[Goal]:
    named: list[Theme] = [theme for theme in themes(project) if _named(theme.name, wanted)]
    return [Goal(gettext("主题"), theme.name, reverse("theme", args=[project.pk, theme.pk])) for theme in named[:MOST]]


def _pages(membership: Membership, wanted: str) -> list[Goal]:
    names = {
        "library": gettext("文章"),
        "notes": gettext("笔记"),
        "codebook": gettext("主题表"),
        "suggestions": gettext("候选句"),
        "terms": gettext("课题词表"),
        "exports": gettext("导出"),
        "project": gettext("成员与设置"),
    } | ({"capture": gettext("收文章"), "batches": gettext("成批收取")} if may(membership).edit else {})
    named = [(page, name) for page, name in names.items() if _named(name, wanted)]
    return [Goal(gettext("页面"), name, reverse(page, args=[membership.project_id])) for page, name in named[:MOST]]


def _named(name: str, wanted: str) -> bool:
    """By a part of the name, or by its sounds."""
    return wanted in fold(name) or sounds_like(name, wanted)
