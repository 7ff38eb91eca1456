"""An article's metadata: where each field came from, and the form that corrects it."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reader import access
from reader.access import signed_in
from reader.articles import queries as articles_queries
from reader.cleaning import correcting
from reader.cleaning import metadata as fields
from reader.cleaning import queries as cleaning_queries
from reader.extraction import ExtractionError
from reader.models import Article, Correction, Membership
from reader.views.forms.record import MetadataForm
from reader.views.frame import project_page
from reader.wording import in_words


@dataclass(frozen=True)
class Told:
    """One field: its inputs, where its value was read, and the correction that counts, where there is one."""

    name: str
    inputs: tuple[BoundField, ...]
    origin: str
    correction: Correction | None


@login_required
def metadata(request: HttpRequest, project: int, article: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit" if request.method == "POST" else "read")
    found = articles_queries.article(membership.project, article)
    if request.method != "POST":
        return _page(request, membership, found, MetadataForm.of(found))
    form = MetadataForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, found, form, 422)
    with transaction.atomic():
        held = articles_queries.locked_article(membership.project, article)
        changed = fields.correct(held, signed_in(request), form.said(held))
    messages.success(request, _("已更正；重新清理也会留住。") if changed else _("和现在一样，没有改动。"))
    return redirect("metadata", project, article)


def _page(
    request: HttpRequest, membership: Membership, found: Article, form: MetadataForm, status: int = 200
) -> HttpResponse:
    context = {"article": found, "rows": told(found, form), "history": cleaning_queries.corrections(found).reverse()}
    return project_page(request, membership, "reader/metadata.html", status, form=form, **context)


def told(article: Article, form: MetadataForm) -> list[Told]:
    corrected = fields.corrected(article)
    return [
        Told(
            name,
            tuple(form[column] for column in columns if column in form.fields),
            fields.origin_label(article, name),
            corrected.get(name),
        )
        for name, columns in fields.FIELDS.items()
    ]


@require_POST
@login_required
def metadata_release(request: HttpRequest, project: int, article: int) -> HttpResponse:
    """Let the page's own word count again for one field."""
    membership = access.member(request.user, project, "edit")
    articles_queries.article(membership.project, article)
    try:
        with transaction.atomic():
            held = articles_queries.locked_article(membership.project, article)
            fields.release(held, signed_in(request), request.POST.get("field", ""), correcting.cleaned_anew(held).page)
    except ExtractionError as error:
        messages.error(request, in_words(error))
    return redirect("metadata", project, article)
