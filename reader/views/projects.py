"""Projects, and the members they have."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from reader import access
from reader.access import may, signed_in
from reader.invitations import queries as invitations
from reader.models import Membership
from reader.projects import changing, queries
from reader.views.forms.invitations import InvitationForm
from reader.views.forms.projects import DeleteProjectForm, ProjectCitationForm, ProjectForm, RoleForm
from reader.views.frame import project_page


@login_required
def project_list(request: HttpRequest) -> HttpResponse:
    form = ProjectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(changing.create(signed_in(request), form.cleaned_data["name"]))
    counts = queries.article_counts(signed_in(request))
    rows = [
        {
            "project": membership.project,
            "role": membership.get_role_display(),
            "articles": counts.get(membership.project_id, 0),
        }
        for membership in queries.memberships(signed_in(request))
    ]
    return render(request, "reader/projects.html", {"rows": rows, "form": form})


def settings_page(request: HttpRequest, membership: Membership, status: int = 200, **more: object) -> HttpResponse:
    project = membership.project
    context = {
        "rename_form": ProjectForm(instance=project),
        "citation_form": ProjectCitationForm(instance=project),
        "invitation_form": InvitationForm(),
        "invitations": invitations.standing(project) if may(membership).own else (),
        "delete_form": DeleteProjectForm(project=project),
        "members": queries.members(project),
        "roles": Membership.Role.choices,
    }
    return project_page(request, membership, "reader/project.html", status, **(context | more))


@require_safe
@login_required
def project(request: HttpRequest, project: int) -> HttpResponse:
    return settings_page(request, access.member(request.user, project))


@require_POST
@login_required
def project_rename(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "own")
    form = ProjectForm(request.POST, instance=membership.project)
    if not form.is_valid():
        membership.project.refresh_from_db()
        return settings_page(request, membership, 422, rename_form=form)
    form.save()
    messages.success(request, _("课题已改名。"))
    return redirect("project", project)


@require_POST
@login_required
def project_delete(request: HttpRequest, project: int) -> HttpResponse:
    membership = access.member(request.user, project, "own")
    form = DeleteProjectForm(request.POST, project=membership.project)
    if not form.is_valid():
        return settings_page(request, membership, 422, delete_form=form)
    membership.project.delete()
    messages.success(request, _("课题“%(name)s”已删除。") % form.cleaned_data)
    return redirect("projects")


def _other_member(membership: Membership, user: int) -> Membership:
    found = queries.members(membership.project).filter(user=user).first()
    if found is None:
        raise Http404
    return found


@require_POST
@login_required
def member_change(request: HttpRequest, project: int, user: int) -> HttpResponse:
    other = _other_member(access.member(request.user, project, "own"), user)
    form = RoleForm(request.POST)
    try:
        if form.is_valid():
            changing.change_role(other, form.cleaned_data["role"])
            messages.success(request, _("%(name)s 的角色已修改。") % {"name": other.user})
        else:
            messages.error(request, _("没有这个角色。"))
    except changing.LastOwner:
        messages.error(request, _("课题至少要有一位负责人。"))
    return redirect("project", project)


@require_POST
@login_required
def member_remove(request: HttpRequest, project: int, user: int) -> HttpResponse:
    other = _other_member(access.member(request.user, project, "own"), user)
    try:
        changing.remove_member(other)
    except changing.LastOwner:
        messages.error(request, _("课题至少要有一位负责人。"))
        return redirect("project", project)
    messages.success(request, _("%(name)s 不再是成员；其圈点保留。") % {"name": other.user})
    leaving = other.user_id == request.user.pk
    return redirect("projects") if leaving else redirect("project", project)
