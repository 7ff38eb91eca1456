"""Every read of the reader app. Each query names its project, so that projects stay apart."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import (
    Exists,
    F,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
)
from django.http import Http404
from django.shortcuts import get_object_or_404

from reader.models import (
    Article,
    Progress,
    Project,
    Snapshot,
    TextBand,
    TextVersion,
)

# What shares a band with so many that are not its repost is a form, and looked for no further.
MOST_ALIKE = 200


def articles(project: Project) -> QuerySet[Article]:
    return Article.objects.filter(project=project, deleted=None)


def deleted_articles(project: Project) -> QuerySet[Article]:
    return Article.objects.filter(project=project, deleted__isnull=False).order_by("-deleted")


def article(project: Project, article_id: int) -> Article:
    """The undeleted article with its current text version, or 404."""
    found = articles(project).select_related("version").filter(pk=article_id).first()
    if found is None:
        raise Http404
    return found


def opened(project: Project, article_id: int, user: User) -> Article:
    """As `article`, with the block where the person left off as `read_to`, None before they have begun, and whether it
    is `reposted`."""
    mine = Progress.objects.filter(project=project, article=OuterRef("pk"), user=user.pk)
    again = articles(project).filter(repost_of=OuterRef("pk"))
    shown = articles(project).select_related("version")
    shown = shown.annotate(read_to=Subquery(mine.values("block")[:1]), reposted=Exists(again))
    return get_object_or_404(shown, pk=article_id)


def locked_article(project: Project, article_id: int) -> Article:
    """As `article`, its row locked: those who make versions of it take turns. Called inside a transaction."""
    article(project, article_id)
    return Article.objects.select_for_update().get(project=project, pk=article_id)


def deleted_article(project: Project, article_id: int) -> Article:
    found = deleted_articles(project).filter(pk=article_id).first()
    if found is None:
        raise Http404
    return found


def all_articles(project: Project) -> QuerySet[Article]:
    """Every article, those in the bin too, with its text."""
    return _with_text(project).order_by("pk")


def reposts(found: Article) -> QuerySet[Article]:
    """The undeleted articles whose first appearance this one is, with their texts."""
    return reposts_named(found).filter(version__project=found.project_id).select_related("version")


def reposts_named(found: Article) -> QuerySet[Article]:
    """As `reposts`, without what their texts say."""
    return Article.objects.filter(project=found.project_id, deleted=None, repost_of=found).order_by("published", "pk")


def first_appearances(project: Project, found: Iterable[Article]) -> dict[int, Article]:
    """The articles of which these are reposts, by id."""
    wanted = {article.repost_of_id for article in found} - {None}
    return articles(project).in_bulk(list(wanted)) if wanted else {}


def sharing_a_band(found: Article) -> QuerySet[Article]:
    """Undeleted articles that are no reposts and whose text may be the same, with it."""
    mine = TextBand.objects.filter(project=found.project_id, article=found).values_list("value", flat=True)
    return sharing(found.project_id, list(mine), found)


def sharing(project: int, bands: Iterable[int], apart: Article | None) -> QuerySet[Article]:
    """Undeleted articles but for this one that are no reposts and have one of the bands, with their texts."""
    like = TextBand.objects.filter(project=project, value__in=list(bands)).exclude(article=apart)
    first = like.filter(article__project=project, article__deleted=None, article__repost_of=None)
    alike = list(first.order_by("article").values_list("article", flat=True).distinct()[:MOST_ALIKE])
    return _with_text(project).filter(pk__in=alike)


def _with_text(project: Project | int) -> QuerySet[Article]:
    return Article.objects.filter(project=project, version__project=project).select_related("version")


def versions(found: Article) -> QuerySet[TextVersion]:
    """The versions an article has had, oldest first, without what they say."""
    heavy = ("text", "blocks", "removed", "words")
    return (
        TextVersion.objects.filter(project=found.project_id, article=found).select_related("created_by").defer(*heavy)
    )


def version(found: Article, number: int) -> TextVersion:
    """The article's version of that number, or 404."""
    mine = TextVersion.objects.filter(project=found.project_id, article=found).select_related("created_by")
    said = mine.filter(number=number).first()
    if said is None:
        raise Http404
    return said


def snapshots(found: Article) -> QuerySet[Snapshot]:
    """An article's pages in order, without their bytes."""
    return Snapshot.objects.filter(project=found.project_id, article=found).defer("data")


def original(found: Article, position: int) -> Snapshot:
    """One page of an article with its bytes, or 404."""
    page = Snapshot.objects.filter(project=found.project_id, article=found, position=position).first()
    if page is None:
        raise Http404
    return page


def originals(found: Article, positions: Sequence[int]) -> list[Snapshot]:
    """Pages of an article with their bytes, in the order asked for; or 404."""
    mine = Snapshot.objects.filter(project=found.project_id, article=found, position__in=positions)
    pages = {page.position: page for page in mine}
    if len(pages) < len(positions):
        raise Http404
    return [pages[position] for position in positions]


def article_with_bytes(project: Project, sha256: str) -> Article | None:
    """The article that already holds these bytes; rather one that is not deleted, and whose first page they are."""
    held = Article.objects.filter(project=project, snapshots__project=project, snapshots__sha256=sha256)
    return held.order_by(F("deleted").asc(nulls_first=True), "snapshots__position", "pk").first()


def article_alone(project: Project, article_id: int) -> Article:
    """The undeleted article without its text, or 404."""
    return get_object_or_404(articles(project), pk=article_id)


def version_text(found: Article, version_id: int) -> str | None:
    """The text of one of the article's versions; None when it is none of them."""
    versions = TextVersion.objects.filter(project=found.project_id, article=found, pk=version_id)
    return versions.values_list("text", flat=True).first()


def version_texts(found: Article, version_ids: Iterable[int]) -> dict[int, str]:
    """The texts of several of the article's versions by their ids."""
    versions = TextVersion.objects.filter(project=found.project_id, article=found, pk__in=list(version_ids))
    return dict(versions.values_list("pk", "text"))


def current_version(found: Article) -> TextVersion:
    return TextVersion.objects.get(project=found.project_id, article=found, pk=found.version_id or 0)


def first_saved(project: Project, found: Iterable[Article]) -> dict[int, datetime]:
    """When each article was first captured, by its id."""
    pages = Snapshot.objects.filter(project=project, article__in=[row.pk for row in found])
    return dict(pages.order_by().values_list("article").annotate(Min("saved")))
