"""An archive becomes a project, in one transaction: equal in every field, under numbers of its own."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.serializers.base import DeserializedObject
from django.db import DataError, IntegrityError, transaction
from django.db.models import Model

from annotations.archive.checking import ArchiveError, Checked
from annotations.archive.numbers import Numbers
from annotations.archive.soundness import is_sound, misplaced
from annotations.archive.tables import fields, label, tables, target
from annotations.codebook import tasks
from annotations.models import Highlight
from reader.articles import reposts
from reader.articles import tasks as articles_tasks
from reader.models import Membership, Project
from reader.projects import changing

# Themes lie three deep and events follow what they name: more rounds than this come from no project.
ROUNDS = 20
# What reading a value of another kind than was written there raises is not one family.
ODD = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@transaction.atomic
def restore(archive: Checked, user: User) -> Project:
    """The archive's project, with the user as an owner of it. People it names who have no account here get one that
    cannot sign in, so that what they did keeps their name. ArchiveError where a row cannot be; then nothing is kept."""
    numbers = Numbers(archive, _people(archive))
    described = archive.manifest["project"]
    project = _kept(Project(**numbers.values(Project, described)), described)
    for model in tables():
        for row in _in_order(archive.rows(label(model)), model, numbers):
            made = _kept(_made(project, model, row, numbers), row)
            numbers.here[model][row["id"]] = made.pk
    numbers.settle()
    wrong = misplaced(project)
    if wrong:
        raise ArchiveError("invalid", name=label(Highlight), id=wrong.uuid)
    reposts.index_all(project)
    changing.add_member(project, user, Membership.Role.OWNER)
    _keep_out(project, user)
    tasks.cut_texts.enqueue(project.pk)
    articles_tasks.index_texts.enqueue(project.pk)
    return project


def _keep_out(project: Project, user: User) -> None:
    """An archive's word makes nobody a member: who has an account in use here comes along only if they share a project
    of the user's already, and must be invited otherwise. The same name may be another person's here."""
    owned = Membership.objects.filter(user=user.pk, role=Membership.Role.OWNER).exclude(project=project)
    known = Membership.objects.filter(project__in=owned.values("project")).values("user")
    strangers = Membership.objects.filter(project=project, user__is_active=True).exclude(user=user.pk)
    strangers.exclude(user__in=known).delete()


def _made(project: Project, model: type[Model], row: dict[str, Any], numbers: Numbers) -> Model:
    """The row, not kept yet. Its id is its own: what names it must lead to one row."""
    number = row.get("id")
    if type(number) is not int or number in numbers.here[model]:
        raise ArchiveError("invalid", name=label(model), id=str(number)[:80])
    try:
        return model(project=project, **numbers.values(model, row))
    except ODD as error:
        raise ArchiveError("invalid", name=label(model), id=number) from error


def _kept(made: Model, row: dict[str, Any]) -> Any:
    try:
        if not is_sound(made):
            raise ValidationError("unsound")
        # Raw, so that its dates stay those of the archive.
        DeserializedObject(made).save()
    except (*ODD, DataError, IntegrityError, ValidationError) as error:
        raise ArchiveError("invalid", name=label(type(made)), id=row.get("id", "–")) from error
    return made


def _in_order(rows: Iterable[dict], model: type[Model], numbers: Numbers) -> Iterator[dict]:
    """The rows, those that name a row of their own table after it. Each is made before the next is asked for."""
    own = [field.name for field in fields(model) if target(field) is model]
    pending: Iterable[dict] = rows
    for _ in range(ROUNDS if own else 1):
        held = []
        for row in pending:
            if all(_is_there(row.get(name), numbers.here[model]) for name in own):
                yield row
            else:
                held.append(row)
        pending = held
    for row in pending:
        raise ArchiveError("invalid", name=label(model), id=row.get("id", "–"))


def _is_there(named: Any, rows: dict[int, int]) -> bool:
    """What names no row at all is left to whoever makes the row."""
    return not isinstance(named, int) or named in rows


def names_in(archive: Checked) -> set[str]:
    """The user names of everybody the archive speaks of. No database can be asked for one with a NUL in it."""
    named: set[str] = set()
    for model in tables():
        keys = [field.name for field in fields(model) if target(field) is User]
        for row in archive.rows(label(model)) if keys else ():
            named |= {row[key] for key in keys if isinstance(row.get(key), str)}
    wrong = next((name for name in named if "\0" in name), None)
    if wrong is not None:
        raise ArchiveError("invalid", name="auth.user", id=wrong.replace("\0", "")[:80])
    return named


def _people(archive: Checked) -> dict[str, int]:
    return {name: _person(name).pk for name in sorted(names_in(archive))}


def _person(name: str) -> User:
    found = User.objects.filter(username=name).first()
    if found:
        return found
    made = User(username=name, is_active=False)
    made.set_unusable_password()
    try:
        made.clean_fields()
    except ValidationError as error:
        raise ArchiveError("invalid", name="auth.user", id=name[:80]) from error
    made.save()
    return made
