"""What is in an archive, for somebody to look at before a project is made of it."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from annotations.archive.checking import Checked
from annotations.archive.restoring import names_in
from annotations.archive.tables import label
from annotations.models import Highlight, Theme
from reader.models import Article


@dataclass(frozen=True)
class Summary:
    """`known` people have an account here under their name; `unknown` ones will get one that cannot sign in."""

    name: str
    articles: int
    highlights: int
    themes: int
    known: tuple[str, ...]
    unknown: tuple[str, ...]


def summary(archive: Checked) -> Summary:
    counts = {model: sum(1 for _ in archive.rows(label(model))) for model in (Article, Highlight, Theme)}
    named = sorted(names_in(archive))
    here = set(User.objects.filter(username__in=named).values_list("username", flat=True))
    return Summary(
        name=archive.name,
        articles=counts[Article],
        highlights=counts[Highlight],
        themes=counts[Theme],
        known=tuple(name for name in named if name in here),
        unknown=tuple(name for name in named if name not in here),
    )
