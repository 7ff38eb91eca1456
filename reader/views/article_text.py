"""An article's text as its page shows it: made once for each text version, language and title."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.translation import get_language

from reader.articles import versions
from reader.articles.inside import cuts_inside
from reader.articles.stored import block_of
from reader.models import Article, Project, TextVersion
from reader.text.themes import EDITION
from reader.views.block_rows import parts


@dataclass(frozen=True)
class ShownText:
    """Safe HTML: the items of the outline, and the blocks."""

    outline: str
    blocks: str


def shown_text(project: Project, article: Article, version: TextVersion) -> ShownText:
    key = _key(article, version)
    found = caches["texts"].get(key)
    if found is None:
        found = _rendered(project, article, version)
        caches["texts"].set(key, found, None)
    return found


def _key(article: Article, version: TextVersion) -> str:
    """The moment beside the number: a number may come again, where a database was put back. A line that says the title
    is no heading, and what themes take for one may change with their edition."""
    said = sha256(f"{version.pk} {version.created.isoformat()} {get_language()} {EDITION} {article.title}".encode())
    return said.hexdigest()


def _rendered(project: Project, article: Article, version: TextVersion) -> ShownText:
    found = parts([block_of(kept) for kept in version.blocks], cuts_inside(versions.rows(version)), article.title)
    context = {"parts": found, "article": article, "project": project}
    return ShownText(*(render_to_string(f"reader/_{name}.html", context) for name in ("outline", "blocks")))
