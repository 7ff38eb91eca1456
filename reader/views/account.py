"""Accounts: the first one, one's own name and password."""

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from reader.access import signed_in
from reader.people import first_account
from reader.people.first_account import MODEL_BACKEND
from reader.views.forms.projects import AccountForm, NameForm, NewPasswordForm


def welcome(request: HttpRequest) -> HttpResponse:
    """Make the owner's account. As soon as there is one, this page is gone."""
    if not first_account.wanted():
        raise Http404
    form = AccountForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "reader/welcome.html", {"form": form})
    user = form.save(commit=False)
    try:
        project = first_account.create(user)
    except first_account.AlreadySetUp as late:
        raise Http404 from late
    login(request, user, MODEL_BACKEND)
    return redirect(project)


@login_required
def account(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST or None, instance=signed_in(request))
    if request.method != "POST" or not form.is_valid():
        return render(request, "reader/account.html", {"form": form})
    form.save()
    messages.success(request, _("姓名已改。"))
    return redirect("account")


@login_required
def password(request: HttpRequest) -> HttpResponse:
    form = NewPasswordForm(signed_in(request), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "reader/password.html", {"form": form})
    update_session_auth_hash(request, form.save())
    messages.success(request, _("密码已修改。"))
    return redirect("home")
