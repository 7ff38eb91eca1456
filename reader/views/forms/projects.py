"""What the reader app's pages take in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, UserCreationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reader.models import Article, Membership, Project
from reader.text.direction import one_line, straight

PASSWORD_HELP = _("至少 8 个字符，不能只有数字，不能是常见的密码，也不要和姓名、用户名相像。几个词连起来最好记。")


class NameForm(forms.ModelForm):
    """What a person is called in their projects."""

    first_name = forms.CharField(
        label=_("姓名"),
        max_length=60,
        required=False,
        help_text=_("课题里别人这样称呼你；不填就用用户名。"),
        widget=forms.TextInput({"autocomplete": "name"}),
    )

    class Meta:
        model = User
        fields = ("first_name",)

    def clean_first_name(self) -> str:
        return one_line(self.cleaned_data["first_name"])

    def save(self, commit: bool = True) -> User:
        """The whole name stands in one field: Chinese names have no first and last one to be turned round."""
        self.instance.last_name = ""
        return super().save(commit)


class AccountForm(NameForm, UserCreationForm):
    """The owner's account, on the first page. Saving is left to first_account.create."""

    field_order = ("first_name", "username", "password1", "password2")

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("first_name", "username")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = _("登录时用：汉字、字母、数字和 @ . + - _。")
        self.fields["username"].widget.attrs["autofocus"] = False
        self.fields["password1"].help_text = PASSWORD_HELP
        self.fields["password2"].help_text = ""


class NewPasswordForm(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = PASSWORD_HELP
        self.fields["new_password2"].help_text = ""


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


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("角色"), choices=Membership.Role.choices)
