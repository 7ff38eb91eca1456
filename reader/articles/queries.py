"""Every read of the reader app. Each query names its project, so that projects stay apart."""

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404

from reader.models import (
    Article,
    Correction,
    Membership,
    Preferences,
    Progress,
    Project,
    SiteChoice,
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
    like = TextBand.objects.filter(project=found.project_id, value__in=list(mine)).exclude(article=found)
    first = like.filter(article__project=found.project_id, article__deleted=None, article__repost_of=None)
    alike = list(first.order_by("article").values_list("article", flat=True).distinct()[:MOST_ALIKE])
    return _with_text(found.project_id).filter(pk__in=alike)


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


def preferences(user: User) -> Preferences:
    """What the person has chosen; what everybody starts with until then, unsaved."""
    return getattr(user, "preferences", None) or Preferences(user_id=user.pk)


def memberships(user: User) -> QuerySet[Membership]:
    """The user's projects by name."""
    return Membership.objects.filter(user=user.pk).select_related("project").order_by("project__name", "pk")


def article_counts(user: User) -> dict[int, int]:
    """Number of undeleted articles by project id, over the user's projects."""
    mine = Membership.objects.filter(user=user.pk).values("project")
    counted = Article.objects.filter(project__in=mine, deleted=None).order_by()
    return dict(counted.values_list("project").annotate(Count("pk")))


def members(project: Project) -> QuerySet[Membership]:
    return Membership.objects.filter(project=project).select_related("user").order_by("created", "pk")


def is_member(project: Project, user: User) -> bool:
    return Membership.objects.filter(project=project, user=user.pk).exists()


def owners(project: Project) -> QuerySet[Membership]:
    return Membership.objects.filter(project=project, role=Membership.Role.OWNER)


class UnclearProject(Exception):
    """No project, or more than one, goes by this name; `found` holds those that do."""

    def __init__(self, wanted: str, found: list[Project]) -> None:
        super().__init__(wanted)
        self.wanted, self.found = wanted, found


def project_named(wanted: str) -> Project:
    """The project with this id or, failing that, with exactly this name; UnclearProject else."""
    by_name = list(Project.objects.filter(name=wanted).order_by("pk"))
    by_id = Project.objects.filter(pk=int(wanted)).first() if wanted.isdecimal() else None
    found = [by_id] if by_id and not by_name else by_name
    if by_id and by_name and by_id not in by_name:
        found = [by_id, *by_name]
    if len(found) != 1:
        raise UnclearProject(wanted, found)
    return found[0]
