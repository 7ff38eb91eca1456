"""What a query's fields ask: the articles whose title, source, author, day, themes, marks or notes are so."""

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime, time

from django.contrib.auth.models import User
from django.db.models import Q

from annotations.exports.document import SHANGHAI
from annotations.filters.queries import all_marks
from annotations.library.queries import about
from annotations.models import Theme
from annotations.search.language import Field, Refused
from annotations.search.matching import matches
from annotations.themes.queries import themes
from annotations.themes.tree import below
from reader.articles import blocks
from reader.articles.queries import articles
from reader.models import Project
from reader.people.names import name_of
from reader.text.folding import fold

YES, NO = ("是", "有", "yes", "1"), ("否", "无", "没有", "no", "0")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def holds(field: Field, text: str) -> bool:
    """Whether the words asked for are in the text."""
    return bool(matches(field.term, fold(text)))


def names(field: Field, name: str) -> bool:
    """Whether the words asked for are in the name, or the name itself where it was typed whole."""
    return fold(field.value) == fold(name) if field.whole else holds(field, name)


def articles_of(project: Project, field: Field) -> set[int]:
    """The ids of the undeleted articles of which the field is true. Refused: bad_value."""
    return ASKED[field.name](project, field)


def themes_of(project: Project, field: Field) -> set[int]:
    """The themes with the field's words in their name, and all below them."""
    known: list[Theme] = list(themes(project))
    named = [theme.pk for theme in known if names(field, theme.name)]
    return set().union(*(below(known, pk) for pk in named))


def people_of(project: Project, field: Field) -> set[int | None]:
    """Who has marks and the field's words in their name or user name."""
    authors = User.objects.filter(pk__in=all_marks(project).order_by().values("author"))
    return {user.pk for user in authors if names(field, name_of(user)) or names(field, user.get_username())}


def said(field: Field) -> bool:
    """Whether yes or no was asked for."""
    if field.value.lower() in YES + NO:
        return field.value.lower() in YES
    raise Refused("bad_value")


def days(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of 2024, 2024-01, 2024-01-05, or of "a..b" with either end left out."""
    first, dots, last = value.partition("..")
    if not dots:
        last = first
    if not first and not last:
        raise Refused("bad_value")
    return (_days(first)[0] if first else None), (_days(last)[1] if last else None)


def _title(project: Project, field: Field) -> set[int]:
    held = blocks.holding(project, field.term.runs, titles=True)
    return {block.article for block in held if matches(field.term, block.text)}


def _source(project: Project, field: Field) -> set[int]:
    found = articles(project).exclude(source="")
    named = [source for source in found.order_by().values_list("source", flat=True).distinct() if names(field, source)]
    return set(found.filter(source__in=named).values_list("pk", flat=True))


def _author(project: Project, field: Field) -> set[int]:
    written = articles(project).exclude(authors=[]).values_list("pk", "authors")
    return {pk for pk, authors in written if any(names(field, author["name"]) for author in authors)}


def _theme(project: Project, field: Field) -> set[int]:
    return set(articles(project).filter(about(project, themes_of(project, field))).values_list("pk", flat=True))


def _coder(project: Project, field: Field) -> set[int]:
    return _of_marks(project, Q(author__in=people_of(project, field)))


def _note(project: Project, field: Field) -> set[int]:
    noted = all_marks(project).exclude(note="").values_list("article", "note")
    return {article for article, note in noted if holds(field, note)}


def _quote(project: Project, field: Field) -> set[int]:
    return {article for article, exact in all_marks(project).values_list("article", "exact") if holds(field, exact)}


def _noted(project: Project, field: Field) -> set[int]:
    noted = _of_marks(project, ~Q(note=""))
    return noted if said(field) else set(articles(project).values_list("pk", flat=True)) - noted


def _repost(project: Project, field: Field) -> set[int]:
    return set(articles(project).filter(repost_of__isnull=not said(field)).values_list("pk", flat=True))


def _date(project: Project, field: Field) -> set[int]:
    first, last = days(field.value)
    found = articles(project).filter(published__isnull=False)
    if first:
        found = found.filter(published__gte=datetime.combine(first, time.min, SHANGHAI))
    if last:
        found = found.filter(published__lte=datetime.combine(last, time.max, SHANGHAI))
    return set(found.values_list("pk", flat=True))


ASKED: dict[str, Callable[[Project, Field], set[int]]] = {
    "title": _title,
    "source": _source,
    "author": _author,
    "theme": _theme,
    "coder": _coder,
    "note": _note,
    "quote": _quote,
    "noted": _noted,
    "repost": _repost,
    "date": _date,
}


def _of_marks(project: Project, wanted: Q) -> set[int]:
    return set(all_marks(project).filter(wanted).order_by().values_list("article", flat=True).distinct())


def _days(said: str) -> tuple[date, date]:
    found = _DAY.fullmatch(said)
    try:
        year, month, day = (int(part) if part else 0 for part in found.groups()) if found else (0, 0, 0)
        last = calendar.monthrange(year, month or 12)[1]
        return date(year, month or 1, day or 1), date(year, month or 12, day or last)
    except ValueError:
        raise Refused("bad_value") from None
