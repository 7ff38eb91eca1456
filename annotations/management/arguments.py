"""The notes page's filter as options of a command."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandError
from django.http import QueryDict

from annotations.filters import queries
from annotations.filters.filter import Filter, FilterForm
from annotations.models import Theme
from annotations.themes.tree import path
from reader.management.arguments import user_of
from reader.models import Project

# Option, the filter's field, what argparse is told besides.
OPTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("--article", "article", {"metavar": "ID", "help": "只要这篇文章的"}),
    ("--theme", "theme", {"metavar": "主题", "help": "只要这个主题和它的子主题的：编号、名称，或“上级 / 名称”"}),
    ("--alone", "alone", {"action": "store_true", "help": "不含子主题"}),
    ("--untagged", "untagged", {"action": "store_true", "help": "只要没有主题的"}),
    ("--person", "person", {"metavar": "用户", "help": "只要这个人圈点的"}),
    ("--source", "source", {"metavar": "来源", "help": "只要这个来源的文章的"}),
    ("--dated", "dated", {"choices": ["marked", "published"], "help": "日期是圈点的还是发表的，不写是圈点的"}),
    ("--since", "since", {"metavar": "YYYY-MM-DD", "help": "从这一天"}),
    ("--until", "until", {"metavar": "YYYY-MM-DD", "help": "到这一天"}),
    ("--note", "note", {"choices": ["with", "without"], "help": "只要有批注的，或没有批注的"}),
    ("--text", "text", {"metavar": "字", "help": "引文或批注里有这些字"}),
)


def add_filter(parser: ArgumentParser) -> None:
    for option, _field, told in OPTIONS:
        parser.add_argument(option, **told)


def filter_of(project: Project, options: Mapping[str, Any]) -> Filter:
    """The filter the options ask for; CommandError (2) where one makes no sense."""
    given = {field: options[field] for _option, field, _told in OPTIONS if options[field]}
    if "theme" in given:
        given["theme"] = _theme(project, given["theme"]).pk
    if "person" in given:
        given["person"] = user_of(given["person"]).pk
    query = QueryDict(mutable=True)
    query.update({field: str(value) for field, value in given.items()})
    form = FilterForm(query)
    if not form.is_valid():
        wrong = "、".join(f"--{field}" for field in form.errors)
        raise CommandError(
            f"看不懂 {wrong}：{'；'.join(str(errors[0]) for errors in form.errors.values())}", returncode=2
        )
    return Filter(**{name: value for name, value in form.cleaned_data.items() if value})


def _theme(project: Project, meant: str) -> Theme:
    themes = queries.themes(project)
    by_id = {theme.pk: theme for theme in themes}
    named = [theme for theme in themes if meant in (str(theme.pk), theme.name, " / ".join(path(theme, by_id)))]
    if len(named) == 1:
        return named[0]
    if not named:
        raise CommandError(f"课题“{project}”里没有主题“{meant}”。", returncode=2)
    listed = "、".join(f"{theme.pk}（{' / '.join(path(theme, by_id))}）" for theme in named)
    raise CommandError(f"“{meant}”不止指一个主题，请用编号：{listed}", returncode=2)
