"""Every address × every kind of person: who may read, who may write. An address missing here fails."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from annotations.models import ArticleTheme, Export, ExportPart, FindingCorrection, Highlight, Theme, Unplaced
from reader.access import RIGHTS
from reader.api.errors import api
from reader.articles.bin import delete
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.invitations.queries import digest
from reader.models import Batch, BatchItem, Invitation, SiteChoice
from tests import making
from tests.permission_table import API, CHOICE, PAGES, ROWS, TOKEN

PEOPLE = ("anonymous", "stranger", "viewer", "coder", "editor", "owner")


def _allowed(row, person):
    if row.right == "open":
        return True
    if row.right == "signed_in":
        return person != "anonymous"
    if row.right == "theirs":
        return person == "viewer" or "edit" in RIGHTS.get(person, ())
    return row.right in RIGHTS.get(person, ())


def _expected(row, person):
    if _allowed(row, person):
        return row.status
    if person == "anonymous":
        return 401 if row.is_api else 302
    return 404 if person == "stranger" else 403


@pytest.fixture(scope="module")
def scene(module_db):
    """The people, the ids that stand in the addresses, and a mark: made once, and every row finds them so."""
    project, article, people = making.scene()
    owner = people["owner"]
    gone = import_capture(project, owner, Capture("另一篇\n\n这一篇要放进回收站，再恢复。".encode())).article
    delete(gone)
    mark = _mark(article)
    choice = SiteChoice.objects.create(project=project, **CHOICE)
    places = {"project": project.pk, "article": article.pk, "deleted": gone.pk, "viewer": people["viewer"].pk}
    places |= {"choice": choice.pk, "batch": _batch(project, owner).pk}
    places |= {"recleaning": Batch.objects.create(project=project, made_by=owner, kind="clean").pk}
    places |= {"invitation": _invitation(project, owner).pk}
    places |= {"unplaced": Unplaced.objects.create(project=project, exact="别处的话").pk}
    places |= {"correction": FindingCorrection.objects.create(project=project, article=article, kind="numbers").pk}
    places |= {"proposal": ArticleTheme.objects.filter(article=article).first().pk, "highlight": uuid.UUID(int=1)}
    places |= {"theme": Theme.objects.create(project=project, name="主题").pk}
    fields = {name: mark[name] for name in ("start", "end", "exact", "prefix", "suffix")}
    ids = {"uuid": places["highlight"], "project": project, "article": article, "version": article.version}
    Highlight.objects.create(author=people["coder"], **ids, **fields)
    places["export"] = _export(project, people["viewer"]).uuid
    return people, places, mark


def _batch(project, user):
    batch = Batch.objects.create(project=project, made_by=user)
    item = {
        "filename": "登录.html",
        "data": "<a href=/>登录</a>".encode(),
        "refusal": {"template": "", "parameters": {}, "whole": True},
    }
    BatchItem.objects.create(project=project, batch=batch, position=0, state="failed", **item)
    return batch


def _invitation(project, user):
    expires = timezone.now() + timedelta(days=1)
    known = {"project": project, "role": "coder", "made_by": user}
    return Invitation.objects.create(digest=digest(TOKEN), expires=expires, **known)


def _export(project, user):
    now = timezone.now()
    fields = {"project": project, "user": user, "format": "csv", "status": "done", "touched": now}
    export = Export.objects.create(filename="笔记.csv", size=3, expires=now + timedelta(days=1), **fields)
    ExportPart.objects.create(project=project, export=export, position=0, data="笔".encode())
    return export


def _mark(article):
    text = article.version.text
    return {
        "article": article.pk,
        "version": article.version_id,
        "start": 2,
        "end": 6,
        "exact": text[2:6],
        "prefix": text[:2],
        "suffix": text[6:38],
        "note": "",
        "themes": [],
    }


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.path}")
def test_everyone_gets_what_their_role_allows(row, person, scene, db, client_of):
    people, places, mark = scene
    client = client_of(people.get(person))
    data = mark if {"highlight", "rejection"} & row.data.keys() else row.data
    if "rejection" in row.data:
        data = data | {"themes": [places["theme"]]}
    if row.is_api:
        options = {"content_type": "application/json", "data": json.dumps(data), "headers": {"If-Match": '"1"'}}
    else:
        options = {"data": data}
    if row.method == "get":
        options = {}
    if row.status == 201:
        options.pop("headers", None)
    answer = getattr(client, row.method)(row.path.format(**places), **options)
    assert answer.status_code == _expected(row, person), answer.content.decode()[:300]
    if answer.status_code == 302 and not _allowed(row, person):
        assert answer.headers["Location"].startswith("/sign-in/")


def _names(patterns):
    """The names of all pages; the admin and the API have tests of their own."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        elif pattern.namespace not in ("admin", "api"):
            yield from _names(pattern.url_patterns)


def test_every_page_is_in_the_table():
    assert set(_names(get_resolver().url_patterns)) == set(PAGES)


def test_every_api_route_is_in_the_table():
    schema = api.get_openapi_schema()["paths"]
    routes = {(method, _shape(path)) for path, methods in schema.items() for method in methods}
    assert routes == {(row.method, _shape(row.path)) for row in API}


def _shape(path):
    """The path with every parameter, and every id that stands for one, as {}."""
    parts = ["{}" if "{" in part or part.count("-") == 4 else part for part in path.split("?")[0].split("/")]
    return "/".join(parts)


def test_the_admin_is_for_staff(scene, db, client_of):
    assert client_of(scene[0]["owner"]).get("/admin/").headers["Location"].startswith("/admin/login/")
