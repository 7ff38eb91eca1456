"""What the pages of invitations take in."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from reader.models import Invitation, Membership
from reader.views.forms.projects import AccountForm


class InvitationForm(forms.Form):
    """A role, and whose account it must be. Whether there is an account of that name is not told."""

    role = forms.ChoiceField(label=_("角色"), choices=Membership.Role.choices, initial=Membership.Role.CODER)
    username = forms.CharField(
        label=_("用户名"),
        max_length=150,
        required=False,
        validators=User._meta.get_field("username").validators,
        help_text=_("不填，谁拿到链接谁就能加入，只限一人；填了，只有这个用户名的账号能用。"),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none"}),
    )

    def clean_username(self) -> str:
        return User.normalize_username(self.cleaned_data["username"])


class JoiningForm(AccountForm):
    """The account of somebody who was invited. Saving is left to accepting.accept."""

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if invitation.username:
            self.fields["username"].disabled = True
            self.initial["username"] = invitation.username
