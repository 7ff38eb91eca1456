"""The reads of corrections and of choices for a site."""

from django.db.models import QuerySet
from django.http import Http404

from reader.articles.queries import articles
from reader.models import (
    Article,
    Correction,
    Project,
    SiteChoice,
)


def corrections(found: Article) -> QuerySet[Correction]:
    """What readers said of the article's metadata, oldest first."""
    mine = Correction.objects.filter(project=found.project_id, article=found)
    return mine.select_related("made_by").order_by("pk")


def site_choices(project: Project) -> QuerySet[SiteChoice]:
    """The project's choices for whole sites, by site, oldest first: of two that fit a row the later counts."""
    return SiteChoice.objects.filter(project=project).select_related("made_by").order_by("pk")


def site_choice(project: Project, choice_id: int) -> SiteChoice:
    found = site_choices(project).filter(pk=choice_id).first()
    if found is None:
        raise Http404
    return found


def same_choice(wanted: SiteChoice) -> bool:
    """Whether another choice of the project speaks of the same rows."""
    same = site_choices(wanted.project).filter(host=wanted.host, how=wanted.how, words=wanted.words)
    return same.exclude(pk=wanted.pk).exists()


def articles_from(project: Project, host: str) -> QuerySet[Article]:
    """Undeleted articles whose address holds the host, with their versions; which of them are of that site is for
    reader.site_choices to say."""
    return articles(project).filter(url__icontains=host, version__project=project).select_related("version")
