"""Marks, memos and themes that have what is asked in their words."""

from bisect import bisect_right
from collections.abc import Callable

from annotations.filters.queries import all_marks, in_text_order, rows
from annotations.models import Highlight, Memo, Tagging, Theme
from annotations.search import columns
from annotations.search.language import Field, Query, Term, fields, truth
from annotations.search.matching import matches
from annotations.themes.queries import themes
from reader.articles import blocks
from reader.models import Project
from reader.text.folding import fold

Mark = tuple[int, int, int | None, str, str]


def marks(project: Project, query: Query) -> list[int]:
    """The ids of the marks whose quote or note has what is asked, in text order."""
    listed = in_text_order(all_marks(project)).values_list("pk", "article", "author", "exact", "note")
    true = _of_marks(project, query)
    return [mark[0] for mark in listed if true(mark)]


def mark_rows(project: Project, ids: list[int]) -> list[tuple[Highlight, str]]:
    """The marks with all that a note is shown with, in text order, each with the address of its paragraph."""
    shown = rows(project, all_marks(project).filter(pk__in=ids), 0, len(ids))
    starts = blocks.starts(project, [mark.version_id for mark in shown])
    return [(mark, _address(mark, bisect_right(starts[mark.version_id], mark.start))) for mark in shown]


def _address(mark: Highlight, paragraph: int) -> str:
    """A mark of an older text has no paragraph in the one that is shown."""
    return mark.article.get_absolute_url() + (f"#p{paragraph}" if paragraph else "")


def memos(project: Project, query: Query) -> list[Memo]:
    """The memos that have what is asked in their text."""
    there = Memo.objects.filter(project=project).exclude(text="").select_related("article", "theme")
    kept = there.filter(article=None) | there.filter(article__project=project, article__deleted=None)
    true = _of_text(query)
    return [memo for memo in kept if true(fold(memo.text))]


def named_themes(project: Project, query: Query) -> list[Theme]:
    """The themes that have what is asked in their name or definition."""
    true = _of_text(query)
    return [one for one in themes(project) if true(fold(f"{one.name}\n{one.definition}"))]


def _of_text(query: Query) -> Callable[[str], bool]:
    """Of a folded text; fields are of none."""
    return truth(query.root, lambda node: lambda text: isinstance(node, Term) and bool(matches(node, text)))


def _of_marks(project: Project, query: Query) -> Callable[[Mark], bool]:
    asked = {one: _asked(project, one) for one in fields(query.root)}
    return truth(query.root, lambda node: asked[node] if isinstance(node, Field) else _said(node))


def _said(term: Term) -> Callable[[Mark], bool]:
    """In the quote or the note."""
    return lambda mark: bool(matches(term, fold(mark[3])) or (mark[4] and matches(term, fold(mark[4]))))


def _asked(project: Project, field: Field) -> Callable[[Mark], bool]:
    """What a field asks of a mark itself, where it asks of marks; else of its article."""
    if field.name == "quote":
        return lambda mark: columns.holds(field, mark[3])
    if field.name == "note":
        return lambda mark: columns.holds(field, mark[4])
    if field.name == "noted":
        wanted = columns.said(field)
        return lambda mark: bool(mark[4]) == wanted
    if field.name == "coder":
        people = columns.people_of(project, field)
        return lambda mark: mark[2] in people
    if field.name == "theme":
        tagged = Tagging.objects.filter(project=project, theme__in=columns.themes_of(project, field))
        marked = set(tagged.values_list("highlight", flat=True))
        return lambda mark: mark[0] in marked
    articles = columns.articles_of(project, field)
    return lambda mark: mark[1] in articles
