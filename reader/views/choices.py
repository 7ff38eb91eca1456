"""“Always do this on this site”: the project's choices, listed, made, edited, removed, applied."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from reader import access
from reader.access import signed_in
from reader.articles import queries as articles_queries
from reader.articles import versions
from reader.articles.rows import RULES as READER_RULES
from reader.cleaning import queries as cleaning_queries
from reader.cleaning import site_choices
from reader.cleaning.record import rule_label
from reader.extraction.addresses import host_of
from reader.models import Membership, Project, SiteChoice
from reader.views.forms.record import ChoiceForm
from reader.views.frame import project_page


@require_safe
@login_required
def choice_list(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project)
    rows = [(choice, in_words(choice)) for choice in cleaning_queries.site_choices(membership.project)]
    return project_page(request, membership, "reader/choices.html", choices=rows)


@login_required
def choice_new(request: HttpRequest, project: int) -> HttpResponse:
    """A choice to be: suggested by a row of an article, previewed as its fields stand, kept when it is sent."""
    membership = access.member(request.user, project, "edit")
    wanted = SiteChoice(project=membership.project, made_by=signed_in(request))
    if request.method == "POST":
        return _keep(request, membership, wanted)
    if "host" in request.GET:
        return _page(request, membership, ChoiceForm(request.GET, instance=wanted))
    return _page(request, membership, ChoiceForm(initial=_suggested(request, membership.project), instance=wanted))


@login_required
def choice(request: HttpRequest, project: int, choice: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    wanted = cleaning_queries.site_choice(membership.project, choice)
    if request.method == "POST":
        return _keep(request, membership, wanted)
    return _page(request, membership, ChoiceForm(request.GET if "host" in request.GET else None, instance=wanted))


@require_POST
@login_required
def choice_apply(request: HttpRequest, project: int, choice: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    count = site_choices.apply(cleaning_queries.site_choice(membership.project, choice), signed_in(request))
    sentence = ngettext("改了 %(count)d 篇早先的文章。", "改了 %(count)d 篇早先的文章。", count)
    messages.success(request, sentence % {"count": count})
    return redirect("choice", project, choice)


@require_POST
@login_required
def choice_delete(request: HttpRequest, project: int, choice: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    cleaning_queries.site_choice(membership.project, choice).delete()
    messages.success(request, _("已去掉；以后收的文章不再这样。早先的文章可以在清理记录里重新清理。"))
    return redirect("choices", project)


def in_words(choice: SiteChoice) -> str:
    named = rule_label(choice.words) if choice.how == SiteChoice.How.RULE else choice.words
    return f"{choice.get_how_display()}“{named}”"


def _keep(request: HttpRequest, membership: Membership, wanted: SiteChoice) -> HttpResponse:
    form = ChoiceForm(request.POST, instance=wanted)
    if not form.is_valid():
        return _page(request, membership, form, 422)
    if cleaning_queries.same_choice(wanted):
        form.add_error("words", _("这个网站已经有了同样的一条。"))
        return _page(request, membership, form, 422)
    kept = form.save()
    messages.success(request, _("已记住；以后从这个网站收的文章都会这样。"))
    return redirect("choice", membership.project_id, kept.pk)


def _page(request: HttpRequest, membership: Membership, form: ChoiceForm, status: int = 200) -> HttpResponse:
    wanted = form.instance
    asked = form.is_valid() if form.is_bound else bool(wanted.pk)
    articles = site_choices.affected(wanted) if asked else []
    return project_page(
        request,
        membership,
        "reader/choice.html",
        status,
        form=form,
        choice=cleaning_queries.site_choice(membership.project, wanted.pk) if wanted.pk else None,
        asked=asked,
        pending=bool(wanted.pk and not form.is_bound),
        affected=articles[: site_choices.AT_ONCE],
        affected_count=len(articles),
    )


def _suggested(request: HttpRequest, project: Project) -> dict:
    """A choice that would do to its site what the reader is about to do, or did, to a row of an article."""
    numbers = [request.GET.get(name, "") for name in ("article", "row")]
    if not all(said.isdecimal() and len(said) < 10 for said in numbers):
        return {}
    article = articles_queries.article(project, int(numbers[0]))
    rows = versions.rows(article.current)
    host = host_of(article.url)
    if int(numbers[1]) >= len(rows):
        return {"host": host}
    row = rows[int(numbers[1])]
    by_rule = bool(row.rule) and row.rule not in READER_RULES
    restored = row.kept and request.GET.get("action") == SiteChoice.Action.RESTORE
    how = SiteChoice.How.RULE if by_rule else SiteChoice.How.WHOLE
    return {
        "host": host,
        "action": "restore" if by_rule or restored else "strike",
        "how": how,
        "words": row.rule if by_rule else row.text[:300],
    }
