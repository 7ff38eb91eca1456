"""Whatever a project holds, its archive makes one equal in every field."""

import hashlib
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.codebook import tasks
from annotations.models import Codebook, Event, Highlight, Memo, Tagging, Theme, Unplaced
from reader.models import Article, Membership, Project, Snapshot, TextVersion

# PostgreSQL keeps no NUL; lone surrogates are no text. 𠮷, emoji, full width and directions by preference.
CHARACTERS = st.one_of(
    st.sampled_from("𠮷🚲圈点＝=+-@\"'<&>\\/\t\n\r\u200b\u202e\u2028é\x7f"),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)
TEXT = st.text(CHARACTERS, max_size=30)
NAME = st.text(CHARACTERS, min_size=1, max_size=20)
LINE = st.text(CHARACTERS.filter(lambda character: character != "\n"), min_size=1, max_size=40)
EARLIEST, LATEST = datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2090-01-01")
MOMENT = st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC))
MAYBE = st.none() | MOMENT
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT.map(lambda key: f"x{key}"), inner, max_size=3),
    max_leaves=6,
)
MARK = st.fixed_dictionaries(
    {
        "at": st.floats(0, 1),
        "version": st.integers(0, 9),
        "note": TEXT,
        "deleted": MAYBE,
        "created": MOMENT,
        "themes": st.sets(st.integers(0, 9), max_size=3),
        "mine": st.booleans(),
    }
)
ARTICLE = st.fixed_dictionaries(
    {
        "title": NAME,
        "data": st.binary(max_size=40),
        "versions": st.lists(st.lists(LINE, min_size=1, max_size=4), min_size=1, max_size=3),
        "published": MAYBE,
        "deleted": MAYBE,
        "memo": TEXT,
        "marks": st.lists(MARK, max_size=4),
    }
)
THEME = st.fixed_dictionaries(
    {
        "name": NAME,
        "under": st.none() | st.integers(0, 9),
        "definition": TEXT,
        "use_when": TEXT,
        "keywords": st.lists(TEXT, max_size=3),
        "colour": st.integers(1, 12),
        "archived": MAYBE,
        "merged": st.booleans(),
    }
)
EVENT = st.fixed_dictionaries(
    {
        "action": st.sampled_from(["create", "change", "delete"]),
        "before": st.none() | st.dictionaries(st.just("note"), JSON),
        "after": st.none() | st.dictionaries(st.just("x"), JSON),
        "time": MOMENT,
        "follows": st.booleans(),
    }
)
PROJECT = st.fixed_dictionaries(
    {
        "name": NAME,
        "memo": TEXT,
        "articles": st.lists(ARTICLE, max_size=3),
        "themes": st.lists(THEME, max_size=5, unique_by=lambda theme: theme["name"]),
        "events": st.lists(EVENT, max_size=4),
        "lost": st.lists(LINE, max_size=2),
        "terms": st.lists(TEXT, max_size=2),
    }
)


class Undo(Exception):
    """Ends an example's transaction."""


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(PROJECT)
def test_it_comes_back_equal_in_every_field(owner, coder, restored, content, drawn):
    try:
        with transaction.atomic():
            made = build(drawn, owner, coder)
            assert content(restored(made, owner)) == content(made)
            raise Undo
    except Undo:
        pass


def build(drawn, owner, coder):
    project = Project.objects.create(name=drawn["name"])
    for user, role in ((owner, "owner"), (coder, "coder")):
        Membership.objects.create(project=project, user=user, role=role)
    themes = [_theme(project, fields) for fields in drawn["themes"]]
    _arrange(themes, drawn["themes"])
    for number, fields in enumerate(drawn["articles"]):
        _article(project, number, fields, themes, coder)
    Memo.objects.create(project=project, author=owner, text=drawn["memo"])
    Codebook.objects.create(project=project, locked=False, terms=drawn["terms"])
    for words in drawn["lost"]:
        Unplaced.objects.create(project=project, exact=words, themes=[[words]])
    _events(project, owner, drawn["events"])
    tasks.cut_texts.enqueue(project.pk)
    return project


def _theme(project, fields):
    plain = {key: value for key, value in fields.items() if key not in ("under", "merged")}
    return Theme.objects.create(project=project, **plain)


def _arrange(themes, drawn):
    """Under an earlier theme or into it, so that no circle comes about."""
    for place, (theme, fields) in enumerate(zip(themes, drawn, strict=True)):
        if place and fields["under"] is not None:
            theme.parent = themes[fields["under"] % place]
            theme.merged_into = theme.parent if fields["merged"] else None
            theme.save(update_fields=["parent", "merged_into"])


def _article(project, number, fields, themes, coder):
    article = Article.objects.create(
        project=project, title=fields["title"], published=fields["published"], deleted=fields["deleted"]
    )
    data = bytes([number]) + fields["data"]
    Snapshot.objects.create(
        project=project, article=article, sha256=hashlib.sha256(data).hexdigest(), data=data, size=len(data)
    )
    versions = [_version(article, place, lines) for place, lines in enumerate(fields["versions"], start=1)]
    article.version = versions[-1]
    article.save(update_fields=["version"])
    Memo.objects.create(project=project, article=article, author=coder, text=fields["memo"])
    for place, mark in enumerate(fields["marks"]):
        _mark(versions[mark["version"] % len(versions)], UUID(int=100 * number + place), mark, themes, coder)


def _version(article, number, lines):
    blocks = [{"kind": "paragraph", "level": 0, "text": line} for line in lines]
    return TextVersion.objects.create(
        project=article.project, article=article, number=number, text="\n".join(lines), blocks=blocks, words=""
    )


def _mark(version, uuid, drawn, themes, coder):
    start = min(int(drawn["at"] * len(version.text)), len(version.text) - 1)
    end = min(start + 7, len(version.text))
    mark = Highlight.objects.create(
        project=version.project,
        article=version.article,
        version=version,
        uuid=uuid,
        author=coder if drawn["mine"] else None,
        start=start,
        end=end,
        exact=version.text[start:end],
        prefix=version.text[max(start - 32, 0) : start],
        suffix=version.text[end : end + 32],
        note=drawn["note"],
        deleted=drawn["deleted"],
    )
    Highlight.objects.filter(pk=mark.pk).update(created=drawn["created"])
    for number in {number % len(themes) for number in drawn["themes"]} if themes else ():
        Tagging.objects.create(project=version.project, highlight=mark, theme=themes[number], author=coder)


def _events(project, owner, drawn):
    last = None
    for fields in drawn:
        given = {key: value for key, value in fields.items() if key not in ("time", "follows")}
        step = last if fields["follows"] else None
        last = Event.objects.create(
            project=project, actor=owner, subject="codebook", subject_id=str(project.pk), step=step, **given
        )
        Event.objects.filter(pk=last.pk).update(time=fields["time"])
