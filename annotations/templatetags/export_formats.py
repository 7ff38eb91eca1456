"""{% export_formats as formats %}: what the export menu offers. {% export_news as news %}: how far the person's
exports are."""

from dataclasses import dataclass
from datetime import timedelta

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from annotations.exporting import queries
from annotations.exports import FORMATS
from annotations.models import Export

register = template.Library()
# How long a finished export is announced to whoever opens a page.
ANNOUNCED = timedelta(minutes=5)


@dataclass(frozen=True)
class Choice:
    label: str
    address: str


@register.simple_tag(takes_context=True)
def export_formats(context: Context) -> list[Choice]:
    """Looked up once: it is on every page of a project, twice on an article's."""
    first, *_ = FORMATS
    before = reverse("export", args=[context["project"].pk, first]).removesuffix(f"{first}/")
    return [Choice(gettext(format.label), f"{before}{name}/") for name, format in FORMATS.items()]


@dataclass(frozen=True)
class News:
    row: Export
    label: str


@register.simple_tag(takes_context=True)
def export_news(context: Context) -> list[News]:
    """Nothing is looked up for those who have none in this project: it is on every page."""
    session, membership = context["request"].session, context.get("membership")
    if not membership or session.get(queries.EXPORTING) != membership.project_id:
        return []
    found = queries.news(membership, timezone.now() - ANNOUNCED)[:3]
    news = [News(row, gettext(FORMATS[row.format].label)) for row in found]
    if not news:
        del session[queries.EXPORTING]
    return news
