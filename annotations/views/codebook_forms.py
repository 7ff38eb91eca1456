"""What the codebook's pages take in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from annotations.limits import DEPTH, NAME_LENGTH
from annotations.models import COLOURS, Theme
from annotations.refusals import Refusal
from annotations.themes import making
from annotations.themes.tree import in_order, path

LONGEST = 5000


def _choices(themes: list[Theme], levels: int = DEPTH) -> list[tuple[str, str]]:
    by_id = {theme.pk: theme for theme in themes}
    paths = [(str(theme.pk), path(theme, by_id)) for theme in in_order(themes)]
    return [(key, " / ".join(names)) for key, names in paths if len(names) <= levels]


class NewThemeForm(forms.Form):
    name = forms.CharField(label=_("名称"), max_length=NAME_LENGTH)
    parent = forms.ChoiceField(label=_("上级"), required=False)

    def __init__(self, *args: Any, themes: list[Theme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", _("（没有上级）")), *_choices(themes, DEPTH - 1)]  # type: ignore[attr-defined]

    def parent_id(self) -> int | None:
        chosen = self.cleaned_data["parent"]
        return int(chosen) if chosen else None


class _Paragraphs(forms.CharField):
    def __init__(self, rows: int, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=LONGEST, widget=forms.Textarea({"rows": rows}), **kwargs)


class EntryForm(forms.Form):
    """A theme's entry in the codebook."""

    name = forms.CharField(label=_("名称"), max_length=NAME_LENGTH)
    definition = _Paragraphs(3, label=_("定义"))
    use_when = _Paragraphs(2, label=_("何时用"))
    avoid_when = _Paragraphs(2, label=_("何时不用"))
    keywords = forms.CharField(
        label=_("关键词"), required=False, max_length=LONGEST, help_text=_("用逗号或顿号分开。它们也作这个课题的词。")
    )
    colour = forms.TypedChoiceField(
        label=_("颜色"),
        coerce=int,
        choices=[(slot, slot) for slot in range(1, COLOURS + 1)],
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, theme: Theme) -> "EntryForm":
        written = ("name", "definition", "use_when", "avoid_when", "colour")
        fields = {field: getattr(theme, field) for field in written}
        return cls(initial=fields | {"keywords": "、".join(theme.keywords)})

    def clean_keywords(self) -> tuple[str, ...]:
        try:
            return making.keywords(self.cleaned_data["keywords"])
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def description(self, theme: Theme) -> making.Description:
        """What was said; a colour from elsewhere stays until another one is chosen."""
        colour = self.cleaned_data["colour"]
        foreign = theme.foreign_colour if colour == theme.colour else ""
        return making.Description(**self.cleaned_data, foreign_colour=foreign)


class TargetForm(forms.Form):
    """Which theme to merge into."""

    target = forms.ChoiceField(label=_("并入"))

    def __init__(self, *args: Any, themes: list[Theme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = _choices(themes)  # type: ignore[attr-defined]
