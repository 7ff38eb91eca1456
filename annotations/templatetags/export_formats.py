"""{% export_formats as formats %}: what the export menu offers."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from annotations.exports import FORMATS

register = template.Library()

# The formats' own modules are pure and cannot mark their labels for translation.
LABELS = (
    _("CSV 引文表"),
    _("Excel 引文表"),
    _("Markdown（Obsidian）"),
    _("Markdown（Obsidian，每篇文章、每个主题一个文件）"),
    _("PDF"),
    _("REFI-QDA 主题表"),
    _("REFI-QDA 课题（NVivo、MAXQDA、ATLAS.ti）"),
    _("W3C Web Annotation（JSON-LD）"),
    _("Word 文档（只有引文）"),
    _("Word 文档（带批注）"),
    _("文献 BibTeX"),
    _("文献 CSL-JSON（Zotero）"),
    _("文献 RIS（EndNote、NoteExpress）"),
    _("网页（单个文件，可打印）"),
)


@dataclass(frozen=True)
class Choice:
    name: str
    label: str


@register.simple_tag
def export_formats() -> list[Choice]:
    return [Choice(name, gettext(format.label)) for name, format in FORMATS.items()]
