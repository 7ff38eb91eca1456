"""The pages of an article: shown in their order, added, fetched, moved, taken out."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _

from reader import access
from reader.access import signed_in
from reader.articles import queries, versions
from reader.articles.versions import Absent
from reader.capture import grouping
from reader.capture import pages as capture_pages
from reader.capture.fetching import FetchError, fetch
from reader.cleaning import captures
from reader.cleaning.correcting import CleaningRefused, Seen
from reader.extraction import ExtractionError
from reader.models import Article, Membership, Snapshot
from reader.views.forms.pages import PagesForm
from reader.views.frame import project_page
from reader.wording import in_words


@dataclass(frozen=True)
class Listed:
    """A page of the article with its number, and the orders in which it stands one higher, or is left out."""

    snapshot: Snapshot
    number: int
    rows: int
    higher: tuple[int, ...]
    without: tuple[int, ...]


@login_required
def pages(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit" if request.method == "POST" else "read")
    found = queries.article(membership.project, article)
    if request.method != "POST":
        return _page(request, membership, found, PagesForm())
    form = PagesForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, membership, found, form, 422)
    try:
        ACTS[form.cleaned_data["act"]](request, Seen(membership.project, found.pk, form.cleaned_data["version"]), form)
    except (CleaningRefused, ExtractionError, FetchError) as refused:
        form.add_error(form.place, in_words(refused))
        return _page(request, membership, queries.article(membership.project, article), form, 422)
    return redirect("pages", project, article)


def _page(
    request: HttpRequest, membership: Membership, found: Article, form: PagesForm, status: int = 200
) -> HttpResponse:
    extent = versions.extent(found.current)
    snapshots = {page.position: page for page in queries.snapshots(found)}
    positions = extent.positions
    return project_page(
        request,
        membership,
        "reader/article_pages.html",
        status,
        article=found,
        version=found.current,
        form=form,
        listed=[
            Listed(snapshots[page.position], number, page.rows, *_orders(positions, number - 1))
            for number, page in enumerate(extent.pages, 1)
            if page.position in snapshots
        ],
        aside=[page for position, page in snapshots.items() if position not in positions],
        positions=positions,
        absent=[(one, said(one)) for one in extent.absent],
        lacking=len(extent.lacking),
    )


def _orders(positions: list[int], at: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    others = [*positions[:at], *positions[at + 1 :]]
    return (*others[: at - 1], positions[at], *others[at - 1 :]) if at else (), tuple(others)


def said(one: Absent) -> str:
    """Why the page is not here, in the reader's language."""
    return gettext(one.template) % one.parameters if one.template else ""


def _add_files(request: HttpRequest, seen: Seen, form: PagesForm) -> None:
    came: list[captures.Capture] = []
    for file in filter(None, form.cleaned_data["files"]):
        apart = grouping.taken_apart(file.read(), file.name)
        came += apart.captures
        for name, error in apart.refused:
            messages.error(request, f"{file.name}/{name}：{in_words(error)}")
    capture_pages.add(seen, signed_in(request), came)
    messages.success(request, _("已接上。"))


def _add_address(request: HttpRequest, seen: Seen, form: PagesForm) -> None:
    fetched = fetch(form.cleaned_data["url"])
    came = captures.Capture(fetched.data, fetched.url, fetched.content_type)
    capture_pages.add(seen, signed_in(request), [came])
    messages.success(request, _("已接上。"))


def _fetch(request: HttpRequest, seen: Seen, form: PagesForm) -> None:
    lacking = capture_pages.fetch_absent(seen, signed_in(request))
    if not lacking:
        messages.success(request, _("各页都接上了。"))
        return
    sentence = ngettext("还有 %(count)d 页没有取到。", "还有 %(count)d 页没有取到。", len(lacking)) % {
        "count": len(lacking)
    }
    messages.warning(request, f"{sentence}{said(lacking[0])}")


def _arrange(request: HttpRequest, seen: Seen, form: PagesForm) -> None:
    capture_pages.arrange(seen, signed_in(request), form.cleaned_data["page"])


Act = Callable[[HttpRequest, Seen, PagesForm], None]
ACTS: dict[str, Act] = {"address": _add_address, "arrange": _arrange, "fetch": _fetch, "files": _add_files}
