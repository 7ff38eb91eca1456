"""Inviting people into a project, and coming in."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from reader import access
from reader.access import signed_in
from reader.invitations import accepting, inviting, misses, queries
from reader.invitations.accepting import State
from reader.models import Invitation
from reader.people.first_account import MODEL_BACKEND
from reader.projects import queries as projects
from reader.server.client_address import client_address
from reader.views.forms.invitations import InvitationForm, JoiningForm
from reader.views.projects import settings_page

REFUSALS = {
    State.USED: gettext_lazy("这份邀请已经用过了：每份只能用一次。"),
    State.WITHDRAWN: gettext_lazy("这份邀请已经撤回。"),
    State.EXPIRED: gettext_lazy("这份邀请已经过期：每份 7 天内有效。"),
    State.TRIED: gettext_lazy("用这份邀请建账号，试错的次数太多，它不能再用了。"),
}


@require_POST
@login_required
@never_cache
def member_add(request: HttpRequest, project: int) -> HttpResponse:
    """Nobody is added: the answer shows a link, this once, by which somebody comes in."""
    membership = access.member(request.user, project, "own")
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return settings_page(request, membership, 422, invitation_form=form)
    if projects.members(membership.project).filter(user__username=form.cleaned_data["username"]).exists():
        messages.info(request, _("%(username)s 已经是成员；要改角色，请在名单里改。") % form.cleaned_data)
        return redirect("project", project)
    try:
        token = inviting.invite(membership.project, by=signed_in(request), **form.cleaned_data)
    except inviting.TooMany:
        form.add_error(None, _("没有接受的邀请已经有 %(count)s 份；先撤回几份。") % {"count": inviting.LIMIT})
        return settings_page(request, membership, 422, invitation_form=form)
    link = request.build_absolute_uri(reverse("join", args=[token]))
    return settings_page(request, membership, 201, link=link, link_for=form.cleaned_data["username"])


@require_POST
@login_required
def invitation_withdraw(request: HttpRequest, project: int, invitation: int) -> HttpResponse:
    membership = access.member(request.user, project, "own")
    found = queries.standing(membership.project).filter(pk=invitation).first()
    if found is None:
        raise Http404
    if inviting.withdraw(found):
        messages.success(request, _("邀请已撤回，链接不能再用。"))
    else:
        messages.info(request, _("邀请刚刚被接受了。"))
    return redirect("project", project)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """The invitation as its holder sees it. A token that never was is told nothing, and counted."""
    address = client_address(request) or ""
    if misses.too_many(address):
        return _refused(request, _("打不开的邀请链接试得太多。请等 15 分钟再试。"), 429)
    invitation = queries.by_token(token)
    if invitation is None:
        misses.note(address)
        raise Http404
    if request.user.is_authenticated and projects.is_member(invitation.project, signed_in(request)):
        return render(request, "reader/join_member.html", {"joined": invitation.project})
    found = accepting.state(invitation)
    if found is not State.STANDS:
        return _refused(request, REFUSALS[found])
    if request.method != "POST":
        return _shown(request, invitation, JoiningForm(invitation=invitation))
    return _as_oneself(request, invitation) if request.user.is_authenticated else _as_new(request, invitation)


def _as_oneself(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    try:
        accepting.accept(invitation, signed_in(request))
    except accepting.NotStanding as late:
        return _refused(request, REFUSALS[late.state])
    except accepting.NotForYou:
        return _shown(request, invitation, status=403)
    return _joined(request, invitation)


def _as_new(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = JoiningForm(request.POST, invitation=invitation)
    if not form.is_valid():
        return _failed(request, invitation, form)
    user = form.save(commit=False)
    try:
        accepting.accept(invitation, user)
    except accepting.NotStanding as late:
        return _refused(request, REFUSALS[late.state])
    except IntegrityError:
        form.add_error("username", _("已有这个用户名。"))
        return _failed(request, invitation, form)
    login(request, user, MODEL_BACKEND)
    return _joined(request, invitation)


def _failed(request: HttpRequest, invitation: Invitation, form: JoiningForm) -> HttpResponse:
    accepting.failed(invitation)
    return _shown(request, invitation, form, 422)


def _joined(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    joined = {"project": invitation.project, "role": invitation.get_role_display()}
    messages.success(request, _("你已加入“%(project)s”，角色是%(role)s。") % joined)
    return redirect(invitation.project)


def _shown(
    request: HttpRequest, invitation: Invitation, form: JoiningForm | None = None, status: int = 200
) -> HttpResponse:
    for_them = request.user.is_authenticated and accepting.is_for(invitation, signed_in(request))
    return render(
        request, "reader/join.html", {"invitation": invitation, "form": form, "for_them": for_them}, status=status
    )


def _refused(request: HttpRequest, sentence: object, status: int = 410) -> HttpResponse:
    return render(request, "reader/join_refused.html", {"sentence": sentence}, status=status)
