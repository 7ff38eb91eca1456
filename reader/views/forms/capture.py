"""What the capture page takes in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# How many addresses one batch takes.
AT_ONCE = 200


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
