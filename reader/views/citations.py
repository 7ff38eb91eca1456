"""How the project cites, and of what kind an article is in the list of sources."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reader import access
from reader.articles import queries
from reader.views.forms.projects import ArticleCitationForm, ProjectCitationForm


@require_POST
@login_required
def project_citation(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "edit")
    form = ProjectCitationForm(request.POST, instance=membership.project)
    if form.is_valid():
        membership.project.save(update_fields=["citation"])
        messages.success(request, _("引文著录方式已改。"))
    else:
        messages.error(request, _("没有这种著录方式。"))
    return redirect("project", project)


@require_POST
@login_required
def article_citation(request: HttpRequest, project: int, article: int) -> HttpResponse:
    """Keep the reader's kind; an empty one leaves it to the source line and the address again."""
    membership = access.member(request.user, project, "edit")
    found = queries.article(membership.project, article)
    if ArticleCitationForm(request.POST, instance=found).is_valid():
        found.save(update_fields=["citation_kind"])
    else:
        messages.error(request, _("没有这种文献类型。"))
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, request.get_host()) else found.get_absolute_url())
