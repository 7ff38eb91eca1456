"""The reads of themes and article themes. Each query names its project on every table it joins."""

from collections.abc import Iterable, Iterator

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from annotations.models import ArticleTheme, Codebook, Derivation, Event, Tagging, Theme
from reader.models import Article, Project


def codebook(project: Project) -> Codebook:
    """What is settled; the defaults, unsaved, where nothing is."""
    return Codebook.objects.filter(project=project).first() or Codebook(project=project)


def locked_codebook(project: Project) -> Codebook:
    """The row, held until the transaction ends: changes of one project's tree wait for each other."""
    Codebook.objects.get_or_create(project=project)
    return Codebook.objects.select_for_update().get(project=project)


def any_theme(project: Project, theme_id: int) -> Theme | None:
    """The row, merged or not."""
    return Theme.objects.filter(project=project, pk=theme_id).first()


def next_position(project: Project, parent: int | None) -> int:
    last = themes(project).filter(parent=parent).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def locked_meanings(project_id: int, ids: Iterable[int]) -> dict[int, int]:
    """What each of the ids that are the project's means by now, a merged theme its target. All are held until the
    transaction ends: a merge that is under way is waited for, and one that begins now waits."""
    targets: dict[int, int | None] = {}
    waiting = set(ids)
    while waiting:
        rows = Theme.objects.select_for_update().filter(project=project_id, pk__in=waiting).order_by("pk")
        found = dict(rows.values_list("pk", "merged_into"))
        targets |= found
        waiting = {target for target in found.values() if target} - targets.keys()
    return {id: _meaning(id, targets) for id in targets}


def all_merged(project: Project, theme_id: int) -> set[int]:
    """The theme and all that have become it, by however many merges."""
    merged = Theme.objects.filter(project=project).exclude(merged_into=None)
    targets: dict[int, int | None] = dict(merged.values_list("pk", "merged_into"))
    return {theme_id, *(id for id in targets if _meaning(id, targets) == theme_id)}


def _meaning(id: int, targets: dict[int, int | None]) -> int:
    while target := targets.get(id):
        id = target
    return id


def locked_article_themes_of(project: Project, theme_id: int) -> list[ArticleTheme]:
    rows = ArticleTheme.objects.filter(project=project, theme=theme_id)
    return list(rows.select_for_update().order_by("pk"))


def themes(project: Project) -> QuerySet[Theme]:
    """The themes there are, archived or not; those that were merged into another are that other."""
    return Theme.objects.filter(project=project, merged_into=None).order_by("pk")


def theme(project: Project, theme_id: int | None) -> Theme | None:
    return None if theme_id is None else themes(project).filter(pk=theme_id).first()


def sibling(project: Project, parent: int | None, name: str) -> Theme | None:
    """The theme of this name below the parent; among the roots for None."""
    return themes(project).filter(parent=parent, name=name).first()


def in_use(theme: Theme, besides: int) -> bool:
    """Whether anything hangs on the theme; taggings of deleted highlights count unless they are this person's."""
    tagged = Tagging.objects.filter(project=theme.project_id, theme=theme, highlight__project=theme.project_id)
    return (
        tagged.filter(Q(highlight__deleted=None) | ~Q(author=besides)).exists()
        or ArticleTheme.objects.filter(project=theme.project_id, theme=theme).exists()
        or Theme.objects.filter(Q(parent=theme) | Q(merged_into=theme), project=theme.project_id).exists()
    )


def article_themes(found: Article) -> QuerySet[ArticleTheme]:
    return ArticleTheme.objects.filter(project=found.project_id, article=found).order_by("position", "pk")


def locked_article_themes(found: Article) -> list[ArticleTheme]:
    """All of the article's, held until the transaction ends."""
    return list(article_themes(found).select_for_update())


def article_theme(project: Project, article_theme_id: int) -> ArticleTheme:
    """The article theme of an undeleted article, or 404."""
    kept = ArticleTheme.objects.filter(project=project, article__project=project, article__deleted=None)
    return get_object_or_404(kept.select_related("article"), pk=article_theme_id)


def locked_article_theme(project: Project, article_theme_id: int) -> ArticleTheme | None:
    return ArticleTheme.objects.select_for_update().filter(project=project, pk=article_theme_id).first()


def _on_reposts(found: Article) -> QuerySet[ArticleTheme]:
    """The themes of the other appearances of the article's text."""
    first = found.repost_of_id or found.pk
    same = Q(article=first) | Q(article__repost_of=first)
    rows = ArticleTheme.objects.filter(same, project=found.project_id, article__project=found.project_id)
    return rows.exclude(article=found)


def rejected_on_reposts(found: Article) -> QuerySet[ArticleTheme, str]:
    """The names that were turned down on other appearances of the article's text."""
    rejected = _on_reposts(found).filter(status=ArticleTheme.Status.REJECTED)
    return rejected.order_by().values_list("name", flat=True)


def locked_open_on_reposts(row: ArticleTheme) -> list[ArticleTheme]:
    """What is proposed under the same name on other appearances of the article's text."""
    rows = _on_reposts(row.article).filter(status=ArticleTheme.Status.PROPOSED, name=row.name)
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def touched_article_themes(found: Article) -> QuerySet[Event, str]:
    """The ids, as text, of the article's themes that a person has changed."""
    events = Event.objects.filter(project=found.project_id, article=found, subject="article_theme", actor__isnull=False)
    return events.order_by().values_list("subject_id", flat=True)


def renamed_article_themes(project_id: int) -> Iterator[tuple[str, str, int | None]]:
    """Name before, name after and article of each renaming that a person made; what was undone is told both ways."""
    events = Event.objects.filter(project=project_id, subject="article_theme", actor__isnull=False)
    changed = events.filter(action__in=("accept", "rename"), before__isnull=False, after__isnull=False)
    for before, after, article in changed.order_by().values_list("before", "after", "article"):
        if before and after and before["name"] != after["name"]:
            yield before["name"], after["name"], article


def behind(project: Project, edition: int) -> QuerySet[Article]:
    """Undeleted articles whose themes were not derived by this edition of the rules, with their texts."""
    current = Derivation.objects.filter(project=project, article=OuterRef("pk"), edition=edition)
    waiting = Article.objects.filter(~Exists(current), project=project, deleted=None, version__project=project)
    return waiting.select_related("version", "project").order_by("pk")


def locked_article(project: Project, article_id: int) -> Article | None:
    """The undeleted article as it is now, held until the transaction ends."""
    kept = Article.objects.select_for_update(of=("self",)).filter(project=project, pk=article_id, deleted=None)
    return kept.select_related("version").first()
