"""What the pages around the cleaning record take in: corrections of metadata, choices for a site."""

import re
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reader.cleaning.metadata import FIELDS, Values, values_of
from reader.cleaning.record import rule_label
from reader.extraction import RULES
from reader.models import Article, SiteChoice

_AUTHOR = re.compile(r"(?P<name>[^（(]+)(?:[（(](?P<affiliation>.*)[)）])?")
# How a time is written, and how exactly it is then known.
PUBLISHED = {"%Y-%m-%d": "day", "%Y-%m-%d %H:%M": "minute", "%Y-%m-%d %H:%M:%S": "second"}


class ListField(forms.CharField):
    """Several names in one line, parted by `parting`; cleans to a list."""

    def __init__(self, *args: Any, parting: str, joint: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parting, self.joint = parting, joint

    def prepare_value(self, value: Any) -> Any:
        return self.joint.join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [one.strip() for one in re.split(self.parting, super().clean(value)) if one.strip()]


class MetadataForm(forms.Form):
    """Every field of an article's metadata, as a reader writes it."""

    title = forms.CharField(label=_("标题"), max_length=300)
    source = forms.CharField(label=_("来源"), max_length=200, required=False)
    authors = forms.CharField(
        label=_("作者"),
        required=False,
        max_length=2000,
        help_text=_("一行一位，单位写在括号里：林一（临江日报）"),
        widget=forms.Textarea({"rows": 2}),
    )
    published = forms.CharField(
        label=_("发表时间"), required=False, max_length=19, help_text=_("2024-05-18，或 2024-05-18 08:30，或带秒")
    )
    editor = forms.CharField(label=_("责编"), max_length=100, required=False)
    channel = ListField(label=_("频道"), max_length=500, required=False, parting="[›>»]", joint=" › ")
    original_title = forms.CharField(label=_("原标题"), max_length=300, required=False)
    overline = forms.CharField(label=_("引题"), max_length=300, required=False)
    subtitle = forms.CharField(label=_("副题"), max_length=300, required=False)
    document_number = forms.CharField(label=_("发文字号"), max_length=100, required=False)
    document_date = forms.DateField(
        label=_("成文日期"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    issuer = forms.CharField(label=_("发文机关"), max_length=200, required=False)
    keywords = ListField(label=_("关键词"), max_length=500, required=False, parting="[、,，;；]", joint="、")
    print_paper = forms.CharField(label=_("报纸"), max_length=100, required=False)
    print_date = forms.DateField(
        label=_("见报日期"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    print_page = forms.CharField(label=_("版次"), max_length=20, required=False)
    url = forms.URLField(label=_("原文地址"), max_length=2000, required=False, assume_scheme="https")

    @classmethod
    def of(cls, article: Article) -> "MetadataForm":
        """The form as it stands for the article now."""
        now = {column: getattr(article, column) for columns in FIELDS.values() for column in columns}
        return cls(initial=now | {"authors": _written(article.authors), "published": _said(article)})

    def clean_authors(self) -> list[dict]:
        lines = [line.strip() for line in self.cleaned_data["authors"].splitlines() if line.strip()]
        found = [match for line in lines if (match := _AUTHOR.fullmatch(line))]
        if len(found) != len(lines):
            raise ValidationError(_("没有看懂作者，请写成“姓名（单位）”，一行一位。"))
        return [{"name": one["name"].strip(), "affiliation": (one["affiliation"] or "").strip()} for one in found]

    def clean_published(self) -> list:
        """The time and how exactly it is known."""
        said = self.cleaned_data["published"].strip()
        if not said:
            return [None, ""]
        for form, precision in PUBLISHED.items():
            try:
                return [datetime.strptime(said, form).replace(tzinfo=timezone.get_current_timezone()), precision]
            except ValueError:
                continue
        raise ValidationError(_("没有看懂时间，请写成 2024-05-18 08:30 的样子。"))

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if url and not url.lower().startswith(("http://", "https://")):
            raise ValidationError(_("这不是 http 或 https 开头的网址。"))
        return url

    def said(self, article: Article) -> Values:
        """What a valid form says, field by field. A time shown shorter than it is known is not thereby changed."""
        data = self.cleaned_data
        columns = data | dict(zip(FIELDS["published"], data["published"], strict=True))
        said = {field: [columns[column] for column in names] for field, names in FIELDS.items()}
        return values_of(article) | {field: said[field] for field in said if field not in self._unchanged(article)}

    def _unchanged(self, article: Article) -> set[str]:
        return {"published"} if self.data.get("published", "").strip() == _said(article) else set()


def _said(article: Article) -> str:
    written = {precision: form for form, precision in PUBLISHED.items()}
    if not article.published:
        return ""
    return timezone.localtime(article.published).strftime(written[article.published_precision or "minute"])


def _written(authors: list[dict]) -> str:
    return "\n".join(f"{one['name']}（{one['affiliation']}）" if one["affiliation"] else one["name"] for one in authors)


def told(article: Article) -> list[tuple[str, str, str]]:
    """The fields that are known, each with its label and its value in words."""
    form = MetadataForm.of(article)
    rows = []
    for field, columns in FIELDS.items():
        values = [str(form[column].value()) for column in columns if column in form.fields and form[column].value()]
        if values:
            rows.append((field, str(form[columns[0]].label), " ".join(values)))
    return rows


class ChoiceForm(forms.ModelForm):
    """“Always do this on this site.”"""

    class Meta:
        model = SiteChoice
        fields = ("host", "action", "how", "words")
        widgets = {"words": forms.TextInput}

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """A rule is shown by its name in the reader's language, as the record shows it."""
        said = super().get_initial_for_field(field, field_name)
        by_rule = field_name == "words" and self.initial.get("how") == SiteChoice.How.RULE
        return rule_label(said) if by_rule else said

    def clean_host(self) -> str:
        host = self.cleaned_data["host"].strip().lower().rstrip(".")
        if not re.fullmatch(r"[\w-]+(\.[\w-]+)+", host):
            raise ValidationError(_("请写网站的域名，比如 news.example.cn。"))
        return host

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("how") == SiteChoice.How.RULE:
            data["words"] = self._rule(data.get("words", ""))
            if not data["words"]:
                self.add_error("words", _("没有这条清理规则。"))
            if data.get("action") == SiteChoice.Action.STRIKE:
                self.add_error("action", _("规则清掉的段只能恢复。"))
        elif data.get("how") != SiteChoice.How.WHOLE and len(data.get("words", "")) < 2:
            self.add_error("words", _("至少要两个字，不然会动到太多段。"))
        return data

    @staticmethod
    def _rule(said: str) -> str:
        """The cleaning rule of this name, or itself named in code; "" for neither."""
        return next((rule for rule in RULES if said in (rule, rule_label(rule))), "")


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
