"""What the page of an article's pages takes in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reader.views.forms.capture import FilesField, FilesInput
from reader.views.forms.record import RowsField

ACTS = ("address", "arrange", "fetch", "files")


class PagesForm(forms.Form):
    """One change of an article's pages: what to do, on which version, with which files, address or order."""

    act = forms.ChoiceField(choices=[(act, act) for act in ACTS])
    version = forms.IntegerField(min_value=1, max_value=10**9)
    page = RowsField(required=False)
    url = forms.CharField(label=_("下一页的网址"), max_length=2000, required=False)
    files = FilesField(  # type: ignore[assignment]  # Form.files is the request's, and stays so.
        label=_("存下来的下一页"),
        required=False,
        allow_empty_file=True,
        widget=FilesInput({"accept": ".html,.htm,.mhtml,.mht,.txt,.md,.zip,text/html,text/plain"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        wanted = {"address": "url", "files": "files"}.get(data.get("act", ""))
        if wanted and not any(data.get(wanted) or ()):
            self.add_error(wanted, ValidationError(_("这个字段是必填项。")))
        return data

    @property
    def place(self) -> str | None:
        """Where an error of the act is told."""
        return {"address": "url", "files": "files"}.get(self.cleaned_data.get("act", ""))
