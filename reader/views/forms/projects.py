"""What the reader app's pages take in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reader.models import Article, Membership, Project

# How many addresses one batch takes.
AT_ONCE = 200


class AccountForm(UserCreationForm):
    """The owner's account, on the first page. Saving is left to first_account.create."""

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username",)


class ProjectForm(forms.ModelForm):
    class Meta:
        model = Project
        fields = ("name",)


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


class UrlForm(forms.Form):
    # A plain text field: each address is judged, with a sentence for each fault, where it is fetched.
    url = forms.CharField(
        label=_("文章的网址"),
        help_text=_("一行一个，可以一次贴许多个。"),
        widget=forms.Textarea({"rows": 3, "placeholder": "https://", "autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_url(self) -> list[str]:
        """The addresses, each once, in their order."""
        urls = list(dict.fromkeys(self.cleaned_data["url"].split()))
        if len(urls) > AT_ONCE:
            raise ValidationError(_("一次最多 %(count)d 个网址，请分几次收。"), params={"count": AT_ONCE})
        if any(len(url) > 2000 for url in urls):
            raise ValidationError(_("有的网址太长了，最多 2000 个字符。"))
        return urls


class ReceiveForm(forms.Form):
    """A page as the reader's browser shows it."""

    html = forms.CharField(strip=False, widget=forms.HiddenInput)
    url = forms.URLField(max_length=2000, assume_scheme="https", widget=forms.HiddenInput)

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if not url.lower().startswith(("http://", "https://")):
            raise ValidationError(_("这不是 http 或 https 开头的网址。"))
        return url


class PasteForm(forms.Form):
    title = forms.CharField(label=_("标题（可不填）"), max_length=300, required=False)
    text = forms.CharField(
        label=_("正文或网页源代码"), strip=False, widget=forms.Textarea({"rows": 14, "spellcheck": "false"})
    )
    url = forms.URLField(label=_("原文地址（可不填）"), max_length=2000, required=False, assume_scheme="https")


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files of one input; cleans to a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        one = super().clean
        return [one(item, initial) for item in data or [None]]


class UploadForm(forms.Form):
    files = FilesField(  # type: ignore[assignment]  # Form.files is the request's, and stays so.
        label=_("要上传的文件"),
        allow_empty_file=True,
        widget=FilesInput({"accept": ".html,.htm,.mhtml,.mht,.txt,.md,.docx,.pdf,.zip,text/html,text/plain"}),
    )


class TitleForm(forms.Form):
    """The title under which the whole text of a page is kept, in which no article was found."""

    title = forms.CharField(label=_("标题"), max_length=300)


class WholeForm(TitleForm):
    """Which text that is, when it waits for the reader's word."""

    token = forms.CharField(max_length=64)


class RowsField(forms.Field):
    """Places of rows, given as often as there are rows; cleans to a list of numbers."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> list[int]:
        if not all(str(one).isdecimal() and len(str(one)) < 9 for one in value or ()):
            raise ValidationError(_("没有这一段。"))
        return [int(one) for one in value or ()]


class RecordChangeForm(forms.Form):
    """One change of a cleaning: what to do, on which version, to which rows or back to which number."""

    act = forms.ChoiceField(choices=[(act, act) for act in ("clean", "redo", "restore", "return", "strike", "undo")])
    version = forms.IntegerField(min_value=1, max_value=10**9)
    row = RowsField(required=False)
    number = forms.IntegerField(min_value=1, max_value=10**9, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        needed = {"restore": "row", "strike": "row", "return": "number"}.get(data.get("act", ""))
        if needed and not data.get(needed):
            raise ValidationError(_("没有说要改哪一段。"))
        return data
