"""What the reader app's pages take in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User
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


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("角色"), choices=Membership.Role.choices)
