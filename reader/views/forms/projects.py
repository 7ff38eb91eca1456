"""What the reader app's pages take in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reader.models import Article, Membership, Project
from reader.text.direction import straight


class AccountForm(UserCreationForm):
    """The owner's account, on the first page. Saving is left to first_account.create."""

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username",)


class ProjectForm(forms.ModelForm):
    class Meta:
        model = Project
        fields = ("name",)

    def clean_name(self) -> str:
        name = straight(self.cleaned_data["name"]).strip()
        if not name:
            raise ValidationError(_("课题要有名称。"))
        return name


class ProjectCitationForm(forms.ModelForm):
    class Meta:
        model = Project
        fields = ("citation",)


class ArticleCitationForm(forms.ModelForm):
    class Meta:
        model = Article
        fields = ("citation_kind",)


class DeleteProjectForm(forms.Form):
    """Deletes only after the project's name has been typed."""

    name = forms.CharField(
        label=_("输入课题名称以确认"), max_length=80, widget=forms.TextInput({"autocomplete": "off"})
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project

    def clean_name(self) -> str:
        if self.cleaned_data["name"] != self.project.name:
            raise ValidationError(_("与课题名称不一致，没有删除。"))
        return self.cleaned_data["name"]


class MemberForm(forms.Form):
    """A member to be: an account that exists, or a new one with its first password."""

    username = forms.CharField(
        label=_("用户名"), max_length=150, validators=User._meta.get_field("username").validators
    )
    role = forms.ChoiceField(label=_("角色"), choices=Membership.Role.choices, initial=Membership.Role.CODER)
    password = forms.CharField(
        label=_("初始密码"),
        required=False,
        strip=False,
        help_text=_("只在新建账号时填写；对方登录后可以自己修改。"),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        user = User.objects.filter(username=data.get("username")).first()
        if user and data.get("password"):
            self.add_error("password", _("这个账号已经存在，不用填密码。"))
        if not user and "username" in data:
            self._check_new_account(data["username"], data.get("password", ""))
        return data | {"user": user}

    def _check_new_account(self, username: str, password: str) -> None:
        if not password:
            self.add_error("username", _("没有这个账号。要新建，请同时填写初始密码。"))
            return
        try:
            validate_password(password, User(username=username))
        except ValidationError as error:
            self.add_error("password", error)

    def user(self) -> User:
        """The account of a valid form, made when it is new."""
        found = self.cleaned_data["user"]
        return found or User.objects.create_user(self.cleaned_data["username"], password=self.cleaned_data["password"])


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("角色"), choices=Membership.Role.choices)
