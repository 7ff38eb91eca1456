"""The project's own words: where they come from, what they change in its texts, adding and removing them."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annotations.codebook import terms
from annotations.codebook.term_uses import Use, tried, uses
from annotations.refusals import Refusal
from annotations.themes import queries
from annotations.undoing import steps
from annotations.views.codebook import attempt
from annotations.views.paging import asked_page
from reader.access import member
from reader.articles import postings
from reader.models import Membership
from reader.views.frame import project_page

PER_PAGE = 30
# So many words are looked for in the texts at once; the others are added without.
TRIED = 5


@dataclass(frozen=True)
class Row:
    term: terms.Term
    use: Use


@dataclass(frozen=True)
class Trial:
    """Words that are looked at before they are added, with what each would change; or why one cannot be a term."""

    written: str
    uses: tuple[tuple[str, Use], ...] = ()
    refusal: str = ""


@require_safe
@login_required
def terms_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    held = terms.terms(membership.project)
    page = asked_page(request, held, PER_PAGE)
    known = uses(membership.project, [term.word for term in page])
    stacks = steps.stacks(membership, None)
    settled = queries.codebook(membership.project)
    return project_page(
        request,
        membership,
        "annotations/terms.html",
        page=page,
        rows=[Row(term, known.get(term.word, Use())) for term in page],
        total=len(held),
        withheld=sorted(set(settled.withheld) & terms.automatic(queries.themes(membership.project)).keys()),
        waiting=postings.behind(membership.project).count(),
        trial=_trial(membership, request.GET.get("word", "")),
        undo=bool(stacks.done),
        redo=bool(stacks.undone),
    )


def _trial(membership: Membership, written: str) -> Trial | None:
    if not written.strip() or "\0" in written:
        return None
    try:
        words = terms.words_in(written)
    except Refusal as refusal:
        return Trial(written, refusal=str(refusal))
    return Trial("、".join(words), tuple((word, tried(membership.project, word)) for word in words[:TRIED]))


@require_POST
@login_required
def terms_change(request: HttpRequest, project: int) -> HttpResponse:
    """One of vocabulary.ACTS on a word; `old` is the word that another one takes the place of."""
    membership = member(request.user, project, "edit")
    act, word, old = (request.POST.get(name, "") for name in ("act", "word", "old"))
    if act not in terms.ACTS:
        raise Http404
    given = (word, old) if act == "change" else (word,)
    done = _("已改词表。文章在后台重新分词，读者暂时看到原来的断词。")
    attempt(request, lambda: terms.edit(membership, act, *given), done)
    return redirect("terms", project)
