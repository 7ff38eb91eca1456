"""What is known of an article besides its text: what its page says, and what readers say instead."""

from django.contrib.auth.models import User
from django.utils.translation import gettext

from reader.articles import reposts
from reader.cleaning import queries
from reader.extraction import ORIGINS as PAGE_ORIGINS
from reader.extraction import Page
from reader.models import Article, Correction

# Each field of the metadata, and the article's columns that hold it.
FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "source": ("source",),
    "authors": ("authors",),
    "published": ("published", "published_precision"),
    "editor": ("editor",),
    "channel": ("channel",),
    "original_title": ("original_title",),
    "overline": ("overline",),
    "subtitle": ("subtitle",),
    "document_number": ("document_number",),
    "document_date": ("document_date",),
    "issuer": ("issuer",),
    "keywords": ("keywords",),
    "print_edition": ("print_paper", "print_date", "print_page"),
    "url": ("url",),
}
COLUMNS = tuple(column for columns in FIELDS.values() for column in columns)

READER = "reader"
# Marks a text for the catalogue; whoever shows it translates it.
_ = str

ORIGINS: dict[str, str] = PAGE_ORIGINS | {
    READER: _("读者"),
    "capture": _("收取时"),
    "filename": _("文件名"),
    "opening": _("正文开头"),
}

Values = dict[str, list]


def columns_of(page: Page) -> dict:
    """The article's columns as the page states them."""
    edition = page.print_edition
    return {
        "title": page.title,
        "source": page.source[:200],
        "published": page.published,
        "published_precision": page.published_precision if page.published else "",
        "authors": [{"name": author.name, "affiliation": author.affiliation} for author in page.authors],
        "editor": page.editor[:100],
        "channel": list(page.channel),
        "original_title": page.original_title[:300],
        "overline": page.overline[:300],
        "subtitle": page.subtitle[:300],
        "document_number": page.document_number[:100],
        "document_date": page.document_date,
        "issuer": page.issuer[:200],
        "keywords": list(page.keywords),
        "print_paper": edition.paper[:100] if edition else "",
        "print_date": edition.published if edition else None,
        "print_page": edition.page[:20] if edition else "",
        "url": page.url[:2000],
    }


def values_of(article: Article) -> Values:
    """Field by field, the values of its columns."""
    return {field: [getattr(article, column) for column in columns] for field, columns in FIELDS.items()}


def correct(article: Article, user: User, said: Values) -> list[str]:
    """Set fields to what the reader says, and remember who changed what; the changed fields' names come back.
    Called inside a transaction that holds the article."""
    now = values_of(article)
    changed = [field for field, values in said.items() if values != now[field]]
    _note(article, user, {field: said[field] for field in changed}, now)
    _set(article, {field: said[field] for field in changed}, dict.fromkeys(changed, READER))
    return changed


def release(article: Article, user: User, field: str, page: Page) -> None:
    """Let the page's own word count again for a field."""
    if field not in corrected(article):
        return
    stated = columns_of(page)
    values = {field: [stated[column] for column in FIELDS[field]]}
    _note(article, user, {field: None}, values_of(article))
    _set(article, values, dict(page.rules))


def refresh(article: Article, page: Page) -> bool:
    """Take what the page says now, save for what readers have corrected; whether that changed anything."""
    learnt = news(article, page)
    _set(article, _stated(article, page), dict(page.rules))
    return bool(learnt)


def news(article: Article, page: Page) -> Values:
    """What the page says now that the article does not, save for what readers have corrected."""
    now = values_of(article)
    return {field: values for field, values in _stated(article, page).items() if values != now[field]}


def put(article: Article, values: Values, origins: dict[str, str]) -> None:
    """Set fields to what was read at those places, and leave the others."""
    _set(article, values, origins)


def from_json(values: Values) -> Values:
    """The fields' values, of which JSON had made plain words and numbers."""
    columns = {column.name: column for column in Article._meta.concrete_fields}
    return {
        field: [columns[name].to_python(value) for name, value in zip(FIELDS[field], said, strict=True)]
        for field, said in values.items()
    }


def _stated(article: Article, page: Page) -> Values:
    """The page's own word on every field that readers have not corrected."""
    kept, stated = corrected(article), columns_of(page)
    return {field: [stated[column] for column in columns] for field, columns in FIELDS.items() if field not in kept}


def corrected(article: Article) -> dict[str, Correction]:
    """The fields that hold a reader's word, each with the correction that counts."""
    latest = {correction.field: correction for correction in queries.corrections(article)}
    return {field: correction for field, correction in latest.items() if correction.after is not None}


def origin_label(article: Article, field: str) -> str:
    """Where the field's value was read, in the reader's language."""
    if not any(values_of(article)[field]):
        return gettext("没有")
    return gettext(ORIGINS.get(article.origins.get(field, ""), "原件"))


def _note(article: Article, user: User, after: dict[str, list | None], before: Values) -> None:
    Correction.objects.bulk_create(
        Correction(
            project_id=article.project_id,
            article=article,
            field=field,
            before=before[field],
            after=values,
            made_by_id=user.pk,
        )
        for field, values in after.items()
    )


def _set(article: Article, values: Values, origins: dict[str, str]) -> None:
    """Write the fields, and where each came from."""
    published = article.published
    columns = []
    for field, said in values.items():
        for column, value in zip(FIELDS[field], said, strict=True):
            setattr(article, column, value)
            columns.append(column)
        article.origins[field] = origins.get(field, "")
    article.save(update_fields=[*columns, "origins"])
    if article.published != published and article.version:
        reposts.settle_order(article)
