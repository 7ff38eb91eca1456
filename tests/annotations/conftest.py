"""An essay with odd characters in it, and ways to mark it as each person."""

import json
from uuid import UUID

import pytest

from annotations.models import Event, Theme
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Article

ESSAY = """让街巷慢下来

一条街巷的好坏，住在里面的人最清楚。𠮷祥里的居民说🚲，出门就能歇脚，才算好街巷。

以慢行优先促畅通。车道让出一米，行人就多一分从容。

以小微更新促活力。一盏灯、一把椅子，都是看得见的改变。

以邻里共商促长久。大家的事大家定，街巷才留得住人。
"""


def uuid(number):
    return UUID(int=number)


@pytest.fixture
def essay(project, owner):
    return import_capture(project, owner, Capture(ESSAY.encode(), filename="街巷.txt")).article


@pytest.fixture
def theme(project):
    """Make a theme, without any history."""

    def make(name, parent=None, **fields):
        return Theme.objects.create(project=project, name=name, parent=parent, **fields)

    return make


@pytest.fixture
def body(essay):
    """The body of a PUT that marks the first place where the text says `exact`."""

    def make(exact="慢行优先", article=essay, **changes):
        text = article.version.text
        start = text.index(exact)
        end = start + len(exact)
        return {
            "article": article.pk,
            "version": article.version_id,
            "start": start,
            "end": end,
            "exact": exact,
            "prefix": text[max(start - 32, 0) : start],
            "suffix": text[end : end + 32],
            "note": "",
            "themes": [],
        } | changes

    return make


@pytest.fixture
def api(client_of, project):
    """Call the API below the project as a person: api(user, "put", "highlights/…", body, if_match=1)."""

    def call(user, method, path, data=None, if_match=None, **options):
        headers = {} if if_match is None else {"If-Match": f'"{if_match}"'}
        client = client_of(user, **options)
        address = f"/api/projects/{project.pk}/{path}"
        return client.generic(method.upper(), address, json.dumps(data or {}), "application/json", headers=headers)

    return call


@pytest.fixture
def put(api):
    def call(user, number, data, if_match=None):
        return api(user, "put", f"highlights/{uuid(number)}", data, if_match)

    return call


@pytest.fixture
def delete(api):
    def call(user, number, if_match=None):
        return api(user, "delete", f"highlights/{uuid(number)}", if_match=if_match)

    return call


@pytest.fixture
def undo(api, essay):
    def call(user, name="undo"):
        return api(user, "post", f"articles/{essay.pk}/{name}")

    return call


@pytest.fixture
def redo(undo):
    return lambda user: undo(user, "redo")


@pytest.fixture
def desk(api, essay):
    """What the desk's page is told, its marks unpacked under "highlights"."""

    def told(user):
        answer = api(user, "get", f"articles/{essay.pk}/desk").json()
        text = Article.objects.get(pk=essay.pk).version.text
        return answer | {"highlights": list(unpacked(answer, text))}

    return told


def unpacked(desk, text):
    """The columns as marks again."""
    marks, start = desk["marks"], 0
    people = {person["id"]: person for person in desk["people"]}
    columns = [marks[name] for name in ("starts", "lengths", "themes", "authors", "created", "updated", "revisions")]
    for place, (step, length, themes, author, created, later, revision) in enumerate(zip(*columns, strict=True)):
        start += step
        yield {
            "id": str(UUID(marks["ids"][32 * place : 32 * place + 32])),
            "start": start,
            "end": start + length,
            "exact": text[start : start + length],
            "note": marks["notes"].get(str(place), ""),
            "themes": themes,
            "author": people.get(author),
            "created": created,
            "updated": created + later,
            "revision": revision,
        }


@pytest.fixture
def history(project):
    """What people (not the machine) did, oldest first: (action, subject)."""
    return lambda: list(Event.objects.filter(project=project, actor__isnull=False).values_list("action", "subject"))


@pytest.fixture
def add(project, owner):
    """Save another article, then set its fields as given."""

    def make(title="又一篇", **fields):
        text = f"{title}\n\n{title}这一篇，说的是一件别的事情。".encode()
        made = import_capture(project, owner, Capture(text, title=title)).article
        Article.objects.filter(pk=made.pk).update(**fields)
        return made

    return make
