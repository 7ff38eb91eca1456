"""Two versions of an article's text, compared block by block."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from reader import access
from reader.articles import queries, versions
from reader.articles.differences import Difference, differences, pieces
from reader.articles.rows import blocks_of
from reader.extraction import Block
from reader.models import Article, TextVersion
from reader.text.pieces import TAGS, Piece
from reader.views.frame import project_page

KINDS = {
    "caption": _("图注"),
    "heading": _("标题"),
    "list": _("列表"),
    "note": _("注释"),
    "paragraph": _("段落"),
    "quote": _("引文"),
    "table": _("表格"),
}


@dataclass(frozen=True)
class Line:
    """A block before and after: its text in pieces, each with the element that tells what became of it; `became` how
    it is set now and was before, where that is otherwise."""

    kind: str
    pieces: tuple[tuple[str, str], ...]
    became: tuple[str, str] | None = None


@dataclass(frozen=True)
class Stretch:
    """Neighbouring blocks: all the same, or none."""

    same: bool
    lines: tuple[Line, ...]


@require_safe
@login_required
def comparison(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project)
    found = queries.article(membership.project, article)
    after = _asked(request, "after", found, found.current.number)
    before = _asked(request, "before", found, max(after.number - 1, 1))
    changes = differences(*(blocks_of(versions.rows(one)) for one in (before, after)))
    return project_page(
        request,
        membership,
        "reader/comparison.html",
        article=found,
        before=before,
        after=after,
        stretches=_stretches(changes),
        changed=sum(one.kind != "same" for one in changes),
    )


def _asked(request: HttpRequest, name: str, found: Article, otherwise: int) -> TextVersion:
    said = request.GET.get(name, str(otherwise))
    if not (said.isdecimal() and len(said) < 9):
        raise Http404
    return queries.version(found, int(said))


def _stretches(changes: list[Difference]) -> list[Stretch]:
    grouped = groupby(changes, key=lambda one: one.kind == "same")
    return [Stretch(same, tuple(map(_line, group))) for same, group in grouped]


def _line(one: Difference) -> Line:
    if one.before is None or one.after is None:
        return Line(one.kind, tuple((TAGS[one.kind], block.text) for block in (one.before, one.after) if block))
    reset = one.before.kind != one.after.kind
    became = (str(KINDS[one.before.kind]), str(KINDS[one.after.kind])) if reset else None
    return Line(one.kind, tuple((TAGS[piece.kind], piece.text) for piece in _pieces(one.before, one.after)), became)


def _pieces(before: Block, after: Block) -> list[Piece]:
    return [Piece("same", after.text)] if before.text == after.text else pieces(before.text, after.text)
