"""The codebook of a project: its tree, new themes, the lock, undo."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annotations import access
from annotations.codebook import queries as codebook_queries
from annotations.codebook import settled as codebook_settled
from annotations.models import Theme
from annotations.refusals import Refusal
from annotations.themes import making
from annotations.themes import queries as themes_queries
from annotations.themes.tree import siblings
from annotations.undoing import steps
from annotations.views.codebook_forms import NewThemeForm
from reader.access import member
from reader.models import Membership
from reader.projects.queries import members
from reader.views.frame import project_page

# The pages that show the codebook's undo too.
BACK = ("search", "terms", "unplaced")


@dataclass(frozen=True)
class Branch:
    """A theme of the tree with how much it was used, and what hangs under it."""

    theme: Theme
    counts: codebook_queries.Counts
    branches: "list[Branch]"

    @property
    def classes(self) -> str:
        return f"branch t{self.theme.colour}{' archived' if self.theme.archived else ''}"


@require_safe
@login_required
def codebook_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    themes = list(themes_queries.themes(membership.project))
    settled, stacks = themes_queries.codebook(membership.project), steps.stacks(membership, None)
    return project_page(
        request,
        membership,
        "annotations/codebook.html",
        branches=tree(themes, codebook_queries.counts(membership.project), None),
        settled=settled,
        may_add=access.may_add(membership, settled),
        # Alone there is nobody to lock out; a lock that is there can always be opened.
        may_lock=settled.locked or members(membership.project).count() > 1,
        form=NewThemeForm(themes=themes),
        undo=bool(stacks.done),
        redo=bool(stacks.undone),
        total=len(themes),
    )


def tree(themes: list[Theme], counts: dict[int, codebook_queries.Counts], parent: int | None) -> list[Branch]:
    """What hangs under the parent, level by level."""
    return [
        Branch(theme, counts.get(theme.pk, codebook_queries.Counts()), tree(themes, counts, theme.pk))
        for theme in siblings(themes, parent)
    ]


def attempt(request: HttpRequest, act: Callable[[], object], done: str = "") -> bool:
    """Do it and say so, or say why it cannot be done."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    if done:
        messages.success(request, done)
    return True


@require_POST
@login_required
def theme_add(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project, "mark")
    form = NewThemeForm(request.POST, themes=list(themes_queries.themes(membership.project)))
    access.require_add(membership, themes_queries.codebook(membership.project))
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("codebook", project)
    try:
        making.create(membership, form.cleaned_data["name"], form.parent_id())
    except making.DuplicateTheme as twin:
        messages.error(request, _("已有同名的主题，就是这一个。"))
        return redirect("theme", project, twin.theme.pk)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("codebook", project)
    # The next name can be typed at once: the field that is gone to has the focus.
    return redirect(reverse("codebook", args=[project]) + "#id_name")


@require_POST
@login_required
def codebook_lock(request: HttpRequest, project: int) -> HttpResponse:
    codebook_settled.lock(member(request.user, project, "edit"), request.POST.get("locked") == "1")
    return redirect("codebook", project)


@require_POST
@login_required
def codebook_undo(request: HttpRequest, project: int) -> HttpResponse:
    return _step(request, member(request.user, project, "mark"), steps.undo)


@require_POST
@login_required
def codebook_redo(request: HttpRequest, project: int) -> HttpResponse:
    return _step(request, member(request.user, project, "mark"), steps.redo)


def _step(request: HttpRequest, membership: Membership, step: Callable[..., steps.Reversed]) -> HttpResponse:
    attempt(request, lambda: messages.success(request, step(membership, None).message))
    back = request.POST.get("back")
    return redirect(back if back in BACK else "codebook", membership.project_id)
